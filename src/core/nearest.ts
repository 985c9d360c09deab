import { toText } from "./json.js";

/** What it is called elsewhere, and the word that is near; `value` is what texts are named by. */
const ALIKE =
  " medium=md large=lg middle=center left=start right=end yes=true no=false value=text value=content ";

/**
 * The word that `value` was most likely meant to be: one that means the same, or that
 * begins and ends as `value` does, so that two fifths of the letters differ at most or one
 * is a part of the other. `undefined` where none is near, because a guess would mislead.
 */
export function nearestOf(
  value: unknown,
  words: Iterable<string>,
): string | undefined {
  const text = toText(value).trim().slice(0, 40).toLowerCase();
  let nearest: string | undefined;
  let most = 0;
  for (const word of words) {
    const likeness = compare(text, word.toLowerCase());
    if (likeness > most) [most, nearest] = [likeness, word];
  }
  return nearest;
}

/** How alike two texts are: 0 if they are not. */
function compare(a: string, b: string): number {
  if (ALIKE.includes(` ${a}=${b} `)) return 1;
  const least = Math.min(a.length, b.length);
  const all = Math.max(a.length, b.length);
  let same = 0;
  while (same < least && a[same] === b[same]) same++;
  for (let i = 1; same < least && a.at(-i) === b.at(-i); i++) same++;
  return same >= all * 0.6 || (same === least && least > 1) ? same / all : 0;
}

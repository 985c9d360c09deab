import { ALWAYS_TESTED } from "./pattern.js";

/** No author writes a longer pattern, and to read one takes the square of its length. */
const MAX_PATTERN = 2_000;

/** About how many steps a test may take: a fraction of a second. */
const MAX_STEPS = 3e7;

/** A group of a repeated character and what ends it: `([\\w-]+\\.)`, `(?:\\d{3},)`. */
const ENDED =
  /\((?:\?:)?(\[(?:\\[^]|[^\]\\])*\]|\\[dw])(?:[*+]|\{[\d,]+\})\\?([^\w\\()])\)/g;

/**
 * The longest value that a pattern is tested on: a browser may take exponential time for a group that
 * repeats what is variable, and that of a power for repetitions one after the other.
 */
export function testedLength(pattern: string, flag: string): number {
  if (pattern.length > MAX_PATTERN) return ALWAYS_TESTED;
  const plain = pattern
    .replace(ENDED, (group, character: string, end: string) =>
      // There is one way only to divide a value among such groups.
      new RegExp(character, flag).test(end) ? group : "x",
    )
    // What is one character, and how a group begins.
    .replace(/\\(?:p\{[^}]*\}|[^])|\[(?:\\[^]|[^\]\\])*\]|(?<=\()\?/gi, "x");
  const count = (sign: RegExp) => plain.split(sign).length - 1;
  const repeats = count(/[*+]|\{\d+,/);
  return (/\)[*+{]/.test(plain) && count(/[*+?{|]/) > 1) || count(/\?/) > 12
    ? ALWAYS_TESTED
    : Math.min(10_000, MAX_STEPS ** (1 / repeats));
}

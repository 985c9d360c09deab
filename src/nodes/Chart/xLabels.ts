import { round } from "./shapes.js";

/** The width in px that a text has on the axes. */
export type Measure = (text: string) => number;

export interface XLabel {
  x: number;
  text: string;
  /** The whole name, where `text` is cut. */
  full: string | undefined;
}

/** Px between two names. */
const LABEL_GAP = 8;

/** As many names as fit side by side, each within the chart. */
export function xLabels(
  names: readonly string[],
  x: (row: number) => number,
  step: number,
  banded: boolean,
  { width, measure }: { width: number; measure: Measure },
  cut = cutEnd,
): XLabel[] {
  // Words are cut rather than left out; numbers and dates are left out rather than
  // cut, since a part of one would be a wrong one.
  const words = banded && step >= 48 && !names.some((name) => /\d/.test(name));
  const max = Math.min(width, words ? step - LABEL_GAP : 140);
  for (let every = Math.max(1, Math.ceil(16 / step)); ; every++) {
    const labels: XLabel[] = [];
    let end = -Infinity;
    let fits = true;
    for (let row = 0; row < names.length && fits; row += every) {
      const full = names[row]!;
      if (full === "") continue;
      const text = truncate(full, max, measure, cut);
      const half = measure(text) / 2;
      const middle = Math.max(half, Math.min(width - half, x(row)));
      if (middle - half < end + LABEL_GAP) {
        // Only the last name may be missing; any other would leave a gap.
        fits = row + every >= names.length;
        continue;
      }
      end = middle + half;
      labels.push({
        x: round(middle),
        text,
        full: text === full ? undefined : full,
      });
    }
    if (!fits && every < names.length) continue;
    return cut === cutEnd && lookTheSame(labels)
      ? xLabels(names, x, step, banded, { width, measure }, cutMiddle)
      : labels;
  }
}

/** Whether two different names look the same after they were cut. */
function lookTheSame(labels: readonly XLabel[]): boolean {
  const seen = new Map<string, string | undefined>();
  return labels.some(({ text, full }) => {
    const known =
      full !== undefined && seen.has(text) && seen.get(text) !== full;
    seen.set(text, full);
    return known;
  });
}

type Cut = (letters: readonly string[], count: number) => string;

const cutEnd: Cut = (letters, count) =>
  `${letters.slice(0, count).join("").trimEnd()}…`;

const cutMiddle: Cut = (letters, count) => {
  const end = letters.slice(letters.length - Math.floor(count / 2));
  return cutEnd(letters, Math.ceil(count / 2)) + end.join("").trimStart();
};

function truncate(
  text: string,
  max: number,
  measure: Measure,
  cut: Cut,
): string {
  if (text.length <= 400 && measure(text) <= max) return text;
  // More characters never fit, and measuring them takes time.
  const ends = text.length > 400 ? text.slice(0, 200) + text.slice(-200) : text;
  const letters = Array.from(ends);
  let low = 1;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(cut(letters, middle)) <= max) low = middle;
    else high = middle - 1;
  }
  return cut(letters, low);
}

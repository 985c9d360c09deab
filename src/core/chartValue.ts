import { toText } from "./json.js";

// Digits can be read in one way only: in two, a long text would take minutes.
const NUMBER = /^[+-]?(?:\d+\.?|\d*\.\d+)(?:e[+-]?\d+)?$/i;

/** Beyond it, sums and steps of an axis would be infinite. */
const HUGE = 1e300;

/** A number, or one written in a string; anything else is a gap. */
export function toChartValue(value: unknown): number | undefined {
  if (typeof value === "string" && NUMBER.test(value.trim())) value = +value;
  if (typeof value !== "number" || Number.isNaN(value)) return undefined;
  if (Math.abs(value) < 1 / HUGE) return 0;
  return Math.max(-HUGE, Math.min(HUGE, value));
}

/** The number in a text with a unit or a currency, where only one can be meant. */
export function chartNumberIn(value: unknown): number | undefined {
  const digits = /^[^\d-]*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\D*$/;
  const found = digits.exec(toText(value))?.[1];
  return found === undefined ? undefined : +found.replaceAll(",", "");
}

/** The keys of rows that are suggested: thousands in a row, for as many series, would take long. */
export function rowKeys(rows: readonly object[]): string[] {
  const keys = rows.slice(0, 100).flatMap((row) => Object.keys(row));
  return [...new Set(keys)].slice(0, 100);
}

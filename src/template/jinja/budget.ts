import { fail } from "./error.js";

/** Steps that one rendering may take: a thousand rows of a hundred each are fine. */
const MAX_STEPS = 200_000;

/** Characters or items that one value may have. */
const MAX_SIZE = 4_000_000;

/** The longest list that `range()` makes. */
export const MAX_RANGE = 100_000;

/** Bits of a whole number. Python refuses to print more than 4300 digits, which are 14,285 bits. */
const MAX_BITS = 20_000;

let left = MAX_STEPS;

/** Starts the count of a rendering. Rendering is synchronous, so one count at a time is enough. */
export function startBudget(): void {
  left = MAX_STEPS;
}

/** Counts work, so that a hostile template ends: one step is an expression, 20 items or 1,000 characters. */
export function spend(steps: number): void {
  left -= steps;
  if (!(left >= 0)) tooMuch();
}

export function spendItem(): void {
  spend(1 / 20);
}

export function checkSize(length: number): void {
  if (!(length <= MAX_SIZE)) tooMuch();
}

/** Counts the characters that something reads or makes, before they are made. */
export function spendText(length: number): void {
  checkSize(length);
  spend(length / 1000);
}

/** Counts a search that may look through the whole text from each of its starts. */
export function spendSearches(starts: number, length: number): void {
  spend((starts * length) / 1_000_000);
}

/** Counts the items that something makes, before they are made. */
export function spendItems(length: number): void {
  checkSize(length);
  spend(length / 20);
}

/** Bounds a whole number before it is computed. */
export function checkBits(bits: number): void {
  if (!(bits <= MAX_BITS)) tooMuch();
  spend(bits / 1000);
}

function tooMuch(): never {
  fail("The template takes too many steps or makes too much.");
}

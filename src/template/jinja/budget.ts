import { fail } from "./error.js";

/** The most steps of one rendering: enough for a thousand rows of a hundred steps each. */
const MAX_STEPS = 200_000;

/** The most characters or items of one value. */
const MAX_SIZE = 4_000_000;

/** The longest list that `range()` makes. */
export const MAX_RANGE = 100_000;

/** The most bits of a whole number. Python refuses to print more than 4300 digits, which are 14,285 bits. */
const MAX_BITS = 20_000;

let stepsLeft = MAX_STEPS;

/** Starts the count of a rendering. Rendering is synchronous, so one count at a time is enough. */
export function startBudget(): void {
  stepsLeft = MAX_STEPS;
}

/** Counts work, so that a hostile template ends: one step is an expression, 20 items or 1,000 characters. */
export function spend(steps: number): void {
  stepsLeft -= steps;
  // Written so that NaN is too much as well.
  if (!(stepsLeft >= 0)) tooMuch();
}

export function spendItem(): void {
  spend(1 / 20);
}

export function checkSize(length: number): void {
  if (!(length <= MAX_SIZE)) tooMuch();
}

/** Counts the characters that an operation reads or makes, before it makes them. */
export function spendText(length: number): void {
  checkSize(length);
  spend(length / 1000);
}

/** Counts a search that may look through the whole text from each of its starts. */
export function spendSearches(starts: number, length: number): void {
  spend((starts * length) / 1_000_000);
}

/** Counts the items that an operation makes, before it makes them. */
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

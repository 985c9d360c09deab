import { shareStructure } from "./shareStructure.js";

/**
 * Creates a function that returns its value, with every branch that equals the last
 * value taken from there. A render that React abandons may leave its value behind:
 * the next one then renders more than it needs to.
 */
export function createSharer<T>(): (value: T) => T {
  let last: T | undefined;
  return (value) => (last = shareStructure(last, value));
}

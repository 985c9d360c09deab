import { shareStructure } from "../core/shareStructure.js";

/**
 * Gives each value, but the last one while it is equal, and its equal branches. A
 * drawing that React gives up may leave its value behind: that costs a redraw.
 */
export function createSharer<T>(): (value: T) => T {
  let last: T | undefined;
  return (value) => (last = shareStructure(last, value));
}

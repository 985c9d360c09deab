import { describe, expect, test, vi } from "vitest";
import {
  findTyped,
  nextIndex,
  search,
} from "../../../src/nodes/Select/options.js";
import { PropReader } from "../../../src/context/propReader.js";
import { defaultContext } from "../../../src/context/WidgetContext.js";
import { readOptions } from "../../../src/ui/readOptions.js";

// Outside a renderer what is wrong goes to the console.
vi.spyOn(console, "warn").mockImplementation(() => {});

const read = (list: unknown) =>
  readOptions(new PropReader(defaultContext, { options: list }, undefined));

const options = read([
  { value: "a", label: "Aachen" },
  { value: "m", label: "Málaga", description: "Costa del Sol" },
  { value: "n", label: "New York" },
  { value: "d", label: "New Delhi" },
  { value: "z", label: "Zürich", disabled: "true" },
  { value: "x", label: "Zagreb" },
]);

describe("the options of a Select", () => {
  test.each([
    ["", [0, 1, 2, 3, 4, 5]],
    ["malaga", [1]],
    ["ZURICH", [4]],
    ["sol  costa", [1]],
    ["new", [2, 3]],
    ["nowhere", []],
  ])("search for %j", (query, found) => {
    expect(search(options, query)).toEqual(found);
  });

  test.each([
    ["a letter goes to the first that begins so", "n", -1, 2],
    ["the letter again goes to the next", "nn", 2, 3],
    ["and round to the first", "nnn", 3, 2],
    ["more letters stay while they fit", "new", 2, 2],
    ["more letters go on when they no longer do", "new d", 2, 3],
    ["an accent need not be typed", "mal", 0, 1],
    ["what is disabled is passed over", "z", -1, 5],
    ["nothing begins so", "q", 0, undefined],
  ])("typing: %s", (_, typed, current, found) => {
    expect(findTyped(options, typed, current)).toBe(found);
  });

  test.each([
    ["ArrowDown", -1, 0],
    ["ArrowDown", 29, 29],
    ["ArrowUp", -1, 29],
    ["ArrowUp", 0, 0],
    ["PageDown", 5, 15],
    ["PageUp", 5, 0],
    ["Home", 9, 0],
    ["End", 9, 29],
    ["x", 9, undefined],
  ])("%s on %i leads to %j", (key, current, target) => {
    expect(nextIndex(key, current, 30)).toBe(target);
  });
});

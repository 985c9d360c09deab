// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  describe as words,
  enumOf,
  enumValue,
  isObject,
  isRecord,
  messageOf,
  omitNullish,
  recordsOf,
  toNumber,
  toText,
} from "../../src/core/json.js";

describe("kinds of JSON", () => {
  test.each<[unknown, boolean, boolean, string]>([
    [{}, true, true, ""],
    [[], true, false, ""],
    [null, false, false, ""],
    [undefined, false, false, ""],
    ["a", false, false, "a"],
    ["", false, false, ""],
    [0, false, false, "0"],
    [1.5, false, false, "1.5"],
    [false, false, false, "false"],
    [true, false, false, "true"],
    [() => 1, false, false, ""],
    [Symbol("a"), false, false, ""],
  ])("%o", (value, object, record, text) => {
    expect([isObject(value), isRecord(value), toText(value)]).toEqual([
      object,
      record,
      text,
    ]);
  });

  test("records of a list", () => {
    const one = { a: 1 };
    expect(recordsOf([one, null, [], "a", 1])).toEqual([one]);
    expect(recordsOf(one)).toEqual([]);
    expect(recordsOf("a")).toEqual([]);
  });
});

test.each<[unknown, number | undefined]>([
  [0, 0],
  [-1.5, -1.5],
  ["12", 12],
  ["-1.25", -1.25],
  [".5", 0.5],
  ["-.5", -0.5],
  ["1.", undefined],
  ["1.2.3", undefined],
  ["1 ", undefined],
  [" 1", undefined],
  ["+1", undefined],
  ["1e3", undefined],
  ["0x1", undefined],
  ["", undefined],
  ["-", undefined],
  ["9".repeat(400), undefined],
  [Number.NaN, undefined],
  [Infinity, undefined],
  [true, undefined],
  [null, undefined],
  [["1"], undefined],
])("%j as a number is %s", (value, number) => {
  expect(toNumber(value)).toBe(number);
});

test.each<[unknown, string]>([
  [[1], "a list"],
  ["a", '"a"'],
  ["a".repeat(41), `"${"a".repeat(40)}"`],
  [{}, "an object with nothing"],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, "an object with a, b, c, d, e"],
  [{ ["a".repeat(81)]: 1 }, `an object with ${"a".repeat(80)}`],
  [null, "null"],
  [undefined, "undefined"],
  [3, "3"],
])("a developer reads %j as %s", (value, text) => {
  expect(words(value)).toBe(text);
});

test("a long text of digits that is no number is read once", () => {
  expect(toNumber(`${"1".repeat(1_000_000)}x`)).toBeUndefined();
  expect(toNumber(`-.${"1".repeat(1_000_000)}.`)).toBeUndefined();
});

test.each<[string, unknown, string]>([
  ["an error", new TypeError("no"), "no"],
  ["a text", "no", "no"],
  ["nothing", undefined, "undefined"],
  ["an object", {}, "[object Object]"],
  [
    "an object without a text",
    Object.create(null),
    "what was thrown has no message.",
  ],
])("the message of %s", (_, cause, message) => {
  expect(messageOf(cause)).toBe(message);
});

test("a word of a closed set, or the default", () => {
  const sizes = enumOf("sm md");
  expect([...sizes]).toEqual(["sm", "md"]);
  expect(enumValue(sizes, "md", "sm")).toBe("md");
  expect(enumValue(sizes, "lg", "sm")).toBe("sm");
  expect(enumValue(sizes, ["md"])).toBeUndefined();
});

test("what is absent is left out", () => {
  expect(omitNullish({ a: null, b: undefined, c: 0, d: "" })).toEqual({
    c: 0,
    d: "",
  });
  expect(Object.keys(omitNullish({ b: undefined }))).toEqual([]);
  expect([omitNullish(null), omitNullish(undefined)]).toEqual([{}, {}]);
});

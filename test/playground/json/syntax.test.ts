import { describe, expect, it } from "vitest";
import { findValue, pointerAt } from "../../../playground/json/syntax.js";

const json = '{\n  "a/b": [1, {"c": null}],\n  "a": {}\n}';

describe("findValue", () => {
  it.each([
    ["", json],
    ["/a~1b", '[1, {"c": null}]'],
    ["/a~1b/1/c", "null"],
    ["/a", "{}"],
  ])("finds %j", (pointer, text) => {
    const { from, to } = findValue(json, pointer)!;
    expect(json.slice(from, to)).toBe(text);
  });

  it.each(["/a~1b/7", "/x/y", "/a/c", "/a~1b/c"])(
    "knows that %j is not there",
    (pointer) => {
      expect(findValue(json, pointer)).toBeUndefined();
    },
  );

  it("finds nothing in a text that is empty or broken", () => {
    expect(findValue("", "")).toBeUndefined();
    expect(findValue('{"a": }', "/a")).toBeUndefined();
  });
});

describe("pointerAt", () => {
  it.each([
    [0, ""],
    [json.indexOf("1"), "/a~1b/0"],
    [json.indexOf("null"), "/a~1b/1/c"],
    [json.length, ""],
  ])("names the innermost value at %i", (offset, pointer) => {
    expect(pointerAt(json, offset)).toBe(pointer);
  });
});

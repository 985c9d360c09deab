// @vitest-environment node
import { expect, test } from "vitest";
import { positionOf } from "../../src/cli/position.js";

const text = `{
  "type": "Card",
  "a/b": { "~": [1, {"x": "]}\\"" }, true] },
  "children": [
    { "type": "Text" },
    { "type": "Text", "value": "b" }
  ],
  "children": [null, { "size": "md" }]
}`;

test.for<[pointer: string, line: number, column: number]>([
  ["", 1, 1],
  ["/type", 2, 11],
  ["/a~1b", 3, 10],
  ["/a~1b/~0/1/x", 3, 27],
  ["/a~1b/~0/2", 3, 37],
  // JSON.parse takes the last of two.
  ["/children/1/size", 8, 32],
  // What is missing is where it should be.
  ["/children/1/value", 8, 22],
  ["/nothing/at/all", 1, 1],
])("%s is in line %i, column %i", ([pointer, line, column]) => {
  expect(positionOf(text, pointer)).toEqual({ line, column });
});

test("deep JSON has positions", () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  expect(positionOf(`{"a":${deep},"b":1}`, "/b").column).toBe(100_011);
});

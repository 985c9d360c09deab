// @vitest-environment node
import { expect, test } from "vitest";
import { createPositions } from "../../src/cli/position.js";

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
  expect(createPositions(text)(pointer)).toEqual({ line, column });
});

test("deep JSON has positions", () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  expect(createPositions(`{"a":${deep},"b":1}`)("/b").column).toBe(100_011);
});

test("a text of 20 MB, with quotes in it, is stepped over", () => {
  const long = JSON.stringify(`${"x".repeat(20_000_000)}"\\`);
  const positionOf = createPositions(`{"a":${long},\r\n\t"b":[1,"\\"]}`);
  expect(positionOf("/b/1")).toEqual({ line: 2, column: 9 });
});

test("a thousand pointers into a large text read it once", () => {
  const nodes = Array.from({ length: 100_000 }, () => ({ size: "huge" }));
  const text = JSON.stringify({ note: "x".repeat(5_000_000), nodes }, null, 1);
  const positionOf = createPositions(text);
  for (let i = 99_000; i < 100_000; i++) {
    const { line } = positionOf(`/nodes/${i}/size`);
    expect(line).toBe(5 + 3 * i);
  }
});

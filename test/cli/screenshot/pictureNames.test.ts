// @vitest-environment node
import { expect, test } from "vitest";
import { pictureNames } from "../../../src/cli/screenshot/pictureNames.js";

test.for<[files: string[], names: string[]]>([
  [["orders/order.widget"], ["order.png"]],
  [
    ["order.widget.json", "other.json"],
    ["order.png", "other.png"],
  ],
  [["a.b.widget"], ["a.b.png"]],
  [["-"], ["widget.png"]],
  [
    ["a/x.widget", "b/x.widget"],
    ["a-x.png", "b-x.png"],
  ],
  [
    ["x.widget", "x.widget.json"],
    ["x.png", "x-2.png"],
  ],
  [
    ["../a/x.widget", "/b/X.widget"],
    ["a-x.png", "b-X.png"],
  ],
  [
    [String.raw`a\x.widget`, String.raw`C:\b\x.widget`],
    ["a-x.png", "C-b-x.png"],
  ],
  [
    ["a/x.widget", "b/x.widget", "a-x.widget"],
    ["a-x.png", "b-x.png", "a-x-2.png"],
  ],
])("%j are in %j", ([files, names]) => {
  expect(pictureNames(files)).toEqual(names);
});

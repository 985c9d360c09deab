// @vitest-environment node
import { expect, test } from "vitest";
import { isEvent, isItem } from "../../../src/chatkit/items.js";

test.each<[unknown, boolean, boolean]>([
  [{ id: "a", type: "widget" }, true, true],
  [{ type: "widget" }, false, true],
  [{ id: 1, type: "widget" }, false, true],
  [{ id: "a", type: null }, false, false],
  [{ id: "a" }, false, false],
  [Object.assign([], { id: "a", type: "b" }), false, false],
  [null, false, false],
  ["widget", false, false],
])("%j: an item %j, an event %j", (value, item, event) => {
  expect([isItem(value), isEvent(value)]).toEqual([item, event]);
});

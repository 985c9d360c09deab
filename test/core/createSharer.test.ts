// @vitest-environment node
import { expect, test } from "vitest";
import { createSharer } from "../../src/core/createSharer.js";

test("each value has the branches of the last one that are equal", () => {
  const share = createSharer<object>();
  const first = { a: { x: 1 }, b: 1 };
  expect(share(first)).toBe(first);
  const second = share({ a: { x: 1 }, b: 2 });
  expect(second).toEqual({ a: { x: 1 }, b: 2 });
  expect(second).toHaveProperty("a", first.a);
  expect((second as typeof first).a).toBe(first.a);
  expect(share({ a: { x: 1 }, b: 2 })).toBe(second);
});

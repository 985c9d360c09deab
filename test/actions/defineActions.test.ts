// @vitest-environment node
import { expect, test } from "vitest";
import { defineActions } from "../../src/actions/defineActions.js";

const actions = defineActions<{
  "order.cancel": { id: string };
  "cart.clear": undefined;
}>();

test("a handler is the handler itself", () => {
  const handle = () => undefined;
  expect(actions.handler(handle)).toBe(handle);
});

test("the JSON of an action has what is given, and cannot lose its type", () => {
  const payload = { id: "A-1" };
  expect(actions.config("order.cancel", payload)).toEqual({
    type: "order.cancel",
    payload,
  });
  expect(
    actions.config("order.cancel", payload, {
      handler: "client",
      type: "other",
      payload: 1,
    } as never),
  ).toEqual({ type: "order.cancel", payload, handler: "client" });
  expect(Object.keys(actions.config("cart.clear"))).toEqual(["type"]);
  expect(actions.config("cart.clear", null, { streaming: false })).toEqual({
    type: "cart.clear",
    streaming: false,
  });
});

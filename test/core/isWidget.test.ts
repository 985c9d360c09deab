import { describe, expect, test } from "vitest";
import { isWidget } from "../../src/core/index.js";
import { isWidget as root } from "../../src/index.js";

const revoked = Proxy.revocable({}, {});
revoked.revoke();

describe("isWidget", () => {
  test.each([
    ["a widget", { type: "Card", children: null }, true],
    ["a node of unknown type", { type: "Carousel" }, true],
    ["nothing", undefined, false],
    ["null", null, false],
    ["text", "Card", false],
    ["a list", [{ type: "Card" }], false],
    ["a list with a type", Object.assign([], { type: "Card" }), false],
    ["no type", { children: [] }, false],
    ["a type that is no text", { type: 7 }, false],
    [
      "a getter that throws",
      {
        get type() {
          throw new Error("no");
        },
      },
      false,
    ],
    [
      "a proxy that throws",
      new Proxy({}, { get: () => JSON.parse("no") as unknown }),
      false,
    ],
    ["a proxy that is revoked", revoked.proxy, false],
  ])("says whether %s is a widget", (_, value, expected) => {
    expect(isWidget(value)).toBe(expected);
    expect(root(value)).toBe(expected);
  });
});

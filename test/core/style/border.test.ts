import { describe, expect, test } from "vitest";
import { border, radius } from "../../../src/core/style/border.js";

describe("border", () => {
  test("borders: a number, one border, one per side", () => {
    const solid = {
      borderTopWidth: "1px",
      borderTopStyle: "solid",
      borderTopColor: "var(--wr-border-default)",
    };
    expect(border(1)).toMatchObject(solid);
    expect(
      border({ size: 2, color: "red-500", style: "dashed" }),
    ).toMatchObject({
      borderLeftWidth: "2px",
      borderLeftStyle: "dashed",
      borderLeftColor: "var(--wr-red-500)",
    });
    const sides = border({ y: 1, bottom: { size: 5, color: "blue-400" } });
    expect(sides).toMatchObject({ ...solid, borderBottomWidth: "5px" });
    expect(sides).not.toHaveProperty("borderLeftWidth");
    expect(border(-1)).toEqual({});
    const sizeless = { top: 0, left: null, size: undefined };
    expect(border(sizeless)).toEqual({});
    expect(border({ top: 0, left: null })).toEqual({
      ...solid,
      borderTopWidth: "0px",
    });
    expect(border({ top: { size: 1, color: "strong" } })).toEqual({
      ...solid,
      borderTopColor: "var(--wr-border-strong)",
    });
  });

  test.each([
    ["2xl", "var(--wr-radius-2xl)"],
    ["full", "var(--wr-radius-full)"],
    ["100%", "100%"],
    ["12px", undefined],
    [8, undefined],
  ])("radius %j is %s", (value, css) => {
    expect(radius(value)).toBe(css);
  });
});

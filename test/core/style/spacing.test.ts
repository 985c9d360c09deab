import { describe, expect, test } from "vitest";
import {
  length,
  padding,
  space,
  spacing,
} from "../../../src/core/style/spacing.js";

describe("spacing", () => {
  test.each([
    [0, "0px"],
    [2, "calc(var(--wr-spacing) * 2)"],
    [1.5, "calc(var(--wr-spacing) * 1.5)"],
    ["3", "calc(var(--wr-spacing) * 3)"],
    ["1em", "1em"],
    [Number.NaN, undefined],
    [Infinity, undefined],
    [{}, undefined],
  ])("space %j is %s", (value, css) => {
    expect(space(value)).toBe(css);
  });

  test("lengths are px, strings CSS", () => {
    expect(length(12)).toBe("12px");
    expect(length("50%")).toBe("50%");
    expect(length("40")).toBe("40px");
    expect(length(0)).toBe("0px");
    expect(length(-1)).toBeUndefined();
    expect(length(Number.NaN)).toBeUndefined();
  });

  test("a margin may be negative, also that of a side; a padding may not", () => {
    expect(spacing("margin", { top: -2 })).toEqual({
      marginTop: "calc(var(--wr-spacing) * -2)",
    });
    expect(spacing("margin", "0 -2")).toMatchObject({
      marginTop: "0px",
      marginLeft: "calc(var(--wr-spacing) * -2)",
    });
    expect(spacing("padding", { top: -2 })).toEqual({});
  });

  test("x and y first, sides override", () => {
    expect(spacing("margin", { x: 4, top: 4, bottom: 1 })).toEqual({
      marginTop: "calc(var(--wr-spacing) * 4)",
      marginRight: "calc(var(--wr-spacing) * 4)",
      marginBottom: "calc(var(--wr-spacing) * 1)",
      marginLeft: "calc(var(--wr-spacing) * 4)",
    });
    expect(
      spacing("margin", { right: 0, left: "auto", z: 3 } as never),
    ).toEqual({ marginRight: "0px", marginLeft: "auto" });
    expect(spacing("margin", { z: 3 } as never)).toEqual({});
    expect(spacing("margin", "1px 2px 3px 4px")).toEqual({
      marginTop: "1px",
      marginRight: "2px",
      marginBottom: "3px",
      marginLeft: "4px",
    });
    expect(spacing("margin", "1px 2px")).toEqual({
      marginTop: "1px",
      marginRight: "2px",
      marginBottom: "1px",
      marginLeft: "2px",
    });
  });

  test("padding gives flush children their distance from the edge", () => {
    expect(padding({ x: 2 })).toMatchObject({
      paddingLeft: "calc(var(--wr-spacing) * 2)",
      "--wr-pad-left": "calc(var(--wr-spacing) * 2)",
      "--wr-pad-top": "0px",
    });
    expect(padding(0)).toMatchObject({
      paddingTop: "0px",
      "--wr-pad-top": "0px",
    });
    expect(padding("1rem 24px")).toMatchObject({
      paddingBottom: "1rem",
      "--wr-pad-bottom": "1rem",
      "--wr-pad-left": "24px",
    });
    expect(padding("max(1rem, 2vw) 24px")).toMatchObject({
      paddingTop: "max(1rem, 2vw)",
      paddingLeft: "24px",
      "--wr-pad-left": "24px",
    });
    expect(padding("calc((1px + 2px) * 2)")).toMatchObject({
      paddingLeft: "calc((1px + 2px) * 2)",
    });
    expect(padding({ top: "lg", left: 0 })).toEqual({
      paddingLeft: "0px",
      "--wr-pad-left": "0px",
      "--wr-pad-right": "0px",
      "--wr-pad-bottom": "0px",
    });
    expect(padding(null)).toEqual({});
  });

  test("digits among several values are units, and none is without one", () => {
    expect(spacing("margin", "2 auto")).toEqual({
      marginTop: "calc(var(--wr-spacing) * 2)",
      marginRight: "auto",
      marginBottom: "calc(var(--wr-spacing) * 2)",
      marginLeft: "auto",
    });
    // In a `calc()` a 0 is no length.
    expect(padding("0 16px")).toMatchObject({
      paddingTop: "0px",
      "--wr-pad-top": "0px",
      "--wr-pad-left": "16px",
    });
  });
});

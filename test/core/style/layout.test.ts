import { describe, expect, test } from "vitest";
import {
  blockStyle,
  boxStyle,
  type FlexProps,
  flexStep,
  gapStep,
} from "../../../src/core/style/layout.js";

describe("layout", () => {
  test("size sets both, width and height win", () => {
    expect(blockStyle({ size: 40, width: "50%", maxSize: 90 })).toEqual({
      width: "50%",
      height: "40px",
      maxWidth: "90px",
      maxHeight: "90px",
    });
  });

  test("flex and aspect ratio take numbers and CSS", () => {
    expect(boxStyle({ flex: "1 1 9px", aspectRatio: "16/9" })).toEqual({
      flex: "1 1 9px",
      aspectRatio: "16/9",
    });
    expect(boxStyle({ flex: 2, aspectRatio: 1.5, gap: 7 })).toEqual({
      flex: 2,
      aspectRatio: 1.5,
      gap: "calc(var(--wr-spacing) * 7)",
    });
  });

  test.each([0, "0", 1, 1.5, "1.5", 5])(
    "a gap of %j is one of the stylesheet's, not of the style",
    (gap) => {
      expect(gapStep(gap)).toBe(`${gap}`);
      expect(boxStyle({ gap })).toEqual({});
    },
  );

  test.each([7, "10px", "constructor", -1, Number.NaN, {}, null])(
    "a gap of %j is none of the stylesheet's",
    (gap) => {
      expect(gapStep(gap)).toBeUndefined();
    },
  );

  test("flex 1 is one of the stylesheet's, and no other flex", () => {
    expect([1, "1", 2, "auto", null].map(flexStep)).toEqual([
      "1",
      "1",
      undefined,
      undefined,
      undefined,
    ]);
    expect(boxStyle({ flex: "1" })).toEqual({});
  });

  test("words that no list knows are ignored", () => {
    const props = { align: "constructor", justify: "left", wrap: "yes" };
    expect(boxStyle(props as never)).toEqual({});
  });

  const md = "var(--wr-radius-md)";
  const calc2 = "calc(var(--wr-spacing) * 2)";
  const sides = (prop: string, value: string, end = "") =>
    Object.fromEntries(
      ["Top", "Right", "Bottom", "Left"].map((side) => [
        prop + side + end,
        value,
      ]),
    );

  test.each<[FlexProps, Record<string, unknown>]>([
    [{ width: 0 }, { width: "0px" }],
    [
      { width: 9, size: 4 },
      { width: "9px", height: "4px" },
    ],
    [
      { size: 4, width: 9 },
      { width: "9px", height: "4px" },
    ],
    [{ minSize: 4 }, { minWidth: "4px", minHeight: "4px" }],
    [{ flex: 0 }, { flex: 0 }],
    [{ flex: "none" }, { flex: "none" }],
    [{ aspectRatio: 1 }, { aspectRatio: 1 }],
    [{ radius: "md" }, { borderRadius: md }],
    [{ margin: 2 }, sides("margin", calc2)],
    [{ align: "end" }, { alignItems: "end" }],
    [{ justify: "center" }, { justifyContent: "center" }],
    [{ justify: "between" }, { justifyContent: "space-between" }],
    [{ justify: "around" }, { justifyContent: "space-around" }],
    [{ justify: "evenly" }, { justifyContent: "space-evenly" }],
    [{ wrap: "wrap" }, { flexWrap: "wrap" }],
    [{ gap: "10px" }, { gap: "10px" }],
    [{ background: "surface" }, { background: "var(--wr-surface)" }],
    [
      { padding: 2 },
      {
        ...sides("padding", calc2),
        "--wr-pad-top": calc2,
        "--wr-pad-right": calc2,
        "--wr-pad-bottom": calc2,
        "--wr-pad-left": calc2,
      },
    ],
    [
      { border: 1 },
      {
        ...sides("border", "1px", "Width"),
        ...sides("border", "solid", "Style"),
        ...sides("border", "var(--wr-border-default)", "Color"),
      },
    ],
    [{ direction: "row", constructor: 1, radius: null } as FlexProps, {}],
  ])("%j as a style", (props, style) => {
    expect(boxStyle(props)).toEqual(style);
  });
});

import { describe, expect, test } from "vitest";
import {
  blockStyle,
  boxStyle,
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
});

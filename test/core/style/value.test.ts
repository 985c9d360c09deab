// @vitest-environment node
import { describe, expect, test } from "vitest";
import { border, radius } from "../../../src/core/style/border.js";
import { color } from "../../../src/core/style/color.js";
import { blockStyle, boxStyle } from "../../../src/core/style/layout.js";
import { length, space, spacing } from "../../../src/core/style/spacing.js";
import { css, type StyleContext } from "../../../src/core/style/value.js";

/** What is reported, in order; a set of words as a list. */
function collect(read: (context: StyleContext) => unknown) {
  const reports: unknown[][] = [];
  const result = read({
    wrong: (prop, value, words, kind, nearest) =>
      reports.push([prop, value, [...words], kind, nearest]),
    blocked: (prop, value) => reports.push(["blocked", prop, value]),
  });
  return { result, reports };
}

const units = "units of 4 px from 0 up, CSS";
const px = "px from 0 up, CSS";
const sides = `px from 0 up, an object with "size"`;
const surfaces = ["surface", "surface-secondary", "surface-elevated"];

describe("a value that a property cannot have is reported, with what it can have", () => {
  test.each<[string, (context: StyleContext) => unknown, unknown[]]>([
    ["a gap", (at) => space("lg", at), ["gap", "lg", [], units, undefined]],
    ["a gap below 0", (at) => space(-1, at), ["gap", -1, [], units, undefined]],
    [
      "a margin",
      (at) => spacing("margin", "lg", at),
      ["margin", "lg", [], "units of 4 px, CSS", undefined],
    ],
    [
      "a side of a padding",
      (at) => spacing("padding", { x: 1, top: "lg" }, at),
      ["padding/top", "lg", [], units, undefined],
    ],
    [
      "a padding without sides",
      (at) => spacing("padding", { size: 1 } as never, at),
      [
        "padding",
        { size: 1 },
        [],
        "units of 4 px, an object with x, top …",
        undefined,
      ],
    ],
    ["a length", (at) => length("lg", at), ["size", "lg", [], px, undefined]],
    [
      "a length below 0",
      (at) => length(-1, at),
      ["size", -1, [], px, undefined],
    ],
    [
      "a length in another unit",
      (at) => length("16dp", at, "width"),
      ["width", "16dp", [], px, "16px"],
    ],
    [
      "a length with a blank before its unit",
      (at) => length("16 dp", at, "width"),
      ["width", "16 dp", [], px, "16px"],
    ],
    [
      "a ratio",
      (at) => blockStyle({ aspectRatio: "wide" }, at),
      ["aspectRatio", "wide", [], "a number from 0 up, CSS", undefined],
    ],
    [
      "a ratio with a colon",
      (at) => blockStyle({ aspectRatio: "16:9" }, at),
      ["aspectRatio", "16:9", [], "a number from 0 up, CSS", "16/9"],
    ],
    [
      "a flex below 0",
      (at) => blockStyle({ flex: -1 }, at),
      ["flex", -1, [], "a number from 0 up, CSS", undefined],
    ],
    [
      "a radius",
      (at) => radius("huge", at),
      [
        "radius",
        "huge",
        "none 2xs xs sm md lg xl 2xl 3xl 4xl full 100%".split(" "),
        undefined,
        undefined,
      ],
    ],
    [
      "an alignment",
      (at) => boxStyle({ align: "top" as never }, at),
      [
        "align",
        "top",
        ["start", "center", "end", "baseline", "stretch"],
        undefined,
        undefined,
      ],
    ],
    [
      "a border",
      (at) => border("thin" as never, at),
      ["border", "thin", [], sides, undefined],
    ],
    [
      "a border in CSS",
      (at) => border("2px solid" as never, at),
      ["border", "2px solid", [], sides, 2],
    ],
    [
      "a border of a side",
      (at) => border({ top: -1 }, at),
      ["border/top", -1, [], sides, undefined],
    ],
    [
      "the size of a border",
      (at) => border({ x: { size: "0px" as never }, left: 1 }, at),
      ["border/x/size", "0px", [], "px from 0 up", 0],
    ],
    [
      "a border without a size",
      (at) => border({ top: { color: "red" } as never }, at),
      ["border/top", { color: "red" }, [], sides, undefined],
    ],
    [
      "the style of a border",
      (at) => border({ top: { size: 1, style: "wavy" as never } }, at),
      [
        "border/top/style",
        "wavy",
        "solid dashed dotted double groove ridge inset outset".split(" "),
        undefined,
        undefined,
      ],
    ],
    [
      "the colour of a border",
      (at) => border({ top: { size: 1, color: 7 as never } }, at),
      [
        "border/top/color",
        7,
        ["default", "subtle", "strong"],
        "blue-500, CSS",
        undefined,
      ],
    ],
    [
      "a colour of texts for a surface",
      (at) => color("secondary", "surface", at, "background"),
      ["background", "secondary", surfaces, "blue-500", undefined],
    ],
    [
      "a colour that is an object without a scheme",
      (at) => color({ color: "red" }, "text", at),
      ["color", { color: "red" }, [], "blue-500", undefined],
    ],
    [
      "a pair of colours in a pair",
      (at) => color({ light: { dark: "red" } }, "text", at),
      ["color", { dark: "red" }, [], "blue-500, CSS", undefined],
    ],
    [
      "an address behind a colon",
      (at) => length("url(a:b)", at, "width"),
      ["blocked", "width", "url(a:b)"],
    ],
  ])("%s", (_, read, report) => {
    const { reports } = collect(read);
    expect(reports[0]).toEqual(report);
    // Who does not listen gets the same style.
    expect(() => read({})).not.toThrow();
  });

  test.each<[string, (context: StyleContext) => unknown]>([
    ["nothing", (at) => length(null, at)],
    ["an empty text", (at) => length("", at)],
    ["a border of nothing", (at) => border(null, at)],
    ["a radius of nothing", (at) => radius(null, at)],
    ["a margin of nothing", (at) => spacing("margin", null, at)],
    ["an empty pair of colours", (at) => color({ light: null }, "text", at)],
    ["another", (at) => color({ dark: null }, "text", at)],
    [
      "properties that are null",
      (at) => boxStyle({ align: null, gap: null }, at),
    ],
  ])("%s is no error", (_, read) => {
    expect(collect(read).reports).toEqual([]);
  });
});

test.each([
  ..."0 +1 -1 .5 50% 1em 1rem 1ex 1px 1vh 1dvw 1svi 1lvb 1in 1cm 1mm 1pt 1pc 1q 1Q 1vmin 1vmax 1cap 1cqw".split(
    " ",
  ),
  ..."auto none normal stretch min-content -webkit-fill-available inherit initial".split(
    " ",
  ),
  "calc(1px + 2px)",
  "min(1px, calc(2px * 3))",
  "1px 2px",
  "16 / 9",
  "1 1 9px",
])("%s may be a length, a ratio or a flex", (value) => {
  expect(collect((at) => css(value, at, "width", ""))).toEqual({
    result: value,
    reports: [],
  });
});

test.each([
  "lg",
  "1px lg",
  "lg 1px",
  "16dp",
  "1pxx",
  "x1px",
  "calc()",
  "calc",
  "(1px)",
  "autos",
  "an auto",
  "content",
  "min-contents",
  "inherits",
  "/",
])("%s may not", (value) => {
  expect(collect((at) => css(value, at, "width", "")).result).toBeUndefined();
});

test.each([
  ["width", "width", "1px"],
  ["minHeight", "width", "1px"],
  ["maxHeight", "max-width", "1px"],
  ["maxWidth", "max-width", "1px"],
  ["maxSize", "max-width", "1px"],
  ["gap", "gap", "1px"],
  ["margin", "margin", "1px"],
  ["margin/top", "margin", "1px"],
  ["padding", "padding", "1px"],
  ["flex", "flex", "1px"],
  ["aspectRatio", "aspect-ratio", "1"],
  ["spacing", "margin-top", "1px"],
  ["background", "background", "auto"],
  ["series/0/color", "color", "auto"],
  ["border/x/color", "color", "auto"],
  ["border", "color", "auto"],
])("%s is asked for as %s", (prop, property, value) => {
  const asked: unknown[] = [];
  const supports = (...question: string[]) => asked.push(question) > 0;
  expect(css(value, { supports }, prop, "")).toBe(value);
  expect(asked).toEqual([[property, value]]);
  expect(css(value, { supports: () => false }, prop, "")).toBeUndefined();
});

test("units are asked for as a length, as a variable would hide an error", () => {
  const asked: string[] = [];
  const supports = (_: string, value: string) => asked.push(value) > 0;
  expect(space("2 auto 3", { supports }, "margin")).toBe(
    "calc(var(--wr-spacing) * 2) auto calc(var(--wr-spacing) * 3)",
  );
  expect(asked).toEqual(["calc(4px * 2) auto calc(4px * 3)"]);
});

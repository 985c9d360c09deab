import { expect, test } from "vitest";
import {
  blockStyle,
  boxStyle,
  flexStep,
  gapStep,
} from "../../src/core/style/layout.js";
import { border, radius } from "../../src/core/style/border.js";
import {
  length,
  padding,
  space,
  spacing,
} from "../../src/core/style/spacing.js";
import { color, type ColorContext } from "../../src/core/style/color.js";

test.each<[unknown, ColorContext, string | undefined]>([
  ["secondary", "text", "var(--wr-text-secondary)"],
  ["subtle", "border", "var(--wr-border-subtle)"],
  ["surface-tertiary", "surface", "var(--wr-surface-tertiary)"],
  ["surface", "text", "var(--wr-surface)"],
  ["blue", "chart", "var(--wr-chart-blue)"],
  ["blue", "text", "blue"],
  ["red-100", "text", "var(--wr-red-100)"],
  ["gray-950", "surface", "var(--wr-gray-950)"],
  ["green-a50", "surface", "var(--wr-green-a50)"],
  ["white", "text", "white"],
  ["black", "surface", "black"],
  [
    "alpha-70",
    "text",
    "color-mix(in srgb, var(--wr-alpha-base) 70%, transparent)",
  ],
  [
    "alpha-05",
    "surface",
    "color-mix(in srgb, var(--wr-alpha-base) 5%, transparent)",
  ],
  ["none", "surface", "none"],
  ["#0f766e", "text", "#0f766e"],
  ["rgb(1 2 3 / 50%)", "text", "rgb(1 2 3 / 50%)"],
  // A word of texts is no surface, and CSS does not know it either.
  ["secondary", "surface", undefined],
  ["", "text", undefined],
  [null, "text", undefined],
  [7, "text", undefined],
  [
    { light: "red-50", dark: "red-900" },
    "surface",
    "light-dark(var(--wr-red-50), var(--wr-red-900))",
  ],
  [{ light: "red-50" }, "surface", "var(--wr-red-50)"],
  [{ dark: "#000" }, "surface", "#000"],
  [
    "linear-gradient(135deg, #fff6d9 0%, #ceb0fb 100%)",
    "surface",
    "linear-gradient(135deg, #fff6d9 0%, #ceb0fb 100%)",
  ],
])("colour %j in the context of %s is %s", (value, context, css) => {
  expect(color(value, context)).toBe(css);
});

test("a gradient per scheme is transparent in the other", () => {
  expect(
    color(
      {
        light: "linear-gradient(to right, #fff 0%, tomato 100%)",
        dark: "#123",
      },
      "surface",
    ),
  ).toBe(
    "linear-gradient(to right, light-dark(#fff, transparent) 0%, light-dark(tomato, transparent) 100%), linear-gradient(light-dark(transparent, #123) 0 0)",
  );
});

test.each([
  [
    "radial-gradient(circle at top, color-mix(in srgb, red 10%, blue) 0 10%, var(--a))",
    "radial-gradient(circle at top, light-dark(color-mix(in srgb, red 10%, blue), transparent) 0 10%, light-dark(var(--a), transparent))",
  ],
  [
    "linear-gradient(in oklch 45deg, rgb(1 2 3 / 5%), 30%, red), conic-gradient(from 1deg, #fff, black)",
    "linear-gradient(in oklch 45deg, light-dark(rgb(1 2 3 / 5%), transparent), 30%, light-dark(red, transparent)), conic-gradient(from 1deg, light-dark(#fff, transparent), light-dark(black, transparent))",
  ],
])("the colours of %s are those of one scheme", (light, layer) => {
  expect(color({ light, dark: "#123" }, "surface")).toBe(
    `${layer}, linear-gradient(light-dark(transparent, #123) 0 0)`,
  );
});

test("host colours are known by name, also per scheme", () => {
  const tokens = { brand: "#0f766e", role: { light: "#111", dark: "red-200" } };
  expect(color("brand", "text", { tokens })).toBe("#0f766e");
  expect(color("role", "surface", { tokens })).toBe(
    "light-dark(#111, var(--wr-red-200))",
  );
  expect(color("constructor", "text", { tokens })).toBe("constructor");
});

test.each([
  "url(https://evil.example/x.png)",
  "URL ('//evil')",
  "image-set('a.png' 1x)",
  "expression(alert(1))",
  "red; position: fixed",
  "red} body{display:none",
  "u\\72l(x)",
  "u/**/rl(x)",
  "cross-fade(url(a), url(b))",
  `#${"f".repeat(600)}`,
])("%s is blocked and told", (value) => {
  const told: unknown[] = [];
  const context = { blocked: (...args: unknown[]) => told.push(args) };
  expect(color(value, "surface", context, "background")).toBeUndefined();
  expect(length(value, context, "width")).toBeUndefined();
  expect(told).toEqual([
    ["background", value],
    ["width", value],
  ]);
});

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
});

test("x and y first, sides override", () => {
  expect(spacing("margin", { x: 4, top: 4, bottom: 1 })).toEqual({
    marginTop: "calc(var(--wr-spacing) * 4)",
    marginRight: "calc(var(--wr-spacing) * 4)",
    marginBottom: "calc(var(--wr-spacing) * 1)",
    marginLeft: "calc(var(--wr-spacing) * 4)",
  });
  expect(spacing("margin", "1px 2px")).toEqual({
    marginTop: "1px",
    marginRight: "2px",
    marginBottom: "1px",
    marginLeft: "2px",
  });
});

test("padding tells flush children how far the edge is", () => {
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
  expect(padding(null)).toEqual({});
});

test("borders: a number, one border, one per side", () => {
  const solid = {
    borderTopWidth: "1px",
    borderTopStyle: "solid",
    borderTopColor: "var(--wr-border-default)",
  };
  expect(border(1)).toMatchObject(solid);
  expect(border({ size: 2, color: "red-500", style: "dashed" })).toMatchObject({
    borderLeftWidth: "2px",
    borderLeftStyle: "dashed",
    borderLeftColor: "var(--wr-red-500)",
  });
  const sides = border({ y: 1, bottom: { size: 5, color: "blue-400" } });
  expect(sides).toMatchObject({ ...solid, borderBottomWidth: "5px" });
  expect(sides).not.toHaveProperty("borderLeftWidth");
  expect(border(-1)).toEqual({});
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

test("so is flex 1, and no other", () => {
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

test.each(["surface-primary", "gray-125", "blue-350", "blue-a400"])(
  "%s names no colour, and none that is there is lost for it",
  (name) => {
    expect(color(name, "surface")).not.toContain("var(");
  },
);

test("colours in colours cost nothing", () => {
  let nested: unknown = "red";
  for (let i = 0; i < 16; i++) nested = { light: nested };
  expect(color(nested, "text")).toBeUndefined();
  const tokens = { brand: { light: "red", dark: "blue" } };
  expect(color({ light: "brand", dark: "white" }, "text", { tokens })).toBe(
    "light-dark(light-dark(red, blue), white)",
  );
});

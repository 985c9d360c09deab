import postcss from "postcss";
import { describe, expect, test } from "vitest";
import { schemeColors } from "../../scripts/schemeColors.js";

const build = async (css: string) =>
  (await postcss([schemeColors]).process(css, { from: undefined })).css;

describe("schemeColors", () => {
  test.each([
    "light-dark(#fff, #212121)",
    "light-dark(rgb(13 13 13 / 10%), rgb(255 255 255 / 12%))",
    "light-dark(var(--a), var(--b, #123))",
    "light-dark(light-dark(red, blue), hsl(1 2% 3%))",
    "var(--a, light-dark(red, rgb(1, 2, 3)))",
    "0 1px light-dark(#000, #fff), 0 2px light-dark(#0001, #fff2)",
  ])("leaves no light-dark() in %s", async (value) => {
    expect(await build(`a { color: ${value} }`)).not.toContain("light-dark");
  });

  test("keeps a pair of greys short enough for a browser's cache", async () => {
    const css = await build(
      "a { --x: light-dark(rgb(13 13 13 / 16%), rgb(255 255 255 / 25%)) }",
    );
    const value = /--x: (hsl\(from Canvas [^;}]+\)) }/.exec(css)?.[1];
    expect(value?.length).toBeLessThan(95);
  });

  test("gives the light colours to browsers without relative system colours", async () => {
    const css = await build(
      `@media print { a { top: 0; &:hover { color: light-dark(#123, light-dark(#456, #789)); } } }`,
    );
    expect(css.slice(css.indexOf("@supports")).replace(/\s+/g, " ")).toBe(
      "@supports not (color: hsl(from Canvas h s l)) {@media print { a { &:hover { color: #123; } } } }",
    );
  });

  test("a rule that wins over a pair wins over its light colour as well", async () => {
    const css = await build(
      `a { color: light-dark(#123, #456) } b { color: light-dark(#234, #567) } a { color: red } b { color: light-dark(#345, #678) }`,
    );
    const order = css.match(/@supports|(?<=color: )(?:#\w+|red)/g);
    expect(order).toEqual("@supports #123 #234 red @supports #345".split(" "));
  });

  test("leaves css without a pair alone", async () => {
    const css = "a { color: red; /* light-dark */ }";
    expect(await build(css)).toBe(css);
  });
});

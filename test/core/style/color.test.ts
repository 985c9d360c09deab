import { describe, expect, test } from "vitest";
import { length } from "../../../src/core/style/spacing.js";
import { color, type ColorContext } from "../../../src/core/style/color.js";

describe("color", () => {
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
    ["var(--my-alpha-5)", "text", "var(--my-alpha-5)"],
    ["alpha-5b", "text", "alpha-5b"],
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
    // A colour that is refused leaves the scheme to the other one.
    [{ light: "red; top: 0", dark: "#000" }, "surface", "#000"],
    [{ light: "#fff", dark: "red; top: 0" }, "surface", "#fff"],
    [{ light: "#fff", dark: "#fff" }, "surface", "#fff"],
    [{}, "surface", undefined],
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
    const tokens = {
      brand: "#0f766e",
      role: { light: "#111", dark: "red-200" },
    };
    expect(color("brand", "text", { tokens })).toBe("#0f766e");
    expect(color("role", "surface", { tokens })).toBe(
      "light-dark(#111, var(--wr-red-200))",
    );
    expect(color("constructor", "text", { tokens })).toBe("constructor");
    const blocked: unknown[] = [];
    color(
      "remote",
      "surface",
      {
        tokens: { remote: "url(a)" },
        blocked: (...args) => blocked.push(args),
      },
      "background",
    );
    expect(blocked).toEqual([["background", "url(a)"]]);
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
  ])("%s is blocked and reported", (value) => {
    const reported: unknown[] = [];
    const context = { blocked: (...args: unknown[]) => reported.push(args) };
    expect(color(value, "surface", context, "background")).toBeUndefined();
    expect(length(value, context, "width")).toBeUndefined();
    expect(reported).toEqual([
      ["background", value],
      ["width", value],
    ]);
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
});

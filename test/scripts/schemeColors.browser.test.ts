import valueParser from "postcss-value-parser";
import { beforeEach, describe, expect, test } from "vitest";
import tokens from "../../src/styles/tokens.css?raw";
import "../../src/styles/index.css";

/** Every token on `:root` that is one `light-dark()` of two colours in the source. */
const pairs = [
  ...tokens
    .split(":where(.wr-exact-colors)")[0]!
    .matchAll(/(--wr-[\w-]+):\s*(light-dark\([^;]+\));/g),
]
  .map(([, name, value]) => ({
    name: name!,
    colors: valueParser(value!).nodes[0] as { nodes: valueParser.Node[] },
  }))
  .map(({ name, colors: { nodes } }) => {
    const comma = nodes.findIndex(({ type }) => type === "div");
    return {
      name,
      light: valueParser.stringify(nodes.slice(0, comma)),
      dark: valueParser.stringify(nodes.slice(comma + 1)),
    };
  });

/** Where a widget may be, and the scheme that is in force there. */
const contexts = [
  { html: "<i></i>", scheme: "light" },
  { html: '<p style="color-scheme: dark"><i></i></p>', scheme: "dark" },
  { html: '<p data-theme="dark"><i></i></p>', scheme: "dark" },
  {
    html: '<p data-theme="dark"><b data-theme="light"><i></i></b></p>',
    scheme: "light",
  },
  {
    html: '<p style="color-scheme: light"><b style="color-scheme: dark"><i></i></b></p>',
    scheme: "dark",
  },
  { html: "<i></i>", page: "dark", scheme: "dark" },
  {
    html: '<p style="color-scheme: light"><i></i></p>',
    page: "dark",
    scheme: "light",
  },
] as const;

beforeEach(() => () => {
  document.documentElement.removeAttribute("style");
  document.body.replaceChildren();
});

/** A colour as the `<i>` of the page shows it: red, green, blue, percent of alpha. */
function pixel(color: string): number[] {
  const element = document.querySelector("i")!;
  element.style.backgroundColor = color;
  const { backgroundColor } = getComputedStyle(element);
  const [r, g, b, alpha = 1] = backgroundColor.match(/[\d.e-]+/g)!.map(Number);
  const scale = backgroundColor.startsWith("color(srgb") ? 255 : 1;
  return [r! * scale, g! * scale, b! * scale, alpha * 100].map(Math.round);
}

describe("light-dark() in the built stylesheet", () => {
  test("the source has pairs, and the built stylesheet has none of them", () => {
    expect(pairs.length).toBeGreaterThan(60);
    const css = Array.from(document.styleSheets, (sheet) =>
      Array.from(sheet.cssRules, (rule) => rule.cssText).join("\n"),
    ).join("\n");
    expect(css).toContain("--wr-surface");
    expect(css).not.toContain("light-dark(");
  });

  describe.each(contexts)("in $html, page $page", (context) => {
    test.each(pairs)(`$name is its ${context.scheme} colour`, (pair) => {
      if ("page" in context) {
        document.documentElement.style.colorScheme = context.page;
      }
      document.body.innerHTML = context.html;
      expect(pixel(`var(${pair.name})`)).toEqual(pixel(pair[context.scheme]));
    });
  });

  test("a pair follows the variables that it is made of, transparent ones as well", () => {
    document.documentElement.style.setProperty("--wr-green-700", "#12345680");
    document.documentElement.style.setProperty(
      "--wr-green-300",
      "rebeccapurple",
    );
    document.body.innerHTML = "<i></i>";
    expect(pixel("var(--wr-text-success)")).toEqual(pixel("#12345680"));
    document.documentElement.style.colorScheme = "dark";
    expect(pixel("var(--wr-text-success)")).toEqual(pixel("rebeccapurple"));
  });

  test("a host's value of a pair applies on the page and on an ancestor", () => {
    document.documentElement.style.setProperty("--wr-surface", "#010203");
    document.body.innerHTML = '<p style="--wr-link: #040506"><i></i></p>';
    expect(pixel("var(--wr-surface)")).toEqual([1, 2, 3, 100]);
    expect(pixel("var(--wr-link)")).toEqual([4, 5, 6, 100]);
  });
});

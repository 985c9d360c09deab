// `light-dark(a, b)` in our CSS, written in a way that every build keeps.
//
// Vite, Next.js and others lower `light-dark()` to variables that are set only
// where the same CSS says `color-scheme`. A page without it, or with an inline
// one, then has no colours at all. Relative colours of the system colour `Canvas`
// pass untouched, and are resolved where they are used, as `light-dark()` is:
// `Canvas` is white in a light scheme, and darker than a sixth of it in a dark one.
import { converter, parse } from "culori";
import type { AtRule, ChildNode, Container, Plugin, Root } from "postcss";
import valueParser, { type Node } from "postcss-value-parser";

/** True where a browser knows relative colours of system colours. */
const SUPPORTED = "(color: hsl(from Canvas h s l))";

/** PostCSS: rewrites each `light-dark()`. Older browsers take the light colours. */
export const schemeColors: Plugin = {
  postcssPlugin: "widget-renderer:scheme-colors",
  Once(root, postcss) {
    let block: AtRule | undefined;
    for (const node of root.nodes.slice()) {
      const fallback = lightOnly(new postcss.Root({ nodes: [node.clone()] }));
      if (!fallback) {
        block = undefined;
        continue;
      }
      // Right after what it replaces: what wins over that wins over it as well, and
      // gzip, which looks back over 32 kB, finds the same names.
      block ??= new postcss.AtRule({
        name: "supports",
        params: `not ${SUPPORTED}`,
        nodes: [],
      });
      node.after(block.append(fallback));
    }
    root.walkDecls((declaration) => {
      declaration.value = rewrite(
        declaration.value,
        (light, dark) => pairOfGreys(light, dark) ?? pairOfColors(light, dark),
      );
    });
  },
};

/** The node of `root` with the light colours alone; nothing where it has no pairs. */
function lightOnly(root: Root): ChildNode | undefined {
  root.walk((child) => {
    if (child.type === "comment") child.remove();
    if (child.type !== "decl") return;
    const value = rewrite(child.value, (light) => light);
    if (value === child.value) child.remove();
    else child.value = value;
  });
  removeEmpty(root);
  return root.first;
}

/** Removes the rules that hold nothing any more. */
function removeEmpty(container: Container) {
  container.each((node) => {
    if (node.type === "decl") return;
    if ("nodes" in node && node.nodes) removeEmpty(node);
    if (!("nodes" in node) || node.nodes?.length === 0) node.remove();
  });
}

/** Puts what `pair` makes of its two colours in place of each `light-dark()`. */
function rewrite(
  css: string,
  pair: (light: string, dark: string) => string,
): string {
  if (!css.includes("light-dark(")) return css;
  const parsed = valueParser(css);
  parsed.walk(
    (node) => {
      if (node.type !== "function" || node.value !== "light-dark") return;
      const comma = node.nodes.findIndex(
        ({ type, value }) => type === "div" && value === ",",
      );
      const text = (nodes: Node[]) => valueParser.stringify(nodes).trim();
      const value = pair(
        text(node.nodes.slice(0, comma)),
        text(node.nodes.slice(comma + 1)),
      );
      Object.assign(node, { type: "word", value });
    },
    // Inner nodes first.
    true,
  );
  return valueParser.stringify(parsed.nodes);
}

/**
 * Greys differ in one channel, so the two of a pair fit into one short colour.
 * Short matters: Chromium keeps the result of parsing a variable up to about
 * 100 characters, and takes 12 µs instead of 0.7 for each use of a longer one.
 */
function pairOfGreys(light: string, dark: string): string | undefined {
  const [a, b] = [grey(light), grey(dark)];
  if (!a || !b) return undefined;
  const isLight = "clamp(0,l - 50,1)";
  const either = (light: number, dark: number) => {
    if (light === dark) return `${dark}`;
    const step = round(Math.abs(light - dark));
    return `calc(${dark} ${light > dark ? "+" : "-"} ${step}*${isLight})`;
  };
  const alpha = either(a.alpha, b.alpha);
  return `hsl(from Canvas 0 0 ${either(a.lightness, b.lightness)}${alpha === "1" ? "" : `/${alpha}`})`;
}

function grey(css: string) {
  const rgb = converter("rgb")(parse(css));
  return rgb?.r === rgb?.g && rgb?.g === rgb?.b
    ? rgb && { lightness: round(rgb.r * 100), alpha: round(rgb.alpha ?? 1) }
    : undefined;
}

/** Two decimals: an eighth of a step of an 8-bit channel at the most. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * Any two colours, variables included. A relative colour takes its channels from
 * one colour only, so each is first mixed with a mask that is opaque in the other
 * scheme. That leaves 1 % of its alpha in its own scheme, and more than 99 % of
 * the mask's in the other: there it is made transparent. The two are then mixed in
 * equal parts, of which one is transparent. `min()` stands for `calc()`, which
 * cssnano cannot read beside `alpha`.
 */
function pairOfColors(light: string, dark: string): string {
  const only = (color: string, otherScheme: string) =>
    `rgb(from color-mix(in srgb,${color} 1%,rgb(from Canvas 0 0 0/${otherScheme})) r g b/min(100*alpha,50 - 99*alpha))`;
  const inLight = only(light, "clamp(0,128 - r,1)");
  const inDark = only(dark, "clamp(0,r - 128,1)");
  return `rgb(from color-mix(in srgb,${inLight},${inDark}) r g b/min(2*alpha,1))`;
}

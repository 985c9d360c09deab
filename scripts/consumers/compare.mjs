// What differs between a page and the reference, in words.
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** @typedef {import("./readStyles.mjs").Styles} Styles */

/** How far numbers may be apart. */
const tolerance = {
  /** px */
  length: 0.5,
  /** of 255 */
  channel: 1.5,
  alpha: 0.01,
  /** opacity, line-height, flex … */
  number: 0.01,
  /** Share of a picture's pixels that may differ; of a small one, so many. */
  pixels: 0.001,
  fewPixels: 100,
  /** What a pixel may differ by, from 0 to 1. */
  pixel: 0.1,
};

const fromPage = new Set([
  // What they come to shows in colours, sizes and pictures.
  "appearance",
  "box-sizing",
  "color-scheme",
  "display",
  "vertical-align",
  // Inherited, and the page's to say: they reach a widget as any text on it.
  "font-feature-settings",
  "font-variation-settings",
  "font-synthesis-small-caps",
  "font-synthesis-style",
  "font-synthesis-weight",
  "tab-size",
  "text-rendering",
  "-webkit-locale",
]);

/**
 * @param {Styles} actual
 * @param {Styles} expected
 * @returns {string[]}
 */
export function compareStyles(actual, expected) {
  const paths = actual.elements.map(({ path }) => path);
  const wanted = expected.elements.map(({ path }) => path);
  if (
    paths.length !== wanted.length ||
    paths.some((it, i) => it !== wanted[i])
  ) {
    const at = wanted.findIndex((path, index) => path !== paths[index]);
    return [
      `${paths.length} elements in place of ${wanted.length}; the first that differs: ${paths[at]} in place of ${wanted[at]}`,
    ];
  }
  /** @type {Map<string, { count: number, example: string }>} */
  const found = new Map();
  /** @type {Map<string, boolean>} */
  const known = new Map();
  const columns = actual.properties.map((name) =>
    expected.properties.indexOf(name),
  );
  for (const [row, { path, values }] of actual.elements.entries()) {
    const other = expected.elements[row]?.values ?? [];
    /** @param {string} name */
    const valueOf = (name) =>
      actual.strings[values[actual.properties.indexOf(name)] ?? -1];
    // The same box has other sizes when they are those of another of its edges.
    const edge = actual.properties.indexOf("box-sizing");
    const sized =
      actual.strings[values[edge] ?? -1] ===
      expected.strings[other[columns[edge] ?? -1] ?? -1];
    for (const [column, name] of actual.properties.entries()) {
      if (fromPage.has(name)) continue;
      if (!sized && (name === "width" || name === "height")) continue;
      const value = meaning(name, actual.strings[values[column] ?? -1] ?? "");
      const target = meaning(
        name,
        expected.strings[other[columns[column] ?? -1] ?? -1] ?? "",
      );
      if (value === target) continue;
      const key = `${value}\n${target}`;
      let same = known.get(key);
      if (same === undefined) known.set(key, (same = near(value, target)));
      if (same || isUnseen(name, valueOf)) continue;
      const entry = found.get(name) ?? {
        count: 0,
        example: `${path}: ${value} in place of ${target}`,
      };
      entry.count += 1;
      found.set(name, entry);
    }
  }
  return [...found].map(
    ([name, { count, example }]) => `${name} of ${count} elements, ${example}`,
  );
}

/**
 * A border or an outline without a width has a style and a colour that nobody
 * sees, and so has a background without a picture a position.
 * @param {string} name
 * @param {(name: string) => string | undefined} valueOf
 */
function isUnseen(name, valueOf) {
  const line = /^(border-(?:\w+-)+|outline-|column-rule-)(?:style|color)$/.exec(
    name,
  );
  if (line) return valueOf(`${line[1]}width`) === "0px";
  return (
    name === "background-position" && valueOf("background-image") === "none"
  );
}

const number = /-?\d*\.?\d+(?:e-?\d+)?/g;

/**
 * What old browsers are given in place of a value, which new ones read as the
 * same: more fonts behind `system-ui`, and sides of a page that runs left to right.
 * @param {string} name
 * @param {string} value
 */
function meaning(name, value) {
  if (name === "font-family") return value.replace(/,.*/, "");
  if (name === "text-align") {
    return value === "start" ? "left" : value === "end" ? "right" : value;
  }
  return value;
}

/** @param {string} a @param {string} b */
function near(a, b) {
  if (a.replace(number, "0") !== b.replace(number, "0")) return false;
  const [left, right] = [a, b].map((text) => split(text));
  return (left ?? []).every(({ value, limit }, index) => {
    const other = right?.[index]?.value ?? NaN;
    return Math.abs(value - other) <= limit;
  });
}

/** The numbers of a value, each with the tolerance of its unit. @param {string} text */
function split(text) {
  return Array.from(text.matchAll(number), (match) => {
    const after = text.slice(match.index + match[0].length);
    const before = text.slice(0, match.index);
    const color = before.lastIndexOf("rgba(") > before.lastIndexOf(")");
    const limit = color
      ? before.slice(before.lastIndexOf("rgba(")).includes("/")
        ? tolerance.alpha
        : tolerance.channel
      : after.startsWith("px")
        ? tolerance.length
        : tolerance.number;
    return { value: Number(match[0]), limit };
  });
}

/**
 * @param {Buffer} actual
 * @param {Buffer} expected
 * @returns {string[]}
 */
export function comparePictures(actual, expected) {
  if (actual.equals(expected)) return [];
  const [a, b] = [PNG.sync.read(actual), PNG.sync.read(expected)];
  if (a.width !== b.width || a.height !== b.height) {
    return [
      `a picture of ${a.width} × ${a.height} in place of ${b.width} × ${b.height}`,
    ];
  }
  const count = pixelmatch(a.data, b.data, undefined, a.width, a.height, {
    threshold: tolerance.pixel,
  });
  const all = a.width * a.height;
  return count <= Math.max(tolerance.pixels * all, tolerance.fewPixels)
    ? []
    : [`${count} of the picture's ${all} pixels`];
}

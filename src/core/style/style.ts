import { enumOf, enumValue } from "../enumOf.js";
import { safeCss } from "../sanitize.js";
import { isRecord } from "../nodeTree.js";

/** A DSL colour: a token, a palette step, CSS, or one of these per scheme. */
export type ColorValue = string | ThemeColor;

/** A colour per colour scheme. One alone serves both. */
export interface ThemeColor {
  light?: string | null;
  dark?: string | null;
}

/** Sides in spacing units of 4 px, or CSS. `x` and `y` first, sides override. */
export interface Spacing {
  top?: number | string | null;
  right?: number | string | null;
  bottom?: number | string | null;
  left?: number | string | null;
  x?: number | string | null;
  y?: number | string | null;
}

export interface Border {
  /** Width in px. */
  size: number;
  /** A border token, a palette step, or CSS. @default "default" */
  color?: ColorValue | null;
  /** @default "solid" */
  style?:
    | "solid"
    | "dashed"
    | "dotted"
    | "double"
    | "groove"
    | "ridge"
    | "inset"
    | "outset"
    | null;
}

/** A border per side, `x` and `y` first; a number is px of the default colour. */
export interface Borders {
  top?: number | Border | null;
  right?: number | Border | null;
  bottom?: number | Border | null;
  left?: number | Border | null;
  x?: number | Border | null;
  y?: number | Border | null;
}

export type Radius =
  | "none"
  | "2xs"
  | "xs"
  | "sm"
  | "md"
  | "lg"
  | "xl"
  | "2xl"
  | "3xl"
  | "4xl"
  | "full"
  | "100%";

/** What the DSL's colour names mean: texts, surfaces, borders, chart series. */
export type ColorContext = "text" | "surface" | "border" | "chart";

/** Host colours by name, and what is called with a value that cannot be used. */
export interface StyleContext {
  tokens?: Readonly<Record<string, ColorValue>> | undefined;
  /** It may load something, or leave its property. */
  blocked?(prop: string, value: unknown): void;
  /**
   * It is none of `words`, and not what `kind` says; `nearest` is, where there is one
   * that is like it. In an object `prop` is a pointer: `"padding/x"`.
   */
  wrong?(
    prop: string,
    value: unknown,
    words: Iterable<string>,
    kind?: string,
    nearest?: unknown,
  ): void;
}

/** Style properties by their React name, custom properties included. */
export type Style = Record<string, string | number>;

/** The hues of a chart, in the order in which they are given out. */
export const HUES = enumOf("blue purple orange green red yellow pink");

/** Names that mean something else in each context. */
const MEANINGS: Record<ColorContext, ReadonlySet<string>> = {
  text: enumOf(
    "prose primary emphasis secondary tertiary success warning danger",
  ),
  surface: enumOf("surface surface-secondary surface-elevated"),
  border: enumOf("default subtle strong"),
  chart: HUES,
};

/**
 * Names that mean the same everywhere: surfaces and the steps of the palette. Only
 * those there are: a variable that is not would undo what the css says.
 */
const PLAIN =
  /^(?:surface(?:-tertiary|(?:-elevated)?(?:-secondary)?)|gray-(?:0|25|50|75|[1-9][05]0|925|975|1000)|(?:blue|purple|orange|green|red|yellow|pink)-(?:a?(?:25|50|75|[123]00)|[4-9]00|950|1000))$/;

/** A colour of the DSL as CSS; `undefined` if there is none. */
export function color(
  value: unknown,
  context: ColorContext,
  style: StyleContext = {},
  prop = "color",
): string | undefined {
  if (isRecord(value)) {
    const { light, dark } = value;
    const [a, b] = [light ?? dark, dark ?? light].map((one) =>
      // One in another would be looked at twice at each level.
      isRecord(one) ? undefined : color(one, context, style, prop),
    );
    if (
      light == null &&
      dark == null &&
      !("light" in value || "dark" in value)
    ) {
      style.wrong?.(prop, value, [], COLOR);
    }
    if (a === undefined || b === undefined || a === b) return a ?? b;
    return isGradient(a) || isGradient(b)
      ? `${layer(a, (stop) => `light-dark(${stop}, transparent)`)}, ${layer(b, (stop) => `light-dark(transparent, ${stop})`)}`
      : `light-dark(${a}, ${b})`;
  }
  if (typeof value === "string") {
    const { tokens } = style;
    const host = tokens && Object.hasOwn(tokens, value) && tokens[value];
    if (host)
      return color(
        host,
        context,
        { blocked: style.blocked?.bind(style) },
        prop,
      );
    if (PLAIN.test(value)) return `var(--wr-${value})`;
    // A hue alone is CSS everywhere but in a chart.
    const own = ([context, "text", "border"] as const).find((other) =>
      MEANINGS[other].has(value),
    );
    if (own && context !== "surface") return `var(--wr-${own}-${value})`;
    const alpha = /^alpha-(\d+)$/.exec(value)?.[1];
    if (alpha !== undefined) {
      return `color-mix(in srgb, var(--wr-alpha-base) ${+alpha}%, transparent)`;
    }
    // A word of another context is not what the author of a surface meant.
    if (own) {
      style.wrong?.(prop, value, MEANINGS.surface, COLOR);
      return undefined;
    }
  }
  return css(value, style, prop, COLOR, undefined, MEANINGS[context]);
}

const COLOR = "blue-500";

function isGradient(css: string): boolean {
  return css.includes("gradient(");
}

/** The colours of a gradient: what its arguments begin with, but for its directions. */
const STOP =
  /([(,]\s*)(?!to\b|from\b|at\b|in\b|circle|ellipse|closest|farthest|calc|[a-z-]*gradient)(#\w+|[a-z-]+(?:\((?:[^()]|\([^()]*\))*\))?)/gi;

/**
 * `light-dark()` takes colours only, so a gradient becomes one whose colours
 * are transparent in the other scheme; two of these lie on each other.
 */
function layer(css: string, inScheme: (stop: string) => string): string {
  return (isGradient(css) ? css : `linear-gradient(${css} 0 0)`).replace(
    STOP,
    (_, before: string, stop: string) => before + inScheme(stop),
  );
}

/**
 * Parts of a length, a ratio or a `flex`. A browser drops what is none, such as `lg`
 * or `16dp`, but not from a variable, which then undoes what it is used in.
 */
const PART =
  /^(?:[+-]?[\d.]+(?:%|[a-z]*(?:em|[pe]x|[hwib]|in|max|[cm]m|p[tc]|q|c|ap))?|[a-z-]+\(.+\)|auto|none|normal|stretch|[a-z-]+-(?:content|available)|in(?:herit|itial))$/i;

/** Spacing units (4 px each) or CSS. Digits in a string count as a number. */
export function space(
  value: unknown,
  context?: StyleContext,
  prop = "gap",
): string | undefined {
  const n = toNumber(value);
  if (n !== undefined && (n >= 0 || prop === "margin")) {
    return n === 0 ? "0px" : `calc(var(--wr-spacing) * ${n})`;
  }
  return css(value, context, prop, "units of 4 px", (text) =>
    // Digits among several values are units as well.
    text.replace(PARTS, (part) =>
      part === text || toNumber(part) === undefined ? part : space(part)!,
    ),
  );
}

/** Px or CSS. Digits in a string count as a number. */
export function length(
  value: unknown,
  context?: StyleContext,
  prop = "size",
): string | undefined {
  const n = toNumber(value);
  return n !== undefined && n >= 0 ? `${n}px` : css(value, context, prop, "px");
}

/** A finite number, or one written in a string. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === "string" && /^-?\d*\.?\d+$/.test(value)) value = +value;
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : undefined;
}

/** A value of CSS that does no harm. What a browser does not know is reported. */
function css(
  value: unknown,
  context: StyleContext | undefined,
  prop: string,
  kind: string,
  read = (text: string) => text,
  words?: ReadonlySet<string>,
): string | undefined {
  if (value == null || value === "") return undefined;
  // In an object it is a pointer; `size` and the like are those of a width.
  const name = prop.split("/")[0]!;
  const property = PROPERTIES[name] ?? "width";
  const find = (text: string) => {
    const found = read(text);
    return (words || text.match(PARTS)?.every((part) => PART.test(part))) &&
      (globalThis.CSS?.supports?.(property, found) ?? true)
      ? found
      : undefined;
  };
  let meant: string | undefined;
  if (typeof value === "string") {
    const safe = safeCss(value);
    const found = safe && find(safe);
    if (found) return found;
    // A colon alone does no harm, as in `16:9`.
    const plain = safeCss(value.replace(":", "/"));
    if (plain === undefined) {
      context?.blocked?.(prop, value);
      return undefined;
    }
    meant = [plain, plain.replace(/\s/g, ""), `${parseFloat(plain)}px`].find(
      find,
    );
  }
  context?.wrong?.(prop, value, words ?? [], `${kind}, CSS`, meant);
  return undefined;
}

/** What CSS calls a property. */
const PROPERTIES: Record<string, string> = {
  gap: "gap",
  margin: "margin",
  padding: "padding",
  spacing: "margin-top",
  flex: "flex",
  aspectRatio: "aspect-ratio",
  background: "background",
  color: "color",
  border: "color",
};

const RADII = enumOf("none 2xs xs sm md lg xl 2xl 3xl 4xl full 100%");

export function radius(
  value: unknown,
  context?: StyleContext,
): string | undefined {
  const name = word(RADII, value, context, "radius");
  return name === "100%" ? name : name && `var(--wr-radius-${name})`;
}

/** One of a closed set of words. */
function word<T extends string>(
  set: ReadonlySet<T>,
  value: unknown,
  context: StyleContext | undefined,
  prop: string,
): T | undefined {
  const found = enumValue(set, value);
  if (found === undefined && value != null) context?.wrong?.(prop, value, set);
  return found;
}

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;

const SIDE_NAMES = enumOf("top right bottom left x y");

/**
 * What each side is given, and where: `x` and `y` first, then sides. Nothing for an
 * object without sides.
 */
function sidesOf(given: object): (readonly [string, unknown])[] | undefined {
  const sides = given as Record<string, unknown>;
  if (!Object.keys(sides).some((name) => SIDE_NAMES.has(name as "x"))) {
    return undefined;
  }
  return ["top", "right", "bottom", "left"].map((side, i) => {
    const name = sides[side] == null ? (i % 2 === 0 ? "y" : "x") : side;
    return [name, sides[name]] as const;
  });
}

/** The parts of a CSS value, functions with blanks inside kept whole. */
const PARTS = /(?:[^\s()/]|\((?:[^()]|\([^()]*\))*\))+/g;

/** `margin` or `padding` as four longhands. */
export function spacing(
  prop: "margin" | "padding",
  value: number | string | Spacing | null | undefined,
  context?: StyleContext,
): Style {
  const style: Style = {};
  if (value == null) return style;
  let sides: readonly (string | undefined)[];
  if (typeof value === "object") {
    const given = sidesOf(value);
    if (!given) context?.wrong?.(prop, value, SIDE_NAMES, "units of 4 px");
    sides = (given ?? []).map(([name, side]) =>
      space(side, context, `${prop}/${name}`),
    );
  } else {
    const [top, right = top, bottom = top, left = right] =
      space(value, context, prop)?.match(PARTS) ?? [];
    sides = [top, right, bottom, left];
  }
  SIDES.forEach((side, i) => put(style, prop + side, sides[i]));
  return style;
}

/** `padding` as the style and as the variables that `flush` children read. */
export function padding(
  value: number | string | Spacing | null | undefined,
  context?: StyleContext,
): Style {
  const style = spacing("padding", value, context);
  const sides = isRecord(value) ? sidesOf(value) : undefined;
  SIDES.forEach((side, i) => {
    const absent = sides && sides[i]![1] == null ? "0px" : undefined;
    const name = `--wr-pad-${side.toLowerCase()}`;
    put(style, name, style[`padding${side}`] ?? absent);
  });
  return style;
}

const BORDER_STYLES = enumOf(
  "solid dashed dotted double groove ridge inset outset",
);

/** `border` as longhands. A number is that many px of the default colour. */
export function border(
  value: number | Border | Borders | null | undefined,
  context?: StyleContext,
): Style {
  const style: Style = {};
  const sides =
    isRecord(value) && !("size" in value) ? sidesOf(value) : undefined;
  SIDES.forEach((side, i) => {
    const [name, own] = sides?.[i] ?? ["", value];
    if (own == null) return;
    const prop = name === "" ? "border" : `border/${name}`;
    const given: Record<string, unknown> = isRecord(own) ? own : { size: own };
    const size = toNumber(given["size"]);
    if (size === undefined || size < 0) {
      const near = typeof own === "string" ? parseFloat(own) : -1;
      context?.wrong?.(prop, own, [], "px", near >= 0 ? near : undefined);
      return;
    }
    const longhand = `border${side}`;
    style[`${longhand}Width`] = `${size}px`;
    style[`${longhand}Style`] =
      word(BORDER_STYLES, given["style"], context, `${prop}/style`) ?? "solid";
    style[`${longhand}Color`] =
      color(given["color"], "border", context, `${prop}/color`) ??
      "var(--wr-border-default)";
  });
  return style;
}

/** Size, margin and radius: what Boxes, Images and Charts share. */
export interface BlockProps {
  /** Px, or CSS. */
  width?: number | string | null;
  /** Px, or CSS. */
  height?: number | string | null;
  /** Width and height in px, or CSS; `width` and `height` win over it. */
  size?: number | string | null;
  /** Px, or CSS. */
  minWidth?: number | string | null;
  /** Px, or CSS. */
  minHeight?: number | string | null;
  /** `minWidth` and `minHeight` in px, or CSS. */
  minSize?: number | string | null;
  /** Px, or CSS. @default "100%" */
  maxWidth?: number | string | null;
  /** Px, or CSS. */
  maxHeight?: number | string | null;
  /** `maxWidth` and `maxHeight` in px, or CSS. */
  maxSize?: number | string | null;
  /** CSS `aspect-ratio`: `1.5`, `"16/9"`. */
  aspectRatio?: number | string | null;
  /** Corners: none 0, 2xs 2, xs 4, sm 6, md 8, lg 10, xl 12, 2xl 16, 3xl 20, 4xl 24 px, full. */
  radius?: Radius | null;
  /** Spacing units of 4 px, CSS, or one per side. @default 0 */
  margin?: number | string | Spacing | null;
  /** CSS `flex`: `1` takes the free room, `"auto"`, `"none"`. */
  flex?: number | string | null;
}

type Context = StyleContext | undefined;

/** The block part of a node as a style. */
export function blockStyle(props: BlockProps, context?: StyleContext): Style {
  return styleOf(props, context, addBlock);
}

/** Most properties of most nodes are not there: only what is there is looked at. */
function styleOf(props: object, context: Context, add: typeof addBlock): Style {
  const style: Style = {};
  for (const name in props) {
    const value = (props as Record<string, unknown>)[name];
    if (value != null) add(style, name, value, context);
  }
  return style;
}

const GAPS = enumOf("0 1 1.5 2 3 4 5");

/**
 * A gap that the stylesheet has a rule for: an attribute says it. An element with a
 * style of its own shares none with others, and costs the browser a third more.
 */
export function gapStep(value: unknown): string | undefined {
  return enumValue(GAPS, String(toNumber(value)) as "0");
}

/** The same of `flex`. */
export function flexStep(value: unknown): string | undefined {
  return toNumber(value) === 1 ? "1" : undefined;
}

const LENGTHS = enumOf("width height minWidth minHeight maxWidth maxHeight");

/** One length for a width and a height; an own one wins, before it or after. */
const BOTH = enumOf("size minSize maxSize");

/** A number, or what it is in CSS. */
function ratio(value: unknown, context: Context, prop: string) {
  const n = toNumber(value);
  return n !== undefined && n >= 0 ? n : css(value, context, prop, "a number");
}

function addBlock(
  style: Style,
  name: string,
  value: unknown,
  context: Context,
) {
  if (LENGTHS.has(name as "width"))
    put(style, name, length(value, context, name));
  else if (name === "flex" || name === "aspectRatio") {
    if (name === "flex" && flexStep(value)) return;
    put(style, name, ratio(value, context, name));
  } else if (BOTH.has(name as "size")) {
    for (const end of ["Width", "Height"]) {
      const one = name === "size" ? end.toLowerCase() : name.slice(0, 3) + end;
      if (!(one in style)) put(style, one, length(value, context, name));
    }
  } else if (name === "radius")
    put(style, "borderRadius", radius(value, context));
  else if (name === "margin") {
    Object.assign(style, spacing(name, value as BlockProps["margin"], context));
  }
}

/** What every flex container of the DSL takes. */
export interface FlexProps extends BlockProps {
  /** Cross axis. */
  align?: Alignment | null;
  /** Main axis. @default "start" */
  justify?: Justification | null;
  /** @default "nowrap" */
  wrap?: "nowrap" | "wrap" | "wrap-reverse" | null;
  /** Spacing units of 4 px, or CSS. Absent: spaced by the types of the children. */
  gap?: number | string | null;
  /** Spacing units of 4 px, CSS, or one per side. @default 0 */
  padding?: number | string | Spacing | null;
  /** Px of the default colour, a border, or one per side. */
  border?: number | Border | Borders | null;
  /** A surface token, a palette step, any CSS colour or gradient. */
  background?: ColorValue | null;
}

export type Alignment = "start" | "center" | "end" | "baseline" | "stretch";

export type Justification =
  "start" | "center" | "end" | "between" | "around" | "evenly" | "stretch";

/** A flex container of the DSL as a style; its direction is a data attribute. */
export function boxStyle(props: FlexProps, context?: StyleContext): Style {
  return styleOf(props, context, addBox);
}

/** Words about the flow of children, by what CSS calls the property. */
const FLOW: Record<string, readonly [string, ReadonlySet<string>]> = {
  align: ["alignItems", enumOf("start center end baseline stretch")],
  justify: [
    "justifyContent",
    enumOf("start center end between around evenly stretch"),
  ],
  wrap: ["flexWrap", enumOf("nowrap wrap wrap-reverse")],
};

function addBox(style: Style, name: string, value: unknown, context: Context) {
  const flow = Object.hasOwn(FLOW, name) && FLOW[name];
  if (flow) {
    const found = word(flow[1], value, context, name);
    put(style, flow[0], found?.replace(/between|around|evenly/, "space-$&"));
  } else if (name === "gap") {
    if (!gapStep(value)) put(style, name, space(value, context));
  } else if (name === "background") {
    put(style, name, color(value, "surface", context, name));
  } else if (name === "padding") {
    Object.assign(style, padding(value as FlexProps[typeof name], context));
  } else if (name === "border") {
    Object.assign(style, border(value as FlexProps[typeof name], context));
  } else addBlock(style, name, value, context);
}

/** Sets what is there. */
function put(style: Style, name: string, value: unknown) {
  if (value !== undefined) style[name] = value as string;
}

import { safeCss } from "./safety.js";

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

/** Host colours by name, and who hears of a value that may not be used. */
export interface StyleContext {
  tokens?: Readonly<Record<string, ColorValue>> | undefined;
  blocked?: ((prop: string, value: unknown) => void) | undefined;
}

/** Style properties by their React name, custom properties included. */
export type Style = Record<string, string | number>;

const TOKENS: Record<ColorContext, ReadonlySet<string>> = {
  text: new Set(
    "prose primary emphasis secondary tertiary success warning danger".split(
      " ",
    ),
  ),
  surface: new Set(
    "surface surface-secondary surface-tertiary surface-elevated surface-elevated-secondary".split(
      " ",
    ),
  ),
  border: new Set(["default", "subtle", "strong"]),
  chart: new Set("blue purple orange green red yellow pink".split(" ")),
};

const PALETTE =
  /^(?:(?:red|orange|yellow|green|blue|purple|pink)-(?:25|50|75|[1-9]00|950|1000|a25|a50|a75|a[123]00)|gray-(?:0|25|50|75|[1-9]00|[1-8]50|925|950|975|1000))$/;

const ALPHA = /^alpha-(\d{1,3})$/;

/** A colour of the DSL as CSS; `undefined` if there is none. */
export function color(
  value: unknown,
  context: ColorContext,
  { tokens, blocked }: StyleContext = {},
  prop = "color",
): string | undefined {
  if (typeof value === "object" && value !== null) {
    const { light, dark } = value as ThemeColor;
    const a = one(light ?? dark);
    const b = one(dark ?? light);
    if (a === undefined || b === undefined) return a ?? b;
    if (a === b) return a;
    return isGradient(a) || isGradient(b)
      ? `${inScheme(a, "light")}, ${inScheme(b, "dark")}`
      : `light-dark(${a}, ${b})`;
  }
  return one(value);

  function one(name: unknown): string | undefined {
    if (typeof name !== "string" || name === "") return undefined;
    const host = tokens && Object.hasOwn(tokens, name) && tokens[name];
    if (host) return color(host, context, { blocked }, prop);
    const own = TOKENS[context].has(name)
      ? context
      : (Object.keys(TOKENS) as ColorContext[]).find(
          // A hue alone is CSS everywhere but in a chart.
          (other) => other !== "chart" && TOKENS[other].has(name),
        );
    // A word of another context is not what the author of a surface meant.
    if (own === context || (own && own === "surface")) {
      return `var(--wr-${own === "surface" ? name : `${own}-${name}`})`;
    }
    if (own)
      return context === "surface" ? undefined : `var(--wr-${own}-${name})`;
    if (PALETTE.test(name)) return `var(--wr-${name})`;
    if (name === "white") return "#fff";
    if (name === "black") return "#000";
    const alpha = ALPHA.exec(name)?.[1];
    if (alpha !== undefined && +alpha <= 100) {
      return `color-mix(in srgb, var(--wr-alpha-base) ${+alpha}%, transparent)`;
    }
    const css = safeCss(name);
    if (css === undefined) blocked?.(prop, name);
    return css;
  }
}

function isGradient(css: string): boolean {
  return css.includes("gradient(");
}

const GRADIENT_WORDS =
  /^(?:to|top|right|bottom|left|center|at|circle|ellipse|from|in|closest-side|closest-corner|farthest-side|farthest-corner|srgb|srgb-linear|oklab|oklch|lab|lch|hsl|hwb|longer|shorter|increasing|decreasing|hue)$/i;

const GRADIENT_COLOR =
  /#[0-9a-f]{3,8}\b|(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|var)a?\((?:[^()]|\([^()]*\))*\)|[a-z-]+(?![\w(-])/gi;

/**
 * `light-dark()` takes colours only, so a gradient becomes one whose colours
 * are transparent in the other scheme; two of these lie on each other.
 */
function inScheme(css: string, scheme: "light" | "dark"): string {
  const wrap = (c: string) =>
    scheme === "light"
      ? `light-dark(${c}, transparent)`
      : `light-dark(transparent, ${c})`;
  if (!isGradient(css)) return `linear-gradient(${wrap(css)} 0 0)`;
  return css.replace(GRADIENT_COLOR, (word, offset: number) =>
    GRADIENT_WORDS.test(word) || /[\d.%]/.test(css[offset - 1] ?? "")
      ? word
      : wrap(word),
  );
}

/** Spacing units (4 px each) or CSS. Digits in a string count as a number. */
export function space(
  value: unknown,
  context?: StyleContext,
  prop = "gap",
): string | undefined {
  const n = toNumber(value);
  if (n !== undefined) {
    return n === 0 ? "0px" : `calc(var(--wr-spacing) * ${n})`;
  }
  return css(value, context, prop);
}

/** Px or CSS. Digits in a string count as a number. */
export function length(
  value: unknown,
  context?: StyleContext,
  prop = "size",
): string | undefined {
  const n = toNumber(value);
  return n === undefined ? css(value, context, prop) : `${n}px`;
}

/** A finite number, or one written in a string. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === "string" && /^-?\d*\.?\d+$/.test(value)) value = +value;
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : undefined;
}

function css(value: unknown, context: StyleContext | undefined, prop: string) {
  if (typeof value !== "string" || value === "") return undefined;
  const safe = safeCss(value);
  if (safe === undefined) context?.blocked?.(prop, value);
  return safe;
}

const RADII = new Set("none 2xs xs sm md lg xl 2xl 3xl 4xl full".split(" "));

export function radius(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  return RADII.has(value)
    ? `var(--wr-radius-${value})`
    : value === "100%"
      ? value
      : undefined;
}

const SIDES = ["top", "right", "bottom", "left"] as const;

/** The four values of a padding, margin or border: `x` and `y`, then sides. */
export function sides<T>(
  value: T | Partial<Record<string, T | null>> | null | undefined,
  isValue: (value: unknown) => boolean,
): [T?, T?, T?, T?] {
  if (value == null) return [];
  if (isValue(value)) return [value as T, value as T, value as T, value as T];
  if (typeof value !== "object") return [];
  const { x, y, top, right, bottom, left } = value as Record<string, T | null>;
  return [top ?? y, right ?? x, bottom ?? y, left ?? x].map(
    (side) => side ?? undefined,
  ) as [T?, T?, T?, T?];
}

const isScalar = (value: unknown) => typeof value !== "object";

/** `margin` or `padding` as four longhands. */
export function spacing(
  prop: "margin" | "padding",
  value: number | string | Spacing | null | undefined,
  context?: StyleContext,
): Style {
  const style: Style = {};
  if (value == null) return style;
  // CSS may hold several values, and functions with blanks inside.
  const short = isScalar(value) ? space(value, context, prop) : undefined;
  if (short !== undefined && short.includes(" ") && !short.startsWith("calc")) {
    if (short.includes("(")) {
      style[prop] = short;
      return style;
    }
    const [top, right = top, bottom = top, left = right] = short.split(/\s+/);
    value = { top, right, bottom, left };
  }
  sides<number | string>(value as number, isScalar).forEach((side, i) => {
    const length = space(side, context, prop);
    if (length !== undefined) style[`${prop}${capital(SIDES[i]!)}`] = length;
  });
  return style;
}

/** `padding` as the style and as the variables that `flush` children read. */
export function padding(
  value: number | string | Spacing | null | undefined,
  context?: StyleContext,
): Style {
  const style = spacing("padding", value, context);
  if (value == null) return style;
  for (const side of SIDES) {
    const own = style[`padding${capital(side)}`];
    // Several values with functions cannot be told apart: no bleeding there.
    style[`--wr-pad-${side}`] = own ?? "0px";
  }
  return style;
}

const BORDER_STYLES = new Set(
  "solid dashed dotted double groove ridge inset outset".split(" "),
);

const isBorder = (value: unknown) =>
  typeof value !== "object" || (value !== null && "size" in value);

/** `border` as longhands. A number is that many px of the default colour. */
export function border(
  value: number | Border | Borders | null | undefined,
  context?: StyleContext,
): Style {
  const style: Style = {};
  sides<number | Border>(value as number, isBorder).forEach((side, i) => {
    if (side === undefined) return;
    const given: Partial<Border> =
      typeof side === "object" ? side : { size: side };
    const size = toNumber(given.size);
    if (size === undefined || size < 0) return;
    const name = `border${capital(SIDES[i]!)}`;
    style[`${name}Width`] = `${size}px`;
    style[`${name}Style`] =
      given.style && BORDER_STYLES.has(given.style) ? given.style : "solid";
    style[`${name}Color`] =
      color(given.color, "border", context, "border") ??
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

/** The block part of a node as a style. */
export function blockStyle(props: BlockProps, context?: StyleContext): Style {
  const style = spacing("margin", props.margin, context);
  put("width", props.width ?? props.size);
  put("height", props.height ?? props.size);
  put("minWidth", props.minWidth ?? props.minSize);
  put("minHeight", props.minHeight ?? props.minSize);
  put("maxWidth", props.maxWidth ?? props.maxSize);
  put("maxHeight", props.maxHeight ?? props.maxSize);
  if (props.aspectRatio != null) {
    const ratio =
      toNumber(props.aspectRatio) ??
      css(props.aspectRatio, context, "aspectRatio");
    if (ratio !== undefined) style["aspectRatio"] = ratio;
  }
  const corner = radius(props.radius);
  if (corner !== undefined) style["borderRadius"] = corner;
  if (props.flex != null) {
    const flex = toNumber(props.flex) ?? css(props.flex, context, "flex");
    if (flex !== undefined) style["flex"] = flex;
  }
  return style;

  function put(name: string, value: unknown) {
    if (value == null) return;
    const given = length(value, context, name);
    if (given !== undefined) style[name] = given;
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

const ALIGN = /^(?:start|center|end|baseline|stretch)$/;
const JUSTIFY = /^(?:start|center|end|between|around|evenly|stretch)$/;
const WRAP = /^(?:nowrap|wrap|wrap-reverse)$/;

/** A flex container of the DSL as a style; its direction is a data attribute. */
export function boxStyle(props: FlexProps, context?: StyleContext): Style {
  const style = blockStyle(props, context);
  word("alignItems", ALIGN, props.align);
  word("justifyContent", JUSTIFY, props.justify);
  word("flexWrap", WRAP, props.wrap);
  const gap = space(props.gap, context, "gap");
  if (gap !== undefined) style["gap"] = gap;
  const background = color(props.background, "surface", context, "background");
  if (background !== undefined) style["background"] = background;
  if (props.padding != null)
    Object.assign(style, padding(props.padding, context));
  if (props.border != null) Object.assign(style, border(props.border, context));
  return style;

  function word(name: string, words: RegExp, value: unknown) {
    if (typeof value !== "string" || !words.test(value)) return;
    style[name] = value
      .replace(/^(?=start|end)/, "flex-")
      .replace(/^(?=between|around|evenly)/, "space-");
  }
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

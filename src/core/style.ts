import { defined } from "./defined.js";
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

/** The hues of a chart, in the order in which they are given out. */
export const HUES = words("blue purple orange green red yellow pink");

const TOKENS: Record<ColorContext, readonly string[]> = {
  text: words(
    "prose primary emphasis secondary tertiary success warning danger",
  ),
  surface: words(
    "surface surface-secondary surface-tertiary surface-elevated surface-elevated-secondary",
  ),
  border: words("default subtle strong"),
  chart: HUES,
};

const PALETTE = new RegExp(
  `^(?:(?:${HUES.join("|")})-(?:a?(?:25|50|75|[123]00)|[4-9]00|950|1000)|gray-(?:0|25|50|75|[1-9][05]0|925|975|1000))$`,
);

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
    // A hue alone is CSS everywhere but in a chart.
    const contexts: ColorContext[] = [context, "text", "surface", "border"];
    const own = contexts.find((other) => TOKENS[other].includes(name));
    if (own === "surface" || PALETTE.test(name)) return `var(--wr-${name})`;
    if (own) {
      // A word of another context is not what the author of a surface meant.
      return context === "surface" ? undefined : `var(--wr-${own}-${name})`;
    }
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
  /^(?:to|top|right|bottom|left|center|at|circle|ellipse|from|in|(?:closest|farthest)-(?:side|corner)|srgb(?:-linear)?|(?:ok)?l(?:ab|ch)|hsl|hwb|longer|shorter|increasing|decreasing|hue)$/i;

const GRADIENT_COLOR =
  /#[0-9a-f]{3,8}\b|(?:rgb|hsl|hwb|(?:ok)?l(?:ab|ch)|color(?:-mix)?|light-dark|var)a?\((?:[^()]|\([^()]*\))*\)|[a-z-]+(?![\w(-])/gi;

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
  if (n === undefined) return css(value, context, prop);
  return n === 0 ? "0px" : `calc(var(--wr-spacing) * ${n})`;
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

const RADII = words("none 2xs xs sm md lg xl 2xl 3xl 4xl full");

export function radius(value: unknown): string | undefined {
  if (value === "100%") return value;
  return RADII.includes(value as string)
    ? `var(--wr-radius-${value as string})`
    : undefined;
}

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;

/** Calls `use` for each side that has a value: `x` and `y` first, then sides. */
function eachSide(
  value: unknown,
  isValue: (value: unknown) => boolean,
  use: (side: string, value: unknown) => void,
) {
  if (value == null) return;
  const all = isValue(value) ? value : undefined;
  const given = (typeof value === "object" ? value : {}) as Record<
    string,
    unknown
  >;
  SIDES.forEach((side, i) => {
    const own =
      all ?? given[side.toLowerCase()] ?? given[i % 2 === 0 ? "y" : "x"];
    if (own != null) use(side, own);
  });
}

const isScalar = (value: unknown) => typeof value !== "object";

/** `margin` or `padding` as four longhands. */
export function spacing(
  prop: "margin" | "padding",
  value: number | string | Spacing | null | undefined,
  context?: StyleContext,
): Style {
  // CSS may hold several values, and functions with blanks inside.
  const short = isScalar(value) ? space(value, context, prop) : undefined;
  if (short?.includes(" ") && !short.startsWith("calc")) {
    if (short.includes("(")) return { [prop]: short };
    const [top, right = top, bottom = top, left = right] = short.split(/\s+/);
    value = { top, right, bottom, left };
  }
  const style: Style = {};
  eachSide(value, isScalar, (side, given) => {
    const length = space(given, context, prop);
    if (length !== undefined) style[prop + side] = length;
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
    // Several values with functions cannot be told apart: no bleeding there.
    style[`--wr-pad-${side.toLowerCase()}`] = style[`padding${side}`] ?? "0px";
  }
  return style;
}

const BORDER_STYLES = words(
  "solid dashed dotted double groove ridge inset outset",
);

const isBorder = (value: unknown) =>
  typeof value !== "object" || (value !== null && "size" in value);

/** `border` as longhands. A number is that many px of the default colour. */
export function border(
  value: number | Border | Borders | null | undefined,
  context?: StyleContext,
): Style {
  const style: Style = {};
  eachSide(value, isBorder, (side, own) => {
    const given = (
      typeof own === "object" ? own : { size: own }
    ) as Partial<Border>;
    const size = toNumber(given.size);
    if (size === undefined || size < 0) return;
    const name = `border${side}`;
    style[`${name}Width`] = `${size}px`;
    style[`${name}Style`] = BORDER_STYLES.includes(given.style!)
      ? given.style!
      : "solid";
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
  const { size, minSize, maxSize, aspectRatio, flex } = props;
  return defined({
    ...spacing("margin", props.margin, context),
    width: length(props.width ?? size, context, "width"),
    height: length(props.height ?? size, context, "height"),
    minWidth: length(props.minWidth ?? minSize, context, "minWidth"),
    minHeight: length(props.minHeight ?? minSize, context, "minHeight"),
    maxWidth: length(props.maxWidth ?? maxSize, context, "maxWidth"),
    maxHeight: length(props.maxHeight ?? maxSize, context, "maxHeight"),
    aspectRatio:
      toNumber(aspectRatio) ?? css(aspectRatio, context, "aspectRatio"),
    borderRadius: radius(props.radius),
    flex: toNumber(flex) ?? css(flex, context, "flex"),
  });
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
  return defined({
    ...blockStyle(props, context),
    alignItems: word(ALIGN, props.align),
    justifyContent: word(JUSTIFY, props.justify),
    flexWrap: word(WRAP, props.wrap),
    gap: space(props.gap, context, "gap"),
    background: color(props.background, "surface", context, "background"),
    ...padding(props.padding, context),
    ...border(props.border, context),
  });
}

/** A keyword of a flex container in its CSS spelling. */
function word(allowed: RegExp, value: unknown): string | undefined {
  return typeof value === "string" && allowed.test(value)
    ? value
        .replace(/^(?=start|end)/, "flex-")
        .replace(/^(?=between|around|evenly)/, "space-")
    : undefined;
}

function words(text: string): readonly string[] {
  return text.split(" ");
}

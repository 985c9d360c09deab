import { enumOf, enumValue, toNumber } from "../json.js";
import {
  type Border,
  type Borders,
  type Radius,
  border,
  radius,
} from "./border.js";
import { color } from "./color.js";
import {
  type ColorValue,
  type Style,
  type StyleContext,
  put,
  word,
} from "./value.js";

import {
  type Spacing,
  length,
  padding,
  ratio,
  space,
  spacing,
} from "./spacing.js";

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

/** Most nodes lack most properties, so this reads only those that exist. */
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
 * A gap that the stylesheet has a rule for: an attribute selects it. An element with an
 * inline style shares its style with no other, and costs the browser a third more.
 */
export function gapStep(value: unknown): string | undefined {
  return enumValue(GAPS, String(toNumber(value)) as "0");
}

/** A `flex` that the stylesheet has a rule for. */
export function flexStep(value: unknown): string | undefined {
  return toNumber(value) === 1 ? "1" : undefined;
}

const LENGTHS = enumOf("width height minWidth minHeight maxWidth maxHeight");

/** One length for a width and a height; `width` or `height` wins, before it or after. */
const BOTH = enumOf("size minSize maxSize");

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

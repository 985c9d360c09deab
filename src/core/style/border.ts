import { enumOf, isRecord, toNumber } from "../json.js";
import { color } from "./color.js";
import {
  type ColorValue,
  type Style,
  type StyleContext,
  word,
} from "./value.js";

import { PX, SIDES, sidesOf } from "./spacing.js";

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

const RADII = enumOf("none 2xs xs sm md lg xl 2xl 3xl 4xl full 100%");

export function radius(
  value: unknown,
  context?: StyleContext,
): string | undefined {
  const name = word(RADII, value, context, "radius");
  return name === "100%" ? name : name && `var(--wr-radius-${name})`;
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
    const [name, given] = sides?.[i] ?? ["", value];
    if (given == null) return;
    const prop = name === "" ? "border" : `border/${name}`;
    const parts: Record<string, unknown> = isRecord(given)
      ? given
      : { size: given };
    const width = parts["size"];
    const size = toNumber(width);
    if (size === undefined || size < 0) {
      const [at, wrong, kind] =
        width == null || width === given
          ? [prop, given, `${PX}, an object with "size"`]
          : [`${prop}/size`, width, PX];
      const near = typeof width === "string" ? parseFloat(width) : -1;
      context?.wrong?.(at, wrong, [], kind, near >= 0 ? near : undefined);
      return;
    }
    const longhand = `border${side}`;
    style[`${longhand}Width`] = `${size}px`;
    style[`${longhand}Style`] =
      word(BORDER_STYLES, parts["style"], context, `${prop}/style`) ?? "solid";
    style[`${longhand}Color`] =
      color(parts["color"], "border", context, `${prop}/color`) ??
      "var(--wr-border-default)";
  });
  return style;
}

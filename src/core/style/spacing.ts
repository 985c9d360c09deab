import { enumOf, isRecord, toNumber } from "../json.js";
import { PARTS, type Style, type StyleContext, css, put } from "./value.js";

/** Sides in spacing units of 4 px, or CSS. `x` and `y` first, sides override. */
export interface Spacing {
  top?: number | string | null;
  right?: number | string | null;
  bottom?: number | string | null;
  left?: number | string | null;
  x?: number | string | null;
  y?: number | string | null;
}

const UNITS = "units of 4 px";

/** What a length is, in reports. */
export const PX = "px from 0 up";

/** Spacing units (4 px each) or CSS. Digits in a string count as a number. */
export function space(
  value: unknown,
  context?: StyleContext,
  prop = "gap",
): string | undefined {
  const n = toNumber(value);
  const least = prop.startsWith("margin") ? -Infinity : 0;
  if (n !== undefined && n >= least) {
    return n === 0 ? "0px" : `calc(var(--wr-spacing) * ${n})`;
  }
  return css(
    value,
    context,
    prop,
    least < 0 ? UNITS : `${UNITS} from 0 up`,
    (text) =>
      // Digits among several values are units as well.
      text.replace(PARTS, (part) =>
        part === text || toNumber(part) === undefined
          ? part
          : space(part, undefined, prop)!,
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
  return n !== undefined && n >= 0 ? `${n}px` : css(value, context, prop, PX);
}

/** A number, or what it is in CSS. */
export function ratio(
  value: unknown,
  context: StyleContext | undefined,
  prop: string,
) {
  const n = toNumber(value);
  return n !== undefined && n >= 0
    ? n
    : css(value, context, prop, "a number from 0 up");
}

export const SIDES = ["Top", "Right", "Bottom", "Left"] as const;

const SIDE_NAMES = enumOf("top right bottom left x y");

/**
 * What each side is given, and where: `x` and `y` first, then sides. Nothing for an
 * object without sides.
 */
export function sidesOf(
  given: object,
): (readonly [string, unknown])[] | undefined {
  const sides = given as Record<string, unknown>;
  if (!Object.keys(sides).some((name) => SIDE_NAMES.has(name as "x"))) {
    return undefined;
  }
  return ["top", "right", "bottom", "left"].map((side, i) => {
    const name = sides[side] == null ? (i % 2 === 0 ? "y" : "x") : side;
    return [name, sides[name]] as const;
  });
}

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
    if (!given)
      context?.wrong?.(prop, value, [], `${UNITS}, an object with x, top …`);
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

import { border } from "../core/style/border.js";
import { color, type ColorContext } from "../core/style/color.js";
import { length, ratio, space, spacing } from "../core/style/spacing.js";
import type { StyleContext } from "../core/style/value.js";

/**
 * Reads a style as the renderer does, so that it reports what the renderer reports. Returns the
 * definition of the object that a value of that kind may be; `undefined` where it is no style.
 */
export function readStyle(
  kind: string,
  value: unknown,
  prop: string,
  context: StyleContext,
): string | undefined {
  switch (kind) {
    case "Length":
      length(value, context, prop);
      return "Spacing";
    case "Space":
      space(value, context, prop);
      return "Spacing";
    case "Padding":
    case "Margin":
      spacing(prop as "padding", value as object, context);
      return "Spacing";
    case "Flex":
    case "AspectRatio":
      ratio(value, context, prop);
      return "Spacing";
    case "AnyBorder":
      border(value as object, context);
      return typeof value === "object" && value && "size" in value
        ? "Border"
        : "Borders";
  }
  const of = /^(Text|Surface|Border|Chart)Color$/.exec(kind)?.[1];
  if (of === undefined) return undefined;
  color(value, of.toLowerCase() as ColorContext, context, prop);
  return "ThemeColor";
}

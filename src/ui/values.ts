import { enumOf, type Member } from "../core/json.js";
import type { PropReader } from "../context/propReader.js";

export const schemes = enumOf("light dark");

/** A boolean, also one in a string as older servers send it. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

export const controlSizes = enumOf("3xs 2xs xs sm md lg xl 2xl 3xl");

export type ControlSize = Member<typeof controlSizes>;

export const controlVariants = enumOf("solid soft outline ghost");

export type ControlVariant = Member<typeof controlVariants>;

export const fieldVariants = enumOf("outline soft");

export type FieldVariant = Member<typeof fieldVariants>;

export const gutterSizes = enumOf("2xs xs sm md lg xl");

export type GutterSize = Member<typeof gutterSizes>;

/** The attributes of a control: its variant and its size. */
export function controlAttributes(
  read: PropReader,
  variants: ReadonlySet<ControlVariant>,
) {
  return {
    "data-variant": read.enumAttribute("variant", variants, "outline"),
    "data-size": read.enumAttribute("size", controlSizes, "md"),
  };
}

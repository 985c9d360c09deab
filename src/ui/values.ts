import { enumOf } from "../core/json.js";
import type { PropReader } from "../context/propReader.js";

export const schemes: ReadonlySet<"light" | "dark"> = enumOf("light dark");

/** A boolean, also one in a string as older servers send it. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

export type ControlSize =
  "3xs" | "2xs" | "xs" | "sm" | "md" | "lg" | "xl" | "2xl" | "3xl";

export const controlSizes: ReadonlySet<ControlSize> = enumOf(
  "3xs 2xs xs sm md lg xl 2xl 3xl",
);

export type ControlVariant = "solid" | "soft" | "outline" | "ghost";

export const controlVariants: ReadonlySet<ControlVariant> = enumOf(
  "solid soft outline ghost",
);

export type FieldVariant = "outline" | "soft";

export const fieldVariants: ReadonlySet<FieldVariant> = enumOf("outline soft");

export type GutterSize = "2xs" | "xs" | "sm" | "md" | "lg" | "xl";

export const gutterSizes: ReadonlySet<GutterSize> =
  enumOf("2xs xs sm md lg xl");

/** The attributes of what has the variants and the sizes of a control. */
export function controlLook(
  read: PropReader,
  variants: ReadonlySet<ControlVariant>,
) {
  return {
    "data-variant": read.enumValue("variant", variants, "outline"),
    "data-size": read.enumValue("size", controlSizes, "md"),
  };
}

import { closed } from "../core/enumOf.js";
import type { Given } from "../context/propReader.js";

export { closed };

export const schemes: ReadonlySet<"light" | "dark"> = closed("light dark");

/** A boolean, also one in a string as older servers send it. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

export type ControlSize =
  "3xs" | "2xs" | "xs" | "sm" | "md" | "lg" | "xl" | "2xl" | "3xl";

export const controlSizes: ReadonlySet<ControlSize> = closed(
  "3xs 2xs xs sm md lg xl 2xl 3xl",
);

export type ControlVariant = "solid" | "soft" | "outline" | "ghost";

export const controlVariants: ReadonlySet<ControlVariant> = closed(
  "solid soft outline ghost",
);

export type FieldVariant = "outline" | "soft";

export const fieldVariants: ReadonlySet<FieldVariant> = closed("outline soft");

export type GutterSize = "2xs" | "xs" | "sm" | "md" | "lg" | "xl";

export const gutterSizes: ReadonlySet<GutterSize> =
  closed("2xs xs sm md lg xl");

/** The attributes of what has the variants and the sizes of a control. */
export function controlLook(
  given: Given,
  variants: ReadonlySet<ControlVariant>,
) {
  return {
    "data-variant": given.oneOf("variant", variants, "outline"),
    "data-size": given.oneOf("size", controlSizes, "md"),
  };
}

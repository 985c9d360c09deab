import {
  MEANINGS,
  color,
  type ColorContext,
} from "../../src/core/style/color.js";

/** A colour that has a name, and how it looks. */
interface Swatch {
  name: string;
  css: string;
}

const SURFACES =
  "surface surface-secondary surface-tertiary surface-elevated surface-elevated-secondary";

const HUES = "gray blue purple orange green red yellow pink";

const STEPS = "0 25 50 75 100 200 300 400 500 600 700 800 900 950 1000";

/** What the names of a context mean. */
export function meanings(context: ColorContext): Swatch[] {
  const names =
    context === "surface" ? SURFACES.split(" ") : [...MEANINGS[context]];
  return swatchesOf(names, context);
}

/** The steps of the palette, a hue at a time. */
export function palette(context: ColorContext): {
  hue: string;
  steps: Swatch[];
}[] {
  return HUES.split(" ").map((hue) => ({
    hue,
    steps: swatchesOf(
      STEPS.split(" ").map((step) => `${hue}-${step}`),
      context,
    ),
  }));
}

/** Names that mean nothing are left out: not every hue has every step. */
function swatchesOf(names: readonly string[], context: ColorContext): Swatch[] {
  return names.flatMap((name) => {
    const css = color(name, context);
    return css?.startsWith("var(--wr-") ? [{ name, css }] : [];
  });
}

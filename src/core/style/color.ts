import { enumOf, isRecord } from "../json.js";
import { type StyleContext, css } from "./value.js";

/** What the DSL's colour names mean: texts, surfaces, borders, chart series. */
export type ColorContext = "text" | "surface" | "border" | "chart";

/** The hues of a chart, in the order in which they are given out. */
export const HUES = enumOf("blue purple orange green red yellow pink");

/** Names that mean something else in each context. */
export const MEANINGS: Record<ColorContext, ReadonlySet<string>> = {
  text: enumOf(
    "prose primary emphasis secondary tertiary success warning danger",
  ),
  surface: enumOf("surface surface-secondary surface-elevated"),
  border: enumOf("default subtle strong"),
  chart: HUES,
};

/**
 * Names that mean the same everywhere: surfaces and the steps of the palette. The list
 * is exact, because a variable that does not exist would undo what the CSS says.
 */
const PLAIN =
  /^(?:surface(?:-tertiary|(?:-elevated)?(?:-secondary)?)|gray-(?:0|25|50|75|[1-9][05]0|925|975|1000)|(?:blue|purple|orange|green|red|yellow|pink)-(?:a?(?:25|50|75|[123]00)|[4-9]00|950|1000))$/;

/** A colour of the DSL as CSS; `undefined` if there is none. */
export function color(
  value: unknown,
  context: ColorContext,
  style: StyleContext = {},
  prop = "color",
): string | undefined {
  if (value == null) return undefined;
  if (isRecord(value)) {
    const { light, dark } = value;
    const [a, b] = [light ?? dark, dark ?? light].map((one) =>
      // A pair inside a pair would be read twice at each level.
      isRecord(one)
        ? css(one, style, prop, COLOR)
        : color(one, context, style, prop),
    );
    if (
      light == null &&
      dark == null &&
      !("light" in value || "dark" in value)
    ) {
      style.wrong?.(prop, value, [], COLOR);
    }
    if (a === undefined || b === undefined || a === b) return a ?? b;
    return isGradient(a) || isGradient(b)
      ? `${layer(a, (stop) => `light-dark(${stop}, transparent)`)}, ${layer(b, (stop) => `light-dark(transparent, ${stop})`)}`
      : `light-dark(${a}, ${b})`;
  }
  if (typeof value === "string") {
    const { tokens } = style;
    const token = tokens && Object.hasOwn(tokens, value) && tokens[value];
    if (token)
      return color(
        token,
        context,
        { blocked: style.blocked?.bind(style) },
        prop,
      );
    if (PLAIN.test(value)) return `var(--wr-${value})`;
    // A hue alone is CSS everywhere but in a chart.
    const meaning = ([context, "text", "border"] as const).find((other) =>
      MEANINGS[other].has(value),
    );
    if (meaning && context !== "surface") {
      return `var(--wr-${meaning}-${value})`;
    }
    const alpha = /^alpha-(\d+)$/.exec(value)?.[1];
    if (alpha !== undefined) {
      return `color-mix(in srgb, var(--wr-alpha-base) ${+alpha}%, transparent)`;
    }
    // A word of another context is not what the author of a surface meant.
    if (meaning) {
      style.wrong?.(prop, value, MEANINGS.surface, COLOR);
      return undefined;
    }
  }
  return css(value, style, prop, COLOR, undefined, MEANINGS[context]);
}

const COLOR = "blue-500";

function isGradient(css: string): boolean {
  return css.includes("gradient(");
}

/** The colours of a gradient: what its arguments begin with, but for its directions. */
const STOP =
  /([(,]\s*)(?!to\b|from\b|at\b|in\b|circle|ellipse|closest|farthest|calc|[a-z-]*gradient)(#\w+|[a-z-]+(?:\((?:[^()]|\([^()]*\))*\))?)/gi;

/**
 * `light-dark()` takes colours only, so a gradient becomes one whose colours
 * are transparent in the other scheme; two of these lie on each other.
 */
function layer(css: string, inScheme: (stop: string) => string): string {
  return (isGradient(css) ? css : `linear-gradient(${css} 0 0)`).replace(
    STOP,
    (_, before: string, stop: string) => before + inScheme(stop),
  );
}

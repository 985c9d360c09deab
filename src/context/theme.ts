import { safeCss } from "../core/sanitize.js";
import type { Style } from "../core/style/value.js";

export type ColorScheme = "light" | "dark";

/** ChatKit's `ThemeOption`. The renderer maps it to its CSS variables. */
export interface ThemeOption {
  /** @default "light" */
  colorScheme?: ColorScheme | undefined;
  typography?:
    | {
        /** Size of the text in px, 14 to 18. @default 16 */
        baseSize?: 14 | 15 | 16 | 17 | 18 | undefined;
        /** Ignored: only ChatKit reads it. Here the page of the host loads its fonts itself. */
        fontSources?: unknown;
        fontFamily?: string | undefined;
        fontFamilyMono?: string | undefined;
      }
    | undefined;
  /** @default "pill" */
  radius?: "pill" | "round" | "soft" | "sharp" | undefined;
  /** @default "normal" */
  density?: "compact" | "normal" | "spacious" | undefined;
  color?:
    | {
        grayscale?:
          | {
              /** The hue of the greys in degrees, 0 to 360. */
              hue: number;
              /** How strong the hue is in the greys, 0 to 9. @default 0 */
              tint?: number | undefined;
              /** Makes the greys darker or lighter, -4 to 4. @default 0 */
              shade?: number | undefined;
            }
          | undefined;
        accent?:
          | {
              /** The color of primary buttons, checked controls, links and focus. */
              primary: string;
              /** How strongly soft backgrounds are mixed with the accent, 0 to 3. @default 0 */
              level?: number | undefined;
            }
          | undefined;
        surface?: { background: string; foreground: string } | undefined;
      }
    | undefined;
}

/** `system` follows the user's setting; without a theme the page's `color-scheme` applies. */
export type Theme = ColorScheme | "system" | ThemeOption;

/** A theme as the color scheme, the class and the CSS variables of the root element. */
export interface RootTheme {
  scheme: string | undefined;
  className?: string;
  variables?: Style;
}

export function themeOf(theme: Theme | null | undefined): RootTheme {
  return typeof theme === "object" && theme !== null
    ? {
        scheme: theme.colorScheme ?? "light",
        className: "wr-themed",
        variables: variablesOf(theme),
      }
    : { scheme: theme ?? undefined };
}

const RADIUS_SCALE = { pill: 1, round: 1, soft: 0.75, sharp: 0 };
const DENSITY = { compact: 0.875, normal: 1, spacious: 1.125 };

function variablesOf({
  typography,
  radius,
  density,
  color,
}: ThemeOption): Style {
  const style: Style = {};
  if (typography?.baseSize) put("text-scale", typography.baseSize / 16);
  put("font-sans", typography?.fontFamily);
  put("font-mono", typography?.fontFamilyMono);
  if (radius) put("radius-scale", RADIUS_SCALE[radius]);
  if (radius && radius !== "pill") put("radius-pill", "var(--wr-radius-lg)");
  if (density) put("density", DENSITY[density]);

  const gray = color?.grayscale;
  if (gray && Number.isFinite(gray.hue)) {
    // ChatKit's formula is not public, so this is an approximation: the greys get the hue.
    const chroma = clamp(gray.tint, 0, 9) * 2.5;
    const shift = clamp(gray.shade, -4, 4) * -0.75;
    const grey = (percent: number) => {
      const lightness = clamp(percent, 0, 100);
      // The color looks as light as the grey: in hsl yellow looks lighter than blue, so oklch sets the lightness.
      const level = ((lightness / 100 + 0.055) / 1.055) ** 0.8;
      return `oklch(from hsl(${gray.hue} ${chroma}% ${lightness}%) ${level.toFixed(3)} c h)`;
    };
    const both = (name: string, light: number, dark: number) =>
      put(name, `light-dark(${grey(light)}, ${grey(dark)})`);
    PALETTE.forEach((light, i) => {
      // Steps of 25 up to 100, of 50 up to 900, and of 25 up to 1000.
      const step = i < 4 ? i * 25 : i < 21 ? i * 50 - 100 : i * 25 + 400;
      both(`gray-${step}`, light + shift, PALETTE.at(-1 - i)! + shift);
    });
    for (const [name, light, dark] of GREYS) {
      // Texts and surfaces only move away from each other, so that the contrast does not become less.
      const away = name.startsWith("surface") ? 1 : -1;
      both(
        name,
        light + away * Math.max(0, away * shift),
        dark - away * Math.max(0, -away * shift),
      );
    }
  }

  const accent = color?.accent && safeCss(color.accent.primary);
  if (accent) {
    const mix = (other: string) => `color-mix(in srgb, ${accent}, ${other})`;
    // By the luminance of the accent: with "-" white if it is dark and black if it is light, with "" the opposite.
    const pole = (sign: string) => {
      const y = `clamp(0, ${sign}10000 * (y - 0.179), 1)`;
      return `color(from ${accent} xyz-d65 calc(0.9505 * ${y}) ${y} calc(1.089 * ${y}))`;
    };
    const lightness = (l: string) => `oklch(from ${accent} ${l} c h)`;
    const text = `light-dark(${lightness("min(l, 0.5)")}, ${lightness("max(l, 0.8)")})`;
    const level = clamp(color.accent?.level, 0, 3) * 3;
    put("primary-solid", accent);
    put("primary-solid-hover", mix(`${pole("")} 14%`));
    put("primary-solid-active", mix(`${pole("")} 24%`));
    put("primary-on-solid", pole("-"));
    put("focus", accent);
    put("link", text);
    put("link-hover", text);
    if (level) {
      put("primary-soft", mix(`transparent ${92 - level}%`));
      put("primary-soft-hover", mix(`transparent ${88 - level}%`));
      put("primary-soft-active", mix(`transparent ${84 - level}%`));
    }
  }
  const surface = color?.surface;
  put("surface", surface?.background);
  put("surface-elevated", surface?.background);
  for (const name of ["prose", "primary", "emphasis"]) {
    put(`text-${name}`, surface?.foreground);
  }
  return style;

  /** Sets a variable, unless the value of the host is neither safe CSS nor a number. */
  function put(name: string, value: unknown) {
    const css = typeof value === "string" ? safeCss(value) : value;
    if (typeof css === "string" || typeof css === "number") {
      style[`--wr-${name}`] = css;
    }
  }
}

/** The lightness of `gray-0` to `gray-1000` in percent; in the dark scheme in reverse. */
const PALETTE = [
  100, 99, 98, 95, 93, 87, 80, 73, 69, 62, 56, 46, 36, 31, 25, 22, 19, 16, 13,
  11, 9, 9, 7, 6, 5,
];

/** The other variables that are greys, with their lightness in percent in the light and in the dark scheme. */
const GREYS: readonly (readonly [name: string, light: number, dark: number])[] =
  [
    ["alpha-base", 5, 100],
    ["text-secondary", 36, 69],
    ["text-tertiary", 42, 68],
    ["primary-solid", 9, 95],
    ["primary-solid-hover", 19, 93],
    ["primary-solid-active", 25, 86],
    ["surface", 100, 13],
    ["surface-secondary", 98, 9],
    ["surface-tertiary", 95, 7],
    ["surface-elevated", 100, 19],
    ["surface-elevated-secondary", 98, 25],
  ];

function clamp(value: unknown, min: number, max: number): number {
  return Math.min(max, Math.max(min, Number(value) || 0));
}

import type { WidgetNode } from "../../src/index.js";

/** Type → size → [font size, line height] in px. */
export const typography = {
  Title: {
    xs: [16, 24],
    sm: [18, 26],
    md: [20, 26],
    lg: [24, 28],
    xl: [32, 38],
    "2xl": [36, 42],
    "3xl": [48, 48],
    "4xl": [60, 60],
    "5xl": [72, 72],
  },
  Text: {
    xs: [12, 18],
    sm: [14, 20],
    md: [16, 24],
    lg: [18, 29],
    xl: [20, 30],
  },
  Caption: { sm: [10, 14], md: [12, 18], lg: [14, 20] },
  Label: {
    xs: [12, 18],
    sm: [14, 20],
    md: [16, 24],
    lg: [18, 29],
    xl: [20, 30],
  },
} as const;

/** A node of one of these types; a Label needs the name of a field as well. */
export const textNode = (type: string, props: object) =>
  ({ type, value: "Hg", fieldName: "f", ...props }) as unknown as WidgetNode;

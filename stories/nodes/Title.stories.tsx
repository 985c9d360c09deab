import type { Meta } from "@storybook/react-vite";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Title",
  ...nodeMeta("Title"),
} satisfies Meta<Args<"Title">>;

export const Default: Story<"Title"> = { args: { value: "Your trip to Oslo" } };

const sizes = [
  "xs",
  "sm",
  "md",
  "lg",
  "xl",
  "2xl",
  "3xl",
  "4xl",
  "5xl",
] as const;
const weights = ["normal", "medium", "semibold", "bold"] as const;
const long =
  "Delivered to the reception desk on the ground floor, where somebody will sign for it and keep it until you come by.";

/** Every size and weight. */
export const Matrix: Story<"Title"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 2,
      children: sizes.map((size) => ({
        type: "Row" as const,
        gap: 6,
        wrap: "wrap" as const,
        align: "baseline" as const,
        children: weights.map((weight) => ({
          type: "Title" as const,
          value: `${size} ${weight}`,
          size,
          weight,
        })),
      })),
    }),
};

export const Colors: Story<"Title"> = {
  render: () =>
    renderWidget({
      type: "Col",
      children: [
        "prose",
        "secondary",
        "tertiary",
        "success",
        "warning",
        "danger",
        "gray-700",
        { light: "blue-600", dark: "blue-200" },
      ].map((color) => ({
        type: "Title" as const,
        value: typeof color === "string" ? color : "Blue",
        color,
      })),
    }),
};

export const Alignment: Story<"Title"> = {
  render: () =>
    renderWidget({
      type: "Col",
      children: (["start", "center", "end"] as const).map((textAlign) => ({
        type: "Title" as const,
        value: textAlign,
        textAlign,
      })),
    }),
};

/** `truncate`, `maxLines`, and neither, at 320 px. */
export const Truncated: Story<"Title"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 4,
      width: 320,
      children: [
        { type: "Title", value: long, truncate: true },
        { type: "Title", value: long, maxLines: 2 },
        { type: "Title", value: long },
        { type: "Title", value: "Donaudampfschifffahrt".repeat(5) },
      ],
    }),
};

export const RightToLeft: Story<"Title"> = {
  args: { value: "הטיול שלך לאוסלו" },
  globals: { widgetDirection: "rtl" },
};

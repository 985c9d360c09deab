import type { Meta } from "@storybook/react-vite";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Caption",
  ...nodeMeta("Caption"),
} satisfies Meta<Args<"Caption">>;

export const Default: Story<"Caption"> = {
  args: { value: "Your trip to Oslo" },
};

const sizes = ["sm", "md", "lg"] as const;
const weights = ["normal", "medium", "semibold", "bold"] as const;
const long =
  "Delivered to the reception desk on the ground floor, where somebody will sign for it and keep it until you come by.";

/** Every size and weight. */
export const Matrix: Story<"Caption"> = {
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
          type: "Caption" as const,
          value: `${size} ${weight}`,
          size,
          weight,
        })),
      })),
    }),
};

export const Colors: Story<"Caption"> = {
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
        type: "Caption" as const,
        value: typeof color === "string" ? color : "Blue",
        color,
      })),
    }),
};

export const Alignment: Story<"Caption"> = {
  render: () =>
    renderWidget({
      type: "Col",
      children: (["start", "center", "end"] as const).map((textAlign) => ({
        type: "Caption" as const,
        value: textAlign,
        textAlign,
      })),
    }),
};

/** `truncate`, `maxLines`, and neither, at 320 px. */
export const Truncated: Story<"Caption"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 4,
      width: 320,
      children: [
        { type: "Caption", value: long, truncate: true },
        { type: "Caption", value: long, maxLines: 2 },
        { type: "Caption", value: long },
        { type: "Caption", value: "Donaudampfschifffahrt".repeat(5) },
      ],
    }),
};

export const RightToLeft: Story<"Caption"> = {
  args: { value: "הטיול שלך לאוסלו" },
  globals: { widgetDirection: "rtl" },
};

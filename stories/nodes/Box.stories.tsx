import type { Meta } from "@storybook/react-vite";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Box",
  ...nodeMeta("Box"),
} satisfies Meta<Args<"Box">>;

export const Default: Story<"Box"> = {
  args: {
    padding: 4,
    gap: 2,
    radius: "xl",
    background: "surface-tertiary",
    maxWidth: 320,
    children: [
      { type: "Text", value: "Boarding at 18:40", weight: "semibold" },
      { type: "Caption", value: "Gate B12, group 3" },
    ],
  },
};

const sample = (text: string): WidgetNode => ({
  type: "Text",
  value: text,
  size: "sm",
});

/** Surface tokens, palette steps, alpha steps, CSS colours and gradients. */
export const Backgrounds: Story<"Box"> = {
  render: () =>
    renderWidget({
      type: "Row",
      wrap: "wrap",
      gap: 3,
      children: [
        "surface",
        "surface-secondary",
        "surface-tertiary",
        "surface-elevated",
        "surface-elevated-secondary",
        "alpha-10",
        { light: "blue-50", dark: "blue-800" },
        {
          light: "linear-gradient(135deg, #fff6d9, #ceb0fb)",
          dark: "linear-gradient(135deg, #4d3b00, #3f226a)",
        },
      ].map((background) => ({
        type: "Box",
        width: 168,
        height: 88,
        padding: 3,
        radius: "lg",
        border: 1,
        background,
        children: sample(
          typeof background === "string" ? background : "{ light, dark }",
        ),
      })),
    }),
};

export const Radii: Story<"Box"> = {
  render: () =>
    renderWidget({
      type: "Row",
      wrap: "wrap",
      gap: 3,
      children: (
        [
          "none",
          "2xs",
          "xs",
          "sm",
          "md",
          "lg",
          "xl",
          "2xl",
          "3xl",
          "4xl",
          "full",
          "100%",
        ] as const
      ).map((radius) => ({
        type: "Box",
        size: 72,
        radius,
        background: "alpha-10",
        align: "center",
        justify: "center",
        children: sample(radius),
      })),
    }),
};

export const Borders: Story<"Box"> = {
  render: () =>
    renderWidget({
      type: "Row",
      wrap: "wrap",
      gap: 4,
      children: (
        [
          1,
          3,
          { size: 1, color: "strong" },
          { size: 2, color: "blue-400", style: "dashed" },
          { left: { size: 4, color: "green-400" } },
          { y: 1 },
          { x: { size: 2, color: "red-400" }, bottom: 1 },
        ] as const
      ).map((border) => ({
        type: "Box",
        width: 160,
        padding: 3,
        border,
        children: sample(JSON.stringify(border).replaceAll('"', "")),
      })),
    }),
};

/** Without children it is a bar, a dot, a swatch; it keeps its size in a crowded row. */
export const Shapes: Story<"Box"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 4,
      maxWidth: 280,
      children: [
        {
          type: "Row",
          align: "stretch",
          gap: 3,
          children: [
            { type: "Box", width: 4, radius: "full", background: "purple-400" },
            {
              type: "Col",
              gap: 0,
              children: [
                sample("Design review with the team from Lisbon"),
                { type: "Caption", value: "10:30 – 11:15" },
              ],
            },
          ],
        },
        {
          type: "Row",
          children: [
            { type: "Box", size: 10, radius: "full", background: "green-400" },
            sample("A dot stays round beside a text that needs two lines"),
          ],
        },
        {
          type: "Row",
          gap: 1,
          children: [3, 5, 2].map((flex, i) => ({
            type: "Box",
            flex,
            height: 8,
            radius: "full",
            background: ["blue-400", "orange-400", "alpha-15"][i]!,
          })),
        },
        {
          type: "Box",
          aspectRatio: "16/9",
          radius: "lg",
          background: "alpha-10",
          align: "center",
          justify: "center",
          children: sample("aspectRatio 16/9"),
        },
      ],
    }),
};

/** Children without a `gap` are spaced by their types. */
export const AutomaticSpacing: Story<"Box"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 6,
      wrap: "wrap",
      align: "start",
      children: [undefined, 0, 4].map((gap) => ({
        type: "Box",
        width: 220,
        padding: 4,
        border: 1,
        radius: "lg",
        ...(gap !== undefined && { gap }),
        children: [
          { type: "Title", value: "Window seat", size: "sm" },
          { type: "Text", value: "Row 12, over the wing", size: "sm" },
          {
            type: "Caption",
            value: gap === undefined ? "no gap" : `gap ${gap}`,
          },
          { type: "Badge", label: "Extra legroom", color: "info" },
          { type: "Button", label: "Choose", size: "sm" },
        ],
      })),
    }),
};

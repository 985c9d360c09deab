import type { Meta } from "@storybook/react-vite";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Col",
  ...nodeMeta("Col"),
} satisfies Meta<Args<"Col">>;

export const Default: Story<"Col"> = {
  args: {
    children: [
      { type: "Title", value: "Night train to Vienna", size: "sm" },
      { type: "Text", value: "Departs 20:13, arrives 07:52", size: "sm" },
      { type: "Caption", value: "Sleeper for two" },
    ],
  },
};

function tile(label: string): WidgetNode {
  return {
    type: "Box",
    padding: { x: 3, y: 1 },
    radius: "sm",
    background: "alpha-10",
    children: { type: "Text", value: label, size: "sm" },
  };
}

const frame = { border: 1, padding: 2, radius: "md" } as const;

export const Align: Story<"Col"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 3,
      wrap: "wrap",
      children: ([undefined, "start", "center", "end"] as const).map(
        (align) => ({
          type: "Col",
          ...frame,
          width: 160,
          ...(align && { align }),
          children: [tile(align ?? "no align"), tile("two"), tile("three")],
        }),
      ),
    }),
};

export const Justify: Story<"Col"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 3,
      wrap: "wrap",
      children: (
        ["start", "center", "end", "between", "around", "evenly"] as const
      ).map((justify) => ({
        type: "Col",
        ...frame,
        height: 180,
        width: 110,
        justify,
        children: [tile(justify), tile("two"), tile("three")],
      })),
    }),
};

/** Columns side by side: each as wide as its content, or sharing the row. */
export const Columns: Story<"Col"> = {
  render: () =>
    renderWidget({
      type: "Card",
      children: {
        type: "Row",
        align: "start",
        gap: 4,
        children: [
          ["Distance", "12.4 km"],
          ["Time", "1 h 04 m"],
          ["Climb", "230 m"],
        ].map(([label, value]) => ({
          type: "Col",
          flex: 1,
          gap: 0,
          children: [
            { type: "Caption", value: label! },
            { type: "Title", value: value!, size: "sm" },
          ],
        })),
      },
    }),
};

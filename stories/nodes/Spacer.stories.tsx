import type { Meta } from "@storybook/react-vite";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Spacer",
  ...nodeMeta("Spacer"),
} satisfies Meta<Args<"Spacer">>;

const chip = (label: string): WidgetNode => ({ type: "Badge", label });

export const Default: Story<"Spacer"> = {
  render: (args) =>
    renderWidget({
      type: "Card",
      children: {
        type: "Row",
        children: [chip("Start"), { type: "Spacer", ...args }, chip("End")],
      },
    }),
};

/** What it takes at least, where the row has no room to spare. */
export const MinSize: Story<"Spacer"> = {
  render: () =>
    renderWidget({
      type: "Col",
      children: [undefined, 24, 96, "4rem"].map((minSize) => ({
        type: "Box",
        direction: "row",
        width: "fit-content",
        border: 1,
        padding: 2,
        children: [
          chip("minSize"),
          { type: "Spacer", minSize },
          chip(String(minSize ?? "auto")),
        ],
      })),
    }),
};

/** In a column with a height it pushes down, without one it takes nothing. */
export const InColumn: Story<"Spacer"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 4,
      align: "start",
      children: [160, undefined].map((height) => ({
        type: "Col",
        height,
        flex: 1,
        border: 1,
        radius: "md",
        padding: 3,
        children: [chip("Top"), { type: "Spacer" }, chip("Bottom")],
      })),
    }),
};

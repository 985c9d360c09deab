import type { Meta } from "@storybook/react-vite";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Divider",
  ...nodeMeta("Divider"),
} satisfies Meta<Args<"Divider">>;

const text = (value: string): WidgetNode => ({
  type: "Text",
  value,
  size: "sm",
});

export const Default: Story<"Divider"> = {
  render: (args) =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: [text("Subtotal"), { type: "Divider", ...args }, text("Total")],
    }),
};

export const Matrix: Story<"Divider"> = {
  render: () =>
    renderWidget({
      type: "Card",
      children: [
        ...(
          ["subtle", "default", "strong", "blue-400", "orange"] as const
        ).flatMap((color) => [
          text(color),
          { type: "Divider" as const, color },
        ]),
        ...[2, 4, "0.5rem"].flatMap((size) => [
          text(`size ${size}`),
          { type: "Divider" as const, size },
        ]),
        ...[0, 1, 6].flatMap((spacing) => [
          text(`spacing ${spacing}`),
          { type: "Divider" as const, spacing },
        ]),
        text("flush"),
        { type: "Divider", flush: true },
        text("The end"),
      ],
    }),
};

/** Between the children of a row it is upright. */
export const InRow: Story<"Divider"> = {
  render: () =>
    renderWidget({
      type: "Card",
      children: [
        {
          type: "Row",
          children: [
            text("12 stops"),
            { type: "Divider" },
            text("4 h 10 min"),
            { type: "Divider", spacing: 4, color: "strong" },
            text("spacing 4"),
          ],
        },
        {
          type: "Row",
          align: "start",
          children: [
            text("One line"),
            { type: "Divider", size: 3, color: "purple-400" },
            { type: "Col", flex: 1, children: [text("Two"), text("lines")] },
          ],
        },
      ],
    }),
};

/** To the edge of the card, from inside a form and a column. */
export const Flush: Story<"Divider"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: {
        type: "Form",
        children: {
          type: "Col",
          children: [
            { type: "Title", value: "New task", size: "sm" },
            { type: "Divider", flush: true },
            {
              type: "Input",
              name: "title",
              placeholder: "What is to be done?",
            },
            { type: "Divider", flush: true },
            {
              type: "Row",
              children: [
                text("Due tomorrow"),
                { type: "Spacer" },
                { type: "Button", label: "Add", size: "sm" },
              ],
            },
          ],
        },
      },
    }),
};

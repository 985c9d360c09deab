import type { Meta } from "@storybook/react-vite";
import { useState } from "react";
import { expect, userEvent, waitFor } from "storybook/test";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Transition",
  ...nodeMeta("Transition"),
} satisfies Meta<Args<"Transition">>;

const steps: (WidgetNode | null)[] = [
  {
    type: "Text",
    key: "question",
    value: "Shall I book the table for Friday at eight?",
  },
  {
    type: "Col",
    key: "details",
    padding: 3,
    radius: "lg",
    background: "surface-secondary",
    children: [
      { type: "Title", value: "Booked", size: "sm" },
      { type: "Text", value: "Friday, 8 PM, two guests.", size: "sm" },
      { type: "Text", value: "A reminder follows on Thursday.", size: "sm" },
    ],
  },
  null,
];

/** Presses lead from a text to a box, to nothing, and back. */
export const Default: Story<"Transition"> = {
  render: function Steps() {
    const [step, setStep] = useState(0);
    return renderWidget(
      {
        type: "Card",
        size: "sm",
        children: [
          { type: "Title", value: "Osteria Lucciola", size: "sm" },
          { type: "Transition", children: steps[step] },
          {
            type: "Button",
            label: "Next",
            size: "sm",
            style: "secondary",
            onClickAction: { type: "next", handler: "client" },
          },
        ],
      },
      { onAction: () => setStep((step + 1) % steps.length) },
    );
  },
  play: async ({ canvas }) => {
    const press = () =>
      userEvent.click(canvas.getByRole("button", { name: "Next" }));
    await press();
    await expect(canvas.getByText("Booked")).toBeInTheDocument();
    await waitFor(() =>
      expect(canvas.queryByText(/Shall I/)).not.toBeInTheDocument(),
    );
  },
};

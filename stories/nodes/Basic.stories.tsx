import type { Meta } from "@storybook/react-vite";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Basic",
  ...nodeMeta("Basic"),
} satisfies Meta<Args<"Basic">>;

/** A root without a border: its children are in the page as they are. */
export const Default: Story<"Basic"> = {
  args: {
    children: [
      { type: "Title", value: "Three places near you", size: "sm" },
      {
        type: "Text",
        value: "All of them are open until midnight.",
        color: "secondary",
      },
      {
        type: "Row",
        wrap: "wrap",
        children: [
          { type: "Button", label: "Show on the map", iconStart: "maps" },
          { type: "Button", label: "Not now", style: "secondary" },
        ],
      },
    ],
  },
};

export const RowOfBadges: Story<"Basic"> = {
  args: {
    direction: "row",
    gap: 2,
    align: "center",
    justify: "between",
    padding: { y: 2 },
    children: [
      { type: "Text", value: "Build 1204" },
      { type: "Badge", label: "Passed", color: "success" },
    ],
  },
};

/** Its children may be roots themselves. */
export const Roots: Story<"Basic"> = {
  render: () =>
    renderWidget({
      type: "Basic",
      children: [
        { type: "Text", value: "Two offers were found." },
        {
          type: "Card",
          size: "sm",
          children: { type: "Title", value: "Window seat, row 12" },
        },
        {
          type: "Card",
          size: "sm",
          children: { type: "Title", value: "Aisle seat, row 14" },
        },
      ],
    }),
};

/** Text and controls take the forced scheme; the background is the page's. */
export const Theme: Story<"Basic"> = {
  args: {
    theme: "dark",
    padding: 4,
    children: [
      { type: "Title", value: "Dark on any page", size: "sm" },
      { type: "Button", label: "Continue" },
    ],
  },
  decorators: [
    (Basic) => (
      <div style={{ background: "#212121", borderRadius: 12 }}>
        <Basic />
      </div>
    ),
  ],
};

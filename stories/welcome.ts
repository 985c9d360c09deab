import type { WidgetNode } from "../src/index.js";

/** The widget of the introduction. */
export const welcome: WidgetNode = {
  type: "Card",
  size: "sm",
  status: { text: "Rendered from JSON", icon: "sparkle" },
  children: [
    {
      type: "Row",
      children: [
        { type: "Title", value: "Ferry to Bergen" },
        { type: "Spacer" },
        { type: "Badge", label: "On time", color: "success" },
      ],
    },
    {
      type: "Text",
      value: "Leaves Stavanger at 14:30 from quay 3 and arrives at 19:45.",
      color: "secondary",
      size: "sm",
    },
    { type: "Divider" },
    {
      type: "Row",
      children: [
        {
          type: "Button",
          label: "Directions",
          iconStart: "maps",
          style: "secondary",
          block: true,
          onClickAction: { type: "ferry.directions", handler: "client" },
        },
        {
          type: "Button",
          label: "Buy ticket",
          block: true,
          onClickAction: { type: "ferry.buy" },
        },
      ],
    },
  ],
};

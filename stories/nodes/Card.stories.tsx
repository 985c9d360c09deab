import type { Meta } from "@storybook/react-vite";
import { expect, userEvent } from "storybook/test";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Card",
  ...nodeMeta("Card"),
} satisfies Meta<Args<"Card">>;

const favicon =
  "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E%3Crect%20width='16'%20height='16'%20fill='%238046d9'/%3E%3Cpath%20d='M4%2012V4l8%208V4'%20fill='none'%20stroke='%23fff'%20stroke-width='2'/%3E%3C/svg%3E";

const stay: WidgetNode[] = [
  { type: "Title", value: "Harbour House" },
  {
    type: "Text",
    value: "Two nights, breakfast included. Free cancellation until Friday.",
    color: "secondary",
    size: "sm",
  },
];

function line(icon: string, label: string, value: string): WidgetNode {
  return {
    type: "Row",
    gap: 1.5,
    children: [
      { type: "Icon", name: icon, size: "sm", color: "secondary" },
      {
        type: "Text",
        value: label,
        size: "sm",
        weight: "medium",
        color: "secondary",
      },
      {
        type: "Box",
        flex: 1,
        align: "end",
        children: { type: "Text", value, size: "sm" },
      },
    ],
  };
}

/** A table for two: label, badge, details and two buttons. */
export const Default: Story<"Card"> = {
  args: {
    size: "sm",
    children: [
      {
        type: "Row",
        justify: "between",
        children: [
          {
            type: "Text",
            value: "Reservation",
            size: "sm",
            color: "secondary",
          },
          { type: "Badge", label: "Confirmed", color: "success", pill: false },
        ],
      },
      { type: "Title", value: "Osteria Lucciola", size: "lg" },
      line("calendar", "Date", "Dec 4 · 7:30 PM"),
      line("user", "Guests", "2"),
      line("keys", "Reference", "Q7K-204"),
      {
        type: "Row",
        children: [
          {
            type: "Button",
            label: "Call",
            iconStart: "phone",
            style: "secondary",
            block: true,
          },
          {
            type: "Button",
            label: "Directions",
            iconStart: "maps",
            block: true,
          },
        ],
      },
    ],
  },
};

/** sm 360, md 440, lg 560 px at most, full the whole width. */
export const Sizes: Story<"Card"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 4,
      children: (["sm", "md", "lg", "full"] as const).map((size) => ({
        type: "Card",
        size,
        children: [{ type: "Title", value: size, size: "sm" }, stay[1]!],
      })),
    }),
};

/** Spacing units, per side, and none, for content that reaches the edge. */
export const Padding: Story<"Card"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 4,
      children: [2, 6, { x: 8, top: 4, bottom: 2 }].map((padding) => ({
        type: "Card",
        size: "sm",
        padding,
        children: stay,
      })),
    }),
};

export const BackgroundAndBorder: Story<"Card"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 4,
      wrap: "wrap",
      align: "stretch",
      children: (
        [
          { background: "surface-secondary" },
          { background: "surface-tertiary", border: 0 },
          { background: { light: "blue-25", dark: "blue-900" } },
          {
            background: {
              light: "linear-gradient(135deg, #fff6d9, #e0cefd)",
              dark: "linear-gradient(135deg, #4d3b00, #3f226a)",
            },
            border: 0,
          },
          { border: { size: 2, color: "strong" } },
          { border: { size: 1, style: "dashed", color: "alpha-40" } },
          { border: { left: { size: 4, color: "blue-400" } } },
        ] as const
      ).map((props) => ({
        type: "Box",
        width: 300,
        children: { type: "Card", ...props, children: stay },
      })),
    }),
};

export const Status: Story<"Card"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 6,
      children: [
        { text: "Booked", icon: "check-circle-filled" },
        { text: "harbourhouse.example", favicon },
        { text: "harbourhouse.example", favicon, frame: true },
        {
          text: "Waiting for the hotel to confirm your dates; this may take a while on weekends",
          icon: "clock",
        },
      ].map((status) => ({
        type: "Card",
        size: "sm",
        status,
        children: stay,
      })),
    }),
};

export const ConfirmAndCancel: Story<"Card"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 4,
      children: [
        {
          type: "Card",
          size: "sm",
          confirm: { label: "Book", action: { type: "stay.book" } },
          cancel: { label: "Not now", action: { type: "stay.dismiss" } },
          children: stay,
        },
        {
          type: "Card",
          size: "sm",
          confirm: {
            label: "Book and send the confirmation to everyone",
            action: { type: "stay.book" },
          },
          cancel: {
            label: "Keep looking for something else",
            action: { type: "stay.dismiss" },
          },
          children: stay,
        },
      ],
    }),
};

/** Folded once its action is done; the user can open it again. */
export const Collapsed: Story<"Card"> = {
  args: {
    size: "sm",
    collapsed: true,
    status: { text: "Booked for Dec 4", icon: "check-circle" },
    children: stay,
  },
  play: async ({ canvas }) => {
    const header = canvas.getByRole("button", { name: "Booked for Dec 4" });
    await expect(header).toHaveAttribute("aria-expanded", "false");
    await expect(canvas.queryByRole("heading")).toBeNull();
    await userEvent.tab();
    await expect(header).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect(header).toHaveAttribute("aria-expanded", "true");
    await expect(
      canvas.getByRole("heading", { name: "Harbour House" }),
    ).toBeVisible();
    await userEvent.keyboard(" ");
    await expect(canvas.queryByRole("heading")).toBeNull();
  },
};

export const CollapsedWithoutStatus: Story<"Card"> = {
  args: { size: "sm", collapsed: true, children: stay },
};

/** A scheme set by the card, whatever the page has. */
export const Theme: Story<"Card"> = {
  render: () =>
    renderWidget({
      type: "Row",
      gap: 4,
      wrap: "wrap",
      children: (["light", "dark"] as const).map((theme) => ({
        type: "Box",
        width: 300,
        children: {
          type: "Card",
          theme,
          status: { text: `Always ${theme}`, icon: "lightbulb" },
          confirm: { label: "Book", action: { type: "stay.book" } },
          cancel: { label: "Not now", action: { type: "stay.dismiss" } },
          children: stay,
        },
      })),
    }),
};

export const Narrow: Story<"Card"> = {
  args: {
    ...Default.args,
    confirm: { label: "Book", action: { type: "stay.book" } },
    cancel: { label: "Not now", action: { type: "stay.dismiss" } },
  },
  decorators: [
    (Card) => (
      <div style={{ width: 260 }}>
        <Card />
      </div>
    ),
  ],
};

import type { Meta } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import type { WidgetNode } from "../../src/index.js";
import {
  renderWidget,
  nodeMeta,
  sendAction,
  type Args,
  type Story,
} from "../story.js";

export default {
  title: "Nodes/Button",
  ...nodeMeta("Button"),
} satisfies Meta<Args<"Button">>;

export const Default: Story<"Button"> = {
  args: {
    label: "Continue",
    onClickAction: { type: "order.continue", payload: { step: 2 } },
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Continue" }));
    await expect(sendAction).toHaveBeenCalledWith(
      { type: "order.continue", payload: { step: 2 } },
      { node: "" },
    );
  },
};

const colors = [
  "primary",
  "secondary",
  "info",
  "discovery",
  "success",
  "caution",
  "warning",
  "danger",
] as const;
const variants = ["solid", "soft", "outline", "ghost"] as const;
const sizes = [
  "3xs",
  "2xs",
  "xs",
  "sm",
  "md",
  "lg",
  "xl",
  "2xl",
  "3xl",
] as const;

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

/** A caption in front of a row that wraps. */
function row(label: string, children: WidgetNode[]): WidgetNode {
  return {
    type: "Row",
    gap: 4,
    wrap: "wrap",
    children: [
      {
        type: "Box",
        width: 72,
        children: { type: "Caption", value: label },
      },
      ...children,
    ],
  };
}

export const Colors: Story<"Button"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 2,
      children: colors.map((color) =>
        row(
          color,
          [true, false].flatMap((pill) =>
            variants.map((variant) => ({
              type: "Box",
              width: 112,
              children: {
                type: "Button",
                label: capital(color),
                size: "md",
                color,
                variant,
                pill,
              },
            })),
          ),
        ),
      ),
    }),
};

export const Sizes: Story<"Button"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 6,
      children: [
        {
          label: "Button",
        },
        {
          label: "Button",
          color: "secondary",
          variant: "soft",
          pill: false,
        } as const,
        { label: "Button", color: "secondary", variant: "outline" } as const,
        { label: "Save", iconStart: "lucide:download" },
        {
          label: "Next",
          iconEnd: "lucide:arrow-right",
          color: "secondary",
          variant: "soft",
          pill: false,
        } as const,
        { iconStart: "settings-slider", variant: "ghost" } as const,
        {
          iconStart: "settings-slider",
          color: "secondary",
          variant: "soft",
          pill: false,
        } as const,
        { iconStart: "plus", color: "secondary", variant: "outline" } as const,
      ].map((props) => ({
        type: "Row",
        gap: 3,
        align: "end",
        wrap: "wrap",
        children: sizes.map((size) => ({ type: "Button", size, ...props })),
      })),
    }),
};

export const Icons: Story<"Button"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 4,
      children: (["sm", "md", "lg", "xl", "2xl"] as const).map((iconSize) =>
        row(iconSize, [
          { type: "Button", label: "Call", iconStart: "phone", iconSize },
          {
            type: "Button",
            label: "Details",
            iconEnd: "chevron-right",
            iconSize,
            color: "secondary",
            variant: "soft",
          },
          {
            type: "Button",
            label: "Search the web",
            iconStart: "search",
            iconEnd: "external-link",
            iconSize,
            variant: "outline",
          },
          { type: "Button", iconStart: "play", iconSize },
        ]),
      ),
    }),
};

export const States: Story<"Button"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      children: variants.flatMap((variant) =>
        (["primary", "secondary", "danger"] as const).map((color) =>
          row(`${color} ${variant}`, [
            { type: "Button", label: "Rest", color, variant },
            {
              type: "Button",
              label: "Disabled",
              color,
              variant,
              disabled: true,
            },
            {
              type: "Button",
              label: "Disabled",
              iconStart: "reload",
              color,
              variant,
              disabled: true,
            },
            {
              type: "Button",
              iconStart: "plus",
              color,
              variant,
              disabled: true,
            },
          ]),
        ),
      ),
    }),
};

/** Presets, and what wins over them. */
export const Presets: Story<"Button"> = {
  render: () =>
    renderWidget({
      type: "Row",
      wrap: "wrap",
      children: [
        { type: "Button", label: "Primary", style: "primary" },
        { type: "Button", label: "Secondary", style: "secondary" },
        {
          type: "Button",
          label: "Secondary, danger",
          style: "secondary",
          color: "danger",
        },
        {
          type: "Button",
          label: "Primary, outline",
          style: "primary",
          variant: "outline",
        },
      ],
    }),
};

export const Block: Story<"Button"> = {
  render: () =>
    renderWidget({
      type: "Card",
      size: "sm",
      children: [
        { type: "Button", label: "Block", block: true },
        {
          type: "Row",
          children: [
            {
              type: "Button",
              label: "No",
              block: true,
              color: "secondary",
              variant: "soft",
            },
            { type: "Button", label: "Yes, please", block: true },
          ],
        },
      ],
    }),
};

export const LongLabel: Story<"Button"> = {
  args: {
    label: "Download the complete travel itinerary with all vouchers",
    iconStart: "document",
    iconEnd: "chevron-right",
  },
  decorators: [
    (Button) => (
      <div style={{ width: 240 }}>
        <Button />
      </div>
    ),
  ],
};

export const RightToLeft: Story<"Button"> = {
  render: () => (
    <div dir="rtl" lang="ar">
      {renderWidget({
        type: "Row",
        wrap: "wrap",
        children: [
          { type: "Button", label: "حفظ", iconStart: "check" },
          {
            type: "Button",
            label: "التالي",
            iconEnd: "chevron-right",
            color: "secondary",
            variant: "soft",
          },
          { type: "Button", iconStart: "chevron-left", variant: "outline" },
        ],
      })}
    </div>
  ),
};

/** Shown in a thread's history: it looks the same and does nothing. */
export const ReadOnly: Story<"Button"> = {
  render: () =>
    renderWidget(
      {
        type: "Row",
        children: [
          {
            type: "Button",
            label: "Pay",
            onClickAction: { type: "order.pay" },
          },
          { type: "Button", label: "Cancel", style: "secondary" },
        ],
      },
      { interactive: false },
    ),
  play: async ({ canvasElement }) => {
    const pay = within(canvasElement).getByRole("button", { name: "Pay" });
    await expect(pay).toBeDisabled();
    await expect(getComputedStyle(pay).opacity).toBe("1");
  },
};

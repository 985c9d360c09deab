import type { Meta } from "@storybook/react-vite";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Row",
  ...nodeMeta("Row"),
} satisfies Meta<Args<"Row">>;

export const Default: Story<"Row"> = {
  args: {
    children: [
      { type: "Icon", name: "map-pin", color: "secondary" },
      { type: "Text", value: "Rua da Prata 80" },
      { type: "Badge", label: "Open", color: "success" },
    ],
  },
};

function tile(label: string, height = 32): WidgetNode {
  return {
    type: "Box",
    minWidth: 48,
    minHeight: height,
    padding: { x: 2 },
    radius: "sm",
    background: "alpha-10",
    align: "center",
    justify: "center",
    children: { type: "Text", value: label, size: "sm" },
  };
}

const frame = { border: 1, padding: 2, radius: "md" } as const;

export const Justify: Story<"Row"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      children: (
        ["start", "center", "end", "between", "around", "evenly"] as const
      ).map((justify) => ({
        type: "Row",
        ...frame,
        justify,
        children: [tile(justify), tile("2"), tile("3")],
      })),
    }),
};

export const Align: Story<"Row"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      children: (
        ["start", "center", "end", "baseline", "stretch"] as const
      ).map((align) => ({
        type: "Row",
        ...frame,
        align,
        children: [tile(align), tile("56", 56), tile("40", 40)],
      })),
    }),
};

export const Wrap: Story<"Row"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      width: 300,
      children: (["wrap", "wrap-reverse", "nowrap"] as const).map((wrap) => ({
        type: "Row",
        ...frame,
        wrap,
        children: "one two three four five six".split(" ").map((n) => tile(n)),
      })),
    }),
};

/** What takes the free room, and what keeps its size. */
export const Flex: Story<"Row"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 3,
      children: [
        {
          type: "Row",
          ...frame,
          children: [
            { ...tile("flex 1"), flex: 1 } as WidgetNode,
            { ...tile("flex 2"), flex: 2 } as WidgetNode,
            tile("own width"),
          ],
        },
        {
          type: "Row",
          ...frame,
          children: [
            { type: "Icon", name: "document" },
            {
              type: "Text",
              value:
                "A long text gives way to its neighbours and is cut at the end of the row, whatever it says",
              truncate: true,
            },
            { type: "Badge", label: "Draft" },
            {
              type: "Button",
              iconStart: "dots-horizontal",
              size: "sm",
              variant: "ghost",
            },
          ],
        },
      ],
    }),
};

export const RightToLeft: Story<"Row"> = {
  ...Default,
  args: {
    justify: "between",
    children: [
      { type: "Icon", name: "map-pin", color: "secondary" },
      { type: "Text", value: "شارع الميناء ١٢" },
      { type: "Badge", label: "مفتوح", color: "success" },
    ],
  },
  decorators: [
    (Row) => (
      <div dir="rtl" lang="ar">
        <Row />
      </div>
    ),
  ],
};

/** What does not fit scrolls sideways and fades where there is more; buttons wrap. */
export const Crowded: Story<"Row"> = {
  render: () =>
    renderWidget({
      type: "Card",
      children: [
        {
          type: "Row",
          gap: 2,
          children: ["Lisbon", "Porto", "Braga"].map((city, i) => ({
            type: "Card",
            size: "sm",
            children: [
              { type: "Title", value: city, size: "sm" },
              {
                type: "Text",
                value: `${i + 2} nights, breakfast included`,
                size: "sm",
                color: "secondary",
              },
              {
                type: "Button",
                label: "Book",
                size: "sm",
                onClickAction: { type: "book", payload: { city } },
              },
            ],
          })),
        },
        {
          type: "Row",
          children: [
            "Tomorrow morning",
            "This weekend",
            "Next week",
            "Choose a date",
          ].map((label) => ({
            type: "Button",
            label,
            variant: "outline",
            size: "sm",
            onClickAction: { type: "remind" },
          })),
        },
        {
          type: "Row",
          children: [
            {
              type: "Text",
              value:
                "A long description of an order whose words stay whole beside its price",
            },
            { type: "Spacer" },
            { type: "Text", value: "€1,299.00", weight: "semibold" },
          ],
        },
      ],
    }),
};

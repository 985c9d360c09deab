import type { ThemeOption, WidgetNode } from "../../src/index.js";

const badgeColors = [
  "secondary",
  "info",
  "discovery",
  "success",
  "warning",
  "danger",
] as const;

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

const texts = [
  "prose",
  "primary",
  "emphasis",
  "secondary",
  "tertiary",
  "success",
  "warning",
  "danger",
];

export const surfaces = [
  "surface",
  "surface-secondary",
  "surface-tertiary",
  "surface-elevated",
  "surface-elevated-secondary",
];

/** Every node with a colour of the library. */
const gallery: WidgetNode[] = [
  ...texts.map((color): WidgetNode => ({ type: "Text", value: color, color })),
  { type: "Title", value: "Title" },
  { type: "Caption", value: "Caption" },
  ...colors.flatMap((color): WidgetNode[] =>
    variants.map((variant) => ({
      type: "Button",
      label: "Button",
      color,
      variant,
    })),
  ),
  ...badgeColors.flatMap((color): WidgetNode[] =>
    (["solid", "soft", "outline"] as const).map((variant) => ({
      type: "Badge",
      label: "Badge",
      color,
      variant,
    })),
  ),
  ...variants.flatMap((variant): WidgetNode[] => [
    {
      type: "Select",
      name: "a",
      variant,
      options: [{ value: "a", label: "Value" }],
      defaultValue: "a",
    },
    { type: "Select", name: "b", variant, options: [], placeholder: "Choose" },
    { type: "DatePicker", name: "d", variant, placeholder: "Day" },
  ]),
  ...(["soft", "outline"] as const).flatMap((variant): WidgetNode[] => [
    { type: "Input", name: "i", variant, placeholder: "Name" },
    { type: "Textarea", name: "t", variant, defaultValue: "Text" },
  ]),
  { type: "Label", value: "Label", fieldName: "i" },
  { type: "Checkbox", name: "c", label: "Checkbox", defaultChecked: true },
  {
    type: "RadioGroup",
    name: "r",
    options: [{ value: "a", label: "Radio" }],
    defaultValue: "a",
  },
  {
    type: "Markdown",
    value:
      "Text, `code`, [link](https://example.com), ~~gone~~[^1]\n\n- one\n\n1. two\n\n- [x] task\n\n> quote\n\n```\nblock\n```\n\n| a |\n|---|\n| b |\n\n[^1]: note",
  },
  {
    type: "Chart",
    data: [
      { x: "May", y: 3 },
      { x: "June", y: 5 },
    ],
    series: [{ type: "bar", dataKey: "y", label: "Sold" }],
    xAxis: "x",
    showYAxis: true,
  },
  {
    type: "Table",
    children: [
      {
        type: "Table.Row",
        header: true,
        children: [{ type: "Table.Cell", children: "Head" }],
      },
      { type: "Table.Row", children: [{ type: "Table.Cell", children: "1" }] },
    ],
  } as unknown as WidgetNode,
];

export const everything: WidgetNode = {
  type: "Basic",
  children: [
    ...surfaces.map((background): WidgetNode => ({
      type: "Box",
      background,
      children: gallery,
    })),
    {
      type: "Card",
      status: { text: "Status" },
      collapsed: true,
      confirm: { label: "Yes", action: { type: "yes" } },
      cancel: { label: "No", action: { type: "no" } },
      children: [{ type: "Text", value: "Text" }],
    },
    {
      type: "ListView",
      limit: 1,
      status: { text: "Status" },
      children: ["a", "b", "c"].map((value) => ({
        type: "ListViewItem",
        onClickAction: { type: "open" },
        children: [{ type: "Text", value }],
      })),
    },
  ] as WidgetNode[],
};

const accents = [
  "#ffd240",
  "#ff66ad",
  "#16a34a",
  "#0ea5e9",
  "#777777",
  "#7c3aed",
  "#1e1b4b",
  "#ffffff",
  "#000000",
  "rgb(255 210 64)",
  "oklch(0.7 0.15 150)",
];

const options: ThemeOption["color"][] = [
  undefined,
  ...accents.map((primary, i) => ({ accent: { primary, level: i % 4 } })),
  ...[0, 60, 120, 180, 240, 300].map((hue, i) => ({
    grayscale: { hue, tint: 9, shade: [-4, 0, 4][i % 3]! },
  })),
  { grayscale: { hue: 120, tint: 9 } },
];

export const themes = (["light", "dark"] as const).flatMap((scheme) =>
  options.map((color): [string, ThemeOption] => [
    `${scheme} ${JSON.stringify(color) ?? ""}`,
    { colorScheme: scheme, ...(color && { color }) },
  ]),
);

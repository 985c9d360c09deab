import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type ThemeOption,
  type WidgetNode,
} from "../../src/index.js";
import { contrastOf, faintTexts } from "./contrast.js";
import "../../src/styles/index.css";

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
const surfaces = [
  "surface",
  "surface-secondary",
  "surface-tertiary",
  "surface-elevated",
  "surface-elevated-secondary",
];

/** Everything whose colours are ours. */
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

const everything: WidgetNode = {
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

const themes = (["light", "dark"] as const).flatMap((scheme) =>
  options.map((color): [string, ThemeOption] => [
    `${scheme} ${JSON.stringify(color) ?? ""}`,
    { colorScheme: scheme, ...(color && { color }) },
  ]),
);

/** What a pointer, a press and an open popup make of a control's fill and text. */
const states: [string, Record<string, string>][] = [
  ["at rest", {}],
  ["hovered", { "--wr-fill": "var(--wr-fill-hover)" }],
  ["pressed", { "--wr-fill": "var(--wr-fill-active)" }],
];

afterEach(() => {
  document.documentElement.style.colorScheme = "";
});

/** A colour on its way is not the one that stays. */
const STILL =
  "[class^='wr-'], [class^='wr-']::before { transition: none !important; animation: none !important }";

const root = () => document.querySelector<HTMLElement>(".wr-root")!;

test.each(themes)("texts of ours are AA in %s", async (_, theme) => {
  await render(
    <div
      style={{
        width: 700,
        background: theme.colorScheme === "dark" ? "#212121" : "#fff",
      }}
    >
      <style>
        {
          "[class^='wr-'], [class^='wr-']::before { transition: none !important }"
        }
      </style>
      <WidgetRenderer theme={theme} locale="en" widget={everything} />
    </div>,
  );
  await vi.waitFor(() => {
    expect(document.querySelectorAll(".wr-Chart-tick").length).toBeGreaterThan(
      surfaces.length * 3,
    );
    expect(document.querySelectorAll(".wr-Markdown-link")).not.toHaveLength(0);
  });
  const faint = states.flatMap(([state, style]) => {
    for (const control of document.querySelectorAll<HTMLElement>(
      ".wr-Button, .wr-Select, .wr-DatePicker",
    )) {
      for (const [name, value] of Object.entries(style)) {
        control.style.setProperty(name, value);
      }
      const { variant } = control.dataset;
      if (state !== "at rest" && /outline|ghost/.test(variant ?? "")) {
        control.style.setProperty(
          "--wr-ink",
          "var(--wr-primary-soft-text, var(--wr-text-primary))",
        );
      }
    }
    return (
      faintTexts(root())
        // A press is over before a placeholder is read.
        .filter((text) => state !== "pressed" || !/Choose|Day/.test(text))
        .map((text) => `${state}: ${text}`)
    );
  });
  expect([...new Set(faint)]).toEqual([]);
});

/** What opens, and what is said: per scheme, with the words that are looked at. */
const opened: [string, WidgetNode, () => Promise<unknown>, string][] = [
  [
    "a Select's options",
    {
      type: "Select",
      name: "a",
      options: [
        { value: "a", label: "One", description: "The first" },
        { value: "b", label: "Two", description: "The second" },
      ],
      defaultValue: "a",
      searchable: true,
    },
    async () => {
      await userEvent.click(page.getByRole("combobox"));
      await userEvent.keyboard("{ArrowDown}");
    },
    ".wr-Select-description",
  ],
  [
    "a calendar",
    { type: "DatePicker", name: "d", defaultValue: "2026-11-12" },
    () => userEvent.click(page.getByRole("button")),
    ".wr-Calendar-button",
  ],
  [
    "a field's message",
    {
      type: "Form",
      onSubmitAction: { type: "send" },
      children: [
        { type: "Input", name: "i", required: true },
        { type: "Button", label: "Send", submit: true },
      ],
    },
    () => userEvent.click(page.getByRole("button", { name: "Send" })),
    ".wr-FieldError",
  ],
  [
    "a refusal",
    { type: "Button", label: "Go", onClickAction: { type: "go" } },
    () => userEvent.click(page.getByRole("button", { name: "Go" })),
    ".wr-Refusal-text",
  ],
  [
    "the values of a chart",
    {
      type: "Chart",
      data: [{ x: "May", y: 3 }],
      series: [{ type: "bar", dataKey: "y", label: "Sold" }],
      xAxis: "x",
    },
    async () => {
      await expect.element(page.getByRole("group")).toBeInTheDocument();
      page.getByRole("group").element().focus();
      await userEvent.keyboard("{ArrowRight}");
    },
    ".wr-Chart-tooltip-value",
  ],
];

test.each(
  (["light", "dark"] as const).flatMap((scheme) =>
    opened.map((one) => [scheme, ...one] as const),
  ),
)("in %s %s are AA", async (scheme, _, child, open, selector) => {
  document.documentElement.style.colorScheme = scheme;
  await render(
    <>
      <style>{STILL}</style>
      <WidgetRenderer
        theme={scheme}
        locale="en"
        onError={() => undefined}
        onAction={() =>
          Promise.reject(Object.assign(new Error("no"), { reason: "refused" }))
        }
        widget={{ type: "Card", children: child }}
      />
    </>,
  );
  await open();
  await vi.waitFor(() =>
    expect(document.querySelector(selector)).not.toBeNull(),
  );
  expect(faintTexts(document.body)).toEqual([]);
});

test("marks of a Checkbox and a radio are seen on every surface", async () => {
  for (const scheme of ["light", "dark"] as const) {
    const { unmount } = await render(
      <WidgetRenderer
        theme={scheme}
        widget={{
          type: "Basic",
          children: surfaces.map((background) => ({
            type: "Box",
            background,
            children: [
              { type: "Checkbox", name: background, label: "Checkbox" },
            ],
          })),
        }}
      />,
    );
    for (const box of document.querySelectorAll(".wr-Checkbox-input")) {
      const { borderTopColor } = getComputedStyle(box);
      expect(contrastOf(box, borderTopColor)).toBeGreaterThan(3);
    }
    await unmount();
  }
});

import type { Meta } from "@storybook/react-vite";
import type { WidgetNode } from "../../src/index.js";
import { renderWidget, nodeMeta, type Args, type Story } from "../story.js";

export default {
  title: "Nodes/Table",
  ...nodeMeta("Table"),
} satisfies Meta<Args<"Table">>;

type Cell = WidgetNode<"Table.Cell">;

const cell = (
  child: string | WidgetNode,
  props?: Omit<Cell, "type">,
): Cell => ({
  type: "Table.Cell",
  ...props,
  children:
    typeof child === "string"
      ? { type: "Text", value: child, size: "sm" }
      : child,
});

const row = (
  children: WidgetNode[],
  header?: boolean,
): WidgetNode<"Table.Row"> => ({
  type: "Table.Row",
  header,
  children,
});

const end = { align: "end" } as const;

const plans = row([cell("Plan"), cell("Seats", end), cell("Price", end)], true);

export const Default: Story<"Table"> = {
  args: {
    children: [
      plans,
      row([cell("Solo"), cell("1", end), cell("$0", end)]),
      row([cell("Studio"), cell("20", end), cell("$25", end)]),
      row([cell("Company"), cell("110", end), cell("$149", end)]),
    ],
  },
};

/** A table in a card ends where the card's padding begins. */
export const InCard: Story<"Table"> = {
  ...Default,
  render: (args) =>
    renderWidget({
      type: "Card",
      children: [
        { type: "Title", value: "Plans", size: "sm" },
        { type: "Table", ...args },
      ],
    }),
};

/** Any node may be in a cell. */
export const Rich: Story<"Table"> = {
  args: {
    children: [
      row(
        [cell("Service"), cell("Status"), cell("Uptime", end), cell("", end)],
        true,
      ),
      ...(
        [
          ["Search", "Healthy", "success", "99.98 %"],
          ["Payments", "Slow", "warning", "99.41 %"],
          ["Mail", "Down", "danger", "97.10 %"],
        ] as const
      ).map(([name, label, color, uptime]) =>
        row([
          cell({
            type: "Col",
            gap: 0,
            children: [
              { type: "Text", value: name, size: "sm", weight: "medium" },
              { type: "Caption", value: "eu-west" },
            ],
          }),
          cell({ type: "Badge", label, color }, { vAlign: "center" }),
          cell(uptime, { ...end, vAlign: "center" }),
          cell(
            { type: "Button", label: "Open", size: "xs", style: "secondary" },
            { ...end, vAlign: "center" },
          ),
        ]),
      ),
    ],
  },
};

export const Spans: Story<"Table"> = {
  args: {
    children: [
      row(
        [
          cell("Day", { rowSpan: 2 }),
          cell("Temperature", { colSpan: 2, align: "center" }),
        ],
        true,
      ),
      row([cell("Low", end), cell("High", end)], true),
      row([cell("Monday"), cell("4 °C", end), cell("11 °C", end)]),
      row([
        cell("Weekend", { rowSpan: 2, vAlign: "center" }),
        cell("2 °C", end),
        cell("9 °C", end),
      ]),
      row([cell("1 °C", end), cell("7 °C", end)]),
      row([cell("Snow above 900 m.", { colSpan: 3 })]),
    ],
  },
};

/** Where it is too wide it scrolls, by keyboard as well. */
export const Wide: Story<"Table"> = {
  args: {
    children: [
      row(
        ["Quarter", "Revenue", "Cost", "Profit", "Margin"].map((title, i) =>
          cell(title, { colSize: "md", ...(i > 0 && end) }),
        ),
        true,
      ),
      ...["Q1", "Q2", "Q3", "Q4"].map((name, i) =>
        row([
          cell(name),
          cell(`${1200 + i * 87}`, end),
          cell(`${900 + i * 41}`, end),
          cell(`${300 + i * 46}`, end),
          cell(`${25 + i} %`, end),
        ]),
      ),
    ],
  },
  decorators: [
    (Table) => (
      <div style={{ maxWidth: 320 }}>
        <Table />
      </div>
    ),
  ],
};

export const Sized: Story<"Table"> = {
  args: {
    children: [
      row(
        (["xs", "sm", "md", "lg", "xl"] as const).map((colSize) =>
          cell(colSize, { colSize }),
        ),
        true,
      ),
      row([
        cell("1"),
        cell("2"),
        cell(
          {
            type: "Text",
            value: "A truncated text",
            size: "sm",
            truncate: true,
          },
          { width: 80 },
        ),
        cell("padding 4", { padding: 4 }),
        cell("5"),
      ]),
    ],
  },
};

/** What is in a wrong parent is rendered all the same. */
export const Loose: Story<"Table"> = {
  render: () =>
    renderWidget({
      type: "Col",
      gap: 6,
      children: [
        {
          type: "Table",
          children: [
            plans,
            row([cell("Solo"), cell("1", end), cell("$0", end)]),
            {
              type: "Text",
              value: "A text among the rows",
              size: "sm",
            },
            row([
              { type: "Text", value: "A text", size: "sm" },
              cell("beside cells"),
            ]),
          ],
        },
        row([cell("A row"), cell("without a table")]),
        cell("A cell without a row"),
      ],
    }),
};

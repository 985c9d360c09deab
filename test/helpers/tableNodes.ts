import { render } from "vitest-browser-react";
import type { WidgetNode } from "../../src/index.js";
import { widgetAtWidth } from "./widgetElement.js";

export type Cell = WidgetNode<"Table.Cell">;

export const cell = (value: string, props?: Partial<Cell>): Cell => ({
  type: "Table.Cell",
  ...props,
  children: { type: "Text", value, size: "sm" },
});

export const row = (
  cells: (WidgetNode | null)[],
  header?: boolean,
): WidgetNode<"Table.Row"> => ({ type: "Table.Row", header, children: cells });

export const table = (...rows: (WidgetNode | null)[]): WidgetNode => ({
  type: "Table",
  children: rows,
});

export const plans = table(
  row([cell("Plan"), cell("Price", { align: "end" })], true),
  row([cell("Solo"), cell("$0", { align: "end" })]),
  row([cell("Studio"), cell("$25", { align: "end" })]),
);

export const renderTable = (widget: WidgetNode, width = 600) =>
  render(widgetAtWidth(width, widget, { onError: () => undefined }));

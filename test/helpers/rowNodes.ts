import type { WidgetNode } from "../../src/index.js";
import { widgetAtWidth } from "./widgetElement.js";

export const elementAtWidth = (widget: unknown, width: number) =>
  widgetAtWidth(width, widget as WidgetNode, {
    sendAction: () => Promise.resolve(),
    onError: () => undefined,
  });

export const text = (value: string, props?: object) => ({
  type: "Text",
  value,
  ...props,
});

export const row = (...children: object[]) => ({ type: "Row", children });

export const col = (...children: object[]) => ({ type: "Col", children });

export const card = (...children: object[]) => ({
  type: "Card",
  size: "full",
  children,
});

export const button = (label: string) => ({
  type: "Button",
  label,
  onClickAction: { type: "go" },
});

export const prose =
  "Leave at the front door of the yellow house behind the second bakery";

export const url = `https://www.example.com/${"orders/archive_of_2024_".repeat(5)}`;

export const address = "accounts.receivable@wholesale-traders.example";

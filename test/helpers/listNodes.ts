import { page } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";

export const item = (
  name: string,
  ...more: WidgetNode[]
): WidgetNode<"ListViewItem"> => ({
  type: "ListViewItem",
  key: name,
  onClickAction: { type: "open", payload: { name } },
  children: [{ type: "Text", value: name }, ...more],
});

export const plain = (name: string): WidgetNode<"ListViewItem"> => ({
  ...item(name),
  onClickAction: null,
});

const names = (count: number) =>
  Array.from({ length: count }, (_, i) => `Row ${i + 1}`);

export const list = (
  count: number,
  limit?: number | "auto" | null,
  row = item,
): WidgetNode<"ListView"> => ({
  type: "ListView",
  limit,
  children: names(count).map((name) => row(name)),
});

/** What takes a click in the middle of an element. */
export function hitOf(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2);
}

export const rows = () => page.getByRole("listitem");

export const more = () => page.getByRole("button", { name: "Show more" });

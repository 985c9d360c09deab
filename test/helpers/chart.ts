import { expect, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { find } from "./queries.js";
import { widgetAtWidth, type WidgetProps } from "./widgetElement.js";

export const months = [
  { month: "Jan", sold: 420, target: 400 },
  { month: "Feb", sold: null, target: 420 },
  { month: "Mar", sold: 1510, target: 440 },
  { month: "Apr", sold: 470, target: 460 },
];

export type ChartJson = Partial<Omit<WidgetNode<"Chart">, "type">>;

export function chartOf(chart: ChartJson): WidgetNode {
  return {
    type: "Chart",
    data: months,
    series: [
      { type: "bar", dataKey: "sold", label: "Sold" },
      { type: "line", dataKey: "target", label: "Target" },
    ],
    xAxis: "month",
    ...chart,
  };
}

export async function renderChart(chart: ChartJson = {}, props?: WidgetProps) {
  const screen = await render(widgetAtWidth(400, chartOf(chart), props));
  // The first Chart of a page waits for its code.
  await vi.waitFor(() => expect(find(".wr-Chart-svg")).toBeVisible());
  return screen;
}

export const all = (selector: string) => [
  ...document.querySelectorAll<HTMLElement>(selector),
];

export const texts = (selector: string) =>
  all(selector).map((el) => el.textContent);

export const plot = () =>
  page.getByRole("group", { name: "Chart: Sold, Target" });

export const tooltip = () => document.querySelector(".wr-Chart-tooltip");

/** The middle of a row, in the page. */
function rowAt(row: number, of = 4) {
  const { left, top, width, height } =
    find(".wr-Chart-area").getBoundingClientRect();
  return {
    clientX: left + (width * (row + 0.5)) / of,
    clientY: top + height / 2,
  };
}

export function point(type: string, row: number, pointerType = "mouse") {
  find(".wr-Chart-area").dispatchEvent(
    new PointerEvent(type, {
      ...rowAt(row),
      pointerType,
      bubbles: true,
      composed: true,
    }),
  );
}

import { afterEach, describe, expect, test, vi } from "vitest";
import { cleanup } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { all, point, renderChart, texts, tooltip } from "../helpers/chart.js";
import type { WidgetNode } from "../../src/index.js";
import { find } from "../helpers/queries.js";
import {
  failOnFaults,
  renderWidget,
  textOf,
  translate,
} from "../helpers/translatedPage.js";
import "../../src/styles/index.css";

afterEach(() => {
  document.documentElement.removeAttribute("dir");
});

describe("Chart", () => {
  test("the values are a table for those who cannot see the drawing", async () => {
    await renderChart();
    await expect
      .element(page.getByRole("table", { name: "Chart: Sold, Target" }))
      .toBeInTheDocument();
    await expect
      .element(page.getByRole("row", { name: "Mar 1,510 440" }))
      .toBeInTheDocument();
    expect(find(".wr-Chart-svg")).toHaveAttribute("aria-hidden", "true");
    // It takes no room.
    expect(find("table").parentElement!.getBoundingClientRect().width).toBe(1);
  });

  test("it is rendered in the size of its container, and again in another", async () => {
    await renderChart({ showYAxis: true });
    const viewBox = () => find(".wr-Chart-svg").getAttribute("viewBox");
    const first = find(".wr-Chart-plot").getBoundingClientRect();
    expect(viewBox()).toBe(`0 0 400 ${first.height}`);
    expect(find(".wr-Chart").getBoundingClientRect().height).toBe(200);
    find(".wr-Chart").parentElement!.parentElement!.style.width = "250px";
    await vi.waitFor(() => expect(viewBox()).toBe(`0 0 250 ${first.height}`));
  });

  test("names below, numbers at the left, and no more than fit", async () => {
    await renderChart({ showYAxis: true });
    expect(texts(".wr-Chart-tick")).toEqual([
      "0",
      "500",
      "1,000",
      "1,500",
      "2,000",
      "Jan",
      "Feb",
      "Mar",
      "Apr",
    ]);
  });

  test("axes and legend may be left out", async () => {
    await renderChart({
      xAxis: { dataKey: "month", hide: true },
      showLegend: false,
    });
    expect(texts(".wr-Chart-tick")).toEqual([]);
    expect(find(".wr-Chart-legend")).toBeNull();
  });

  test("texts of the axes neither overlap nor are cut off", async () => {
    const data = Array.from({ length: 60 }, (_, i) => ({
      month: `2025-${String(i + 10)}-01`,
      sold: i * 1e5,
    }));
    await renderChart({ data, showYAxis: true });
    const box = find(".wr-Chart").getBoundingClientRect();
    const ticks = all(".wr-Chart-tick");
    const boxes = ticks.map((el) => el.getBoundingClientRect());
    const names = boxes.filter((_, i) =>
      ticks[i]!.textContent.startsWith("2025-"),
    );
    expect(names.length).toBeGreaterThan(2);
    let end = -Infinity;
    for (const { left, right } of names) {
      expect(left).toBeGreaterThan(end);
      end = right;
    }
    for (const { left, right, top, bottom } of boxes) {
      expect(left).toBeGreaterThanOrEqual(box.left - 1);
      expect(right).toBeLessThanOrEqual(box.right + 1);
      expect(top).toBeGreaterThanOrEqual(box.top - 4);
      expect(bottom).toBeLessThanOrEqual(box.bottom + 1);
    }
  });

  test("a name that is cut has its whole text as a title", async () => {
    const data = [
      { month: "Customer acquisition and retention", sold: 4 },
      { month: "Operations", sold: 3 },
      { month: "Research and development", sold: 3 },
      { month: "Legal", sold: 3 },
    ];
    await renderChart({ data });
    expect(find(".wr-Chart-tick title").textContent).toBe(data[0]!.month);
  });

  test("an empty chart is a plot without values", async () => {
    await renderChart({ data: [], showYAxis: true });
    expect(all(".wr-Chart-grid").length).toBeGreaterThan(1);
    expect(texts(".wr-Chart-tick")).toEqual([]);
    expect(all(".wr-Chart-series path")).toHaveLength(0);
  });

  test("series take the palette in turn, or the colour that they name", async () => {
    await renderChart(
      {
        series: [
          { type: "bar", dataKey: "sold" },
          { type: "bar", dataKey: "target" },
          { type: "bar", dataKey: "sold", color: "brand" },
          {
            type: "bar",
            dataKey: "sold",
            color: { light: "red-500", dark: "#fff" },
          },
        ],
      },
      { tokens: { brand: "rgb(1, 2, 3)" } },
    );
    expect(
      all(".wr-Chart-series").map((el) => getComputedStyle(el).color),
    ).toEqual([
      "rgb(2, 133, 255)",
      "rgb(146, 79, 247)",
      "rgb(1, 2, 3)",
      "rgb(224, 46, 42)",
    ]);
  });

  test("a large chart has few elements", async () => {
    const data = Array.from({ length: 10_000 }, (_, i) => ({
      month: `Day ${i}`,
      sold: Math.sin(i / 50) * 100,
      target: i % 90,
    }));
    await renderChart({ data });
    expect(find(".wr-Chart-plot").querySelectorAll("*").length).toBeLessThan(
      60,
    );
    point("pointermove", 5000, "mouse");
    await expect.poll(tooltip).not.toBeNull();
  });

  test("figures run from left to right in every direction of writing", async () => {
    document.documentElement.dir = "rtl";
    await renderChart({ showYAxis: true });
    const [first, second] = ["Jan", "Feb"].map((name) =>
      all(".wr-Chart-tick")
        .find((el) => el.textContent === name)!
        .getBoundingClientRect(),
    );
    expect(first!.left).toBeLessThan(second!.left);
    const box = find(".wr-Chart").getBoundingClientRect();
    expect(
      find(".wr-Chart-tick").getBoundingClientRect().left,
    ).toBeGreaterThanOrEqual(box.left);
  });
});

const chart = (more: number[]): WidgetNode => ({
  type: "Chart",
  xAxis: "month",
  showYAxis: true,
  series: [
    { type: "bar", dataKey: "a", label: "Sold" },
    { type: "line", dataKey: "b", label: "Planned" },
  ],
  data: [
    { month: "A month with a name too long for the axis", a: 4 },
    { month: "February" },
    ...more.map((a, i) => ({ month: `Row ${i}`, a, b: i })),
  ],
});
describe("a Chart on a translated page", () => {
  failOnFaults();

  test("the tooltip, the axes and the table follow", async () => {
    const { element, update } = await renderWidget(chart([1]));
    const tooltip = () => {
      const tip = document.querySelector(".wr-Chart-tooltip");
      return tip && textOf(tip);
    };
    const area = document.querySelector<HTMLElement>(".wr-Chart-area")!;
    area.focus();
    const seen: (string | null)[] = [];
    for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowLeft"]) {
      await userEvent.keyboard(`{${key}}`);
      seen.push(tooltip());
      translate();
    }
    expect(seen).toEqual([
      "A month with a name too long for the axisSold4",
      "February–",
      "Row 0Sold1Planned0",
      "February–",
    ]);
    expect(textOf(element.querySelector("[aria-live]")!)).toBe("February: –");
    area.blur();
    await expect.poll(tooltip).toBeNull();
    await update(chart([1000, 2000, 3000, 4000]));
    const shown = textOf(element);
    await cleanup();
    expect(shown).toBe(
      textOf((await renderWidget(chart([1000, 2000, 3000, 4000]))).element),
    );
  });

  test("a chart with more series than its tooltip has room for says how many", async () => {
    const json = (count: number): WidgetNode => ({
      type: "Chart",
      height: 100,
      xAxis: "x",
      series: Array.from({ length: count }, (_, i) => ({
        type: "line",
        dataKey: `s${i}`,
      })),
      data: [
        Object.fromEntries([
          ["x", "A"],
          ...Array.from({ length: count }, (_, i) => [`s${i}`, i] as const),
        ]) as Record<string, string | number>,
      ],
    });
    const { update } = await renderWidget(json(6));
    document.querySelector<HTMLElement>(".wr-Chart-area")!.focus();
    await userEvent.keyboard("{Home}");
    const more = () =>
      textOf(document.querySelector(".wr-Chart-tooltip-more")!);
    const first = Number(more().slice(1));
    translate();
    await update(json(9));
    expect(more()).toBe(`+${first + 3}`);
  });
});

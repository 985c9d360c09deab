import { describe, expect, test, vi } from "vitest";
import type { WidgetNode } from "../../src/index.js";
import ChartBody from "../../src/nodes/Chart/ChartBody.js";
import { invalidProp, renderInCard, renderOnServer } from "../helpers/unit.js";

/** A Chart after its heavy part has been loaded. */
const loaded = (widget: WidgetNode, locale?: string) =>
  renderOnServer(widget, { components: { Chart: ChartBody }, locale });

const cells = (element: HTMLElement) =>
  [...element.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

const chart: WidgetNode<"Chart"> = {
  type: "Chart",
  data: [
    { month: "Jan", sold: 1200, cost: "80" },
    { month: "Feb", sold: null, cost: 95.5 },
  ],
  series: [
    { type: "bar", dataKey: "sold", label: "Sold" },
    { type: "line", dataKey: "cost" },
  ],
  xAxis: { dataKey: "month", labels: { Jan: "January" } },
};

describe("Chart", () => {
  test("a Chart is its figures as they were written before it is loaded", () => {
    const element = renderOnServer(chart);
    expect(cells(element)).toEqual([
      ["month", "Sold", "cost"],
      ["Jan", "1200", "80"],
      ["Feb", "", "95.5"],
    ]);
    expect(element.querySelector("caption")).toHaveTextContent(/^Chart$/);
  });

  test("a Chart is a table and a legend, also on a server that waits", () => {
    const element = loaded(chart);
    expect(cells(element)).toEqual([
      ["month", "Sold", "cost"],
      ["January", "1,200", "80"],
      ["Feb", "–", "95.5"],
    ]);
    expect(element.querySelector("caption")).toHaveTextContent(
      "Chart: Sold, cost",
    );
    expect(element.querySelector(".wr-Chart-legend")).toHaveTextContent(
      "Soldcost",
    );
  });

  test("numbers are written in the host's language", () => {
    expect(loaded(chart, "de").querySelector("td")).toHaveTextContent("1.200");
    expect(
      loaded(chart, "no such locale").querySelector("td"),
    ).toHaveTextContent("1,200");
  });

  test("a long table ends with a notice", () => {
    const data = Array.from({ length: 1500 }, (_, x) => ({ x, y: x }));
    const long: WidgetNode = {
      type: "Chart",
      data,
      series: [{ type: "line", dataKey: "y" }],
      xAxis: "x",
    };
    expect(cells(renderOnServer(long))).toHaveLength(201);
    const element = loaded(long);
    expect(element.querySelectorAll("tbody tr")).toHaveLength(200);
    expect(element.querySelector("p")).toHaveTextContent(
      "Rows not listed: 1,300",
    );
  });

  test.each([
    [{}, ""],
    [{ height: 96 }, "96px"],
    [{ size: "5rem" }, "5rem"],
    [{ aspectRatio: "2" }, "auto"],
    [{ aspectRatio: 2, height: 80 }, "80px"],
  ])("a Chart with %j has the height %j from the start", (size, height) => {
    const element = renderOnServer({ ...chart, ...size });
    expect(element.querySelector<HTMLElement>(".wr-Chart")?.style.height).toBe(
      height,
    );
  });

  test.each([
    {},
    { data: null, series: null, xAxis: null },
    { data: "rows", series: "bars", xAxis: 7 },
    { data: [null, 3, []], series: [null, 3, { type: "pie", dataKey: "x" }] },
    {
      data: [],
      series: [{ type: "line" }],
      barGap: "wide",
      showYAxis: "maybe",
    },
  ])("a Chart of %j does no harm", (props) => {
    const json = { type: "Chart", ...props } as unknown as WidgetNode;
    for (const element of [renderOnServer(json), loaded(json)]) {
      expect(element.querySelector("caption")).toHaveTextContent(/^Chart$/);
    }
  });

  const sales = {
    type: "Chart",
    data: [
      { month: "May", sales: 1 },
      { month: "June", sales: 2 },
    ],
    series: [{ type: "bar", dataKey: "sales" }],
    xAxis: "month",
  };

  test.each<[object, string, RegExp]>([
    [
      { series: [{ type: "pie", dataKey: "sales" }] },
      "/series/0/type",
      /bar, area, line/,
    ],
    [
      { series: [{ type: "bar", dataKey: "sale" }] },
      "/series/0/dataKey",
      /"sales"/,
    ],
    [{ series: [{ type: "bar" }] }, "/series/0/dataKey", /missing/],
    [{ series: "sales" }, "/series", /list/],
    [{ xAxis: "mont" }, "/xAxis", /"month"/],
    [{ xAxis: { dataKey: "mont" } }, "/xAxis/dataKey", /"month"/],
    [{ xAxis: { dataKey: "month", hide: "yes" } }, "/xAxis/hide", /"yes"/],
    [
      {
        data: [
          { month: "May", sales: 1 },
          { month: "June", sales: "€1,200" },
          { month: "July", sales: "€9" },
        ],
      },
      "/data/1/sales",
      /number.*1200/,
    ],
  ])("a Chart with %j reports %s", async (props, path, says) => {
    const { reports } = renderInCard({ ...sales, ...props });
    await vi.waitFor(() => expect(reports()).toEqual(invalidProp(path, says)));
  });
});

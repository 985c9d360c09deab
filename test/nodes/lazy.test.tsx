import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import {
  WidgetRenderer,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";
import ChartBody from "../../src/nodes/Chart/ChartBody.js";

/** What a server sends before the heavy parts have been loaded. */
function server(
  widget: WidgetNode,
  props?: Partial<WidgetRendererProps>,
): HTMLElement {
  const element = document.createElement("div");
  element.innerHTML = renderToString(
    <WidgetRenderer locale="en" {...props} widget={widget} />,
  );
  return element;
}

/** A Chart after its heavy part has been loaded. */
const loaded = (widget: WidgetNode, locale?: string) =>
  server(widget, { components: { Chart: ChartBody }, locale });

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

test("a Chart is its figures as they were written before it is drawn", () => {
  const element = server(chart);
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
  expect(loaded(chart, "no such locale").querySelector("td")).toHaveTextContent(
    "1,200",
  );
});

test("a long table ends with a notice", () => {
  const data = Array.from({ length: 1500 }, (_, x) => ({ x, y: x }));
  const long: WidgetNode = {
    type: "Chart",
    data,
    series: [{ type: "line", dataKey: "y" }],
    xAxis: "x",
  };
  expect(cells(server(long))).toHaveLength(201);
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
  const element = server({ ...chart, ...size });
  expect(
    element.querySelector<HTMLElement>('[data-node="Chart"]')?.style.height,
  ).toBe(height);
});

test.each([
  {},
  { data: null, series: null, xAxis: null },
  { data: "rows", series: "bars", xAxis: 7 },
  { data: [null, 3, []], series: [null, 3, { type: "pie", dataKey: "x" }] },
  { data: [], series: [{ type: "line" }], barGap: "wide", showYAxis: "maybe" },
])("a Chart of %j does no harm", (props) => {
  const json = { type: "Chart", ...props } as unknown as WidgetNode;
  for (const element of [server(json), loaded(json)]) {
    expect(element.querySelector("caption")).toHaveTextContent(/^Chart$/);
  }
});

test.each([
  [
    "the chosen option",
    { type: "Select", options: [{ value: 2, label: "Two" }], defaultValue: 2 },
    "Two",
    "2",
  ],
  [
    "a placeholder",
    { type: "Select", options: [], placeholder: "Pick", defaultValue: "none" },
    "Pick",
    undefined,
  ],
  [
    "a date",
    { type: "DatePicker", defaultValue: "2026-11-12T23:00:00-11:00" },
    "Nov 12, 2026",
    "2026-11-12",
  ],
  ["no date", { type: "DatePicker" }, "Select date…", undefined],
] as const)(
  "a field shows and sends %s before it can act",
  (_, props, text, sent) => {
    const element = server({
      ...props,
      name: "field",
      id: "f",
      size: "sm",
      clearable: true,
    });
    const node = element.querySelector(`.wr-${props.type}`);
    expect(node).toHaveAttribute("data-node-id", "f");
    expect(node).toHaveAttribute("data-size", "sm");
    expect(node).toHaveTextContent(text);
    // It looks as if it could act.
    expect(node).not.toHaveAttribute("data-disabled");
    expect(node?.hasAttribute("data-clearable")).toBe(sent !== undefined);
    expect(node?.querySelector("button")).toBeEnabled();
    expect(
      node?.querySelector<HTMLInputElement>('input[name="field"]')?.value,
    ).toBe(sent);
  },
);

test("Markdown is its words before it is drawn", () => {
  const element = server({
    type: "Markdown",
    id: "m",
    streaming: true,
    value: "# Trip\n\nTwo **days** in [Porto](https://example.com)\n- old town",
  });
  const node = element.querySelector('[data-node="Markdown"]');
  expect(node).toHaveAttribute("data-node-id", "m");
  expect(node).toHaveAttribute("data-streaming", "");
  expect(node?.textContent).toBe("Trip\n\nTwo days in Porto\n• old town");
});

test.each([
  [42, "42"],
  [null, undefined],
  ["", undefined],
  [["a"], undefined],
])("Markdown of %j reads %j", (value, text) => {
  const element = server({ type: "Markdown", value } as WidgetNode);
  expect(element.querySelector('[data-node="Markdown"]')?.textContent).toBe(
    text,
  );
});

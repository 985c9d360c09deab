import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";
import "../../src/styles/index.css";

const months = [
  { month: "Jan", sold: 420, target: 400 },
  { month: "Feb", sold: null, target: 420 },
  { month: "Mar", sold: 1510, target: 440 },
  { month: "Apr", sold: 470, target: 460 },
];

type Json = Partial<Omit<WidgetNode<"Chart">, "type">>;

function widgetOf(chart: Json): WidgetNode {
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

async function draw(chart: Json = {}, props?: Partial<WidgetRendererProps>) {
  const screen = await render(
    <div style={{ width: 400 }}>
      <WidgetRenderer locale="en" {...props} widget={widgetOf(chart)} />
    </div>,
  );
  // The first one waits for its chunk.
  await vi.waitFor(() => expect(find(".wr-Chart-svg")).toBeVisible());
  return screen;
}

const find = (selector: string) =>
  document.querySelector<HTMLElement>(selector)!;
const all = (selector: string) => [
  ...document.querySelectorAll<HTMLElement>(selector),
];
const texts = (selector: string) => all(selector).map((el) => el.textContent);
const plot = () => page.getByRole("group", { name: "Chart: Sold, Target" });
const tooltip = () => document.querySelector(".wr-Chart-tooltip");

/** The middle of a row, in the page. */
function rowAt(row: number, of = 4) {
  const { left, top, width, height } =
    find(".wr-Chart-area").getBoundingClientRect();
  return {
    clientX: left + (width * (row + 0.5)) / of,
    clientY: top + height / 2,
  };
}

function point(type: string, row: number, pointerType = "mouse") {
  find(".wr-Chart-area").dispatchEvent(
    new PointerEvent(type, {
      ...rowAt(row),
      pointerType,
      bubbles: true,
      composed: true,
    }),
  );
}

afterEach(() => {
  document.documentElement.removeAttribute("dir");
});

test("the values are a table for those who cannot see the drawing", async () => {
  await draw();
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

test("it is drawn in its own size, and again in another", async () => {
  await draw({ showYAxis: true });
  const viewBox = () => find(".wr-Chart-svg").getAttribute("viewBox");
  const first = find(".wr-Chart-plot").getBoundingClientRect();
  expect(viewBox()).toBe(`0 0 400 ${first.height}`);
  expect(find(".wr-Chart").getBoundingClientRect().height).toBe(200);
  find(".wr-Chart").parentElement!.parentElement!.style.width = "250px";
  await vi.waitFor(() => expect(viewBox()).toBe(`0 0 250 ${first.height}`));
});

test("names below, numbers at the left, and no more than fit", async () => {
  await draw({ showYAxis: true });
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
  await draw({ xAxis: { dataKey: "month", hide: true }, showLegend: false });
  expect(texts(".wr-Chart-tick")).toEqual([]);
  expect(find(".wr-Chart-legend")).toBeNull();
});

test("texts of the axes neither overlap nor are cut off", async () => {
  const data = Array.from({ length: 60 }, (_, i) => ({
    month: `2025-${String(i + 10)}-01`,
    sold: i * 1e5,
  }));
  await draw({ data, showYAxis: true });
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

test("a name that is cut tells itself whole", async () => {
  const data = [
    { month: "Customer acquisition and retention", sold: 4 },
    { month: "Operations", sold: 3 },
    { month: "Research and development", sold: 3 },
    { month: "Legal", sold: 3 },
  ];
  await draw({ data });
  expect(find(".wr-Chart-tick title").textContent).toBe(data[0]!.month);
});

test("the pointer shows the values of a row, and leaves nothing behind", async () => {
  await draw();
  point("pointermove", 2);
  await expect.poll(() => tooltip()?.textContent).toBe("MarSold1,510Target440");
  expect(find(".wr-Chart-band")).toBeVisible();
  expect(all(".wr-Chart-dot")).toHaveLength(1);
  // What is a gap has no value.
  point("pointermove", 1);
  await expect.poll(() => tooltip()?.textContent).toBe("FebTarget420");
  await userEvent.hover(document.body, { position: { x: 700, y: 500 } });
  point("pointerout", 1);
  await expect.poll(tooltip).toBeNull();
});

test("the tooltip stays within the chart", async () => {
  await draw({
    series: [
      {
        type: "line",
        dataKey: "sold",
        label: "A name that is much longer than usual",
      },
      { type: "line", dataKey: "target", label: "Target" },
    ],
  });
  const box = find(".wr-Chart").getBoundingClientRect();
  for (const row of [0, 1, 2, 3]) {
    point("pointermove", row);
    const { month } = months[row]!;
    await expect.poll(() => tooltip()?.textContent).toContain(month);
    const { left, right, top, bottom } =
      find(".wr-Chart-tooltip").getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(box.left);
    expect(right).toBeLessThanOrEqual(box.right);
    expect(top).toBeGreaterThanOrEqual(box.top);
    expect(bottom).toBeLessThanOrEqual(box.bottom);
  }
});

test("a touch shows the values until the next one elsewhere", async () => {
  await draw();
  point("pointerdown", 3, "touch");
  point("pointerup", 3, "touch");
  point("pointerout", 3, "touch");
  await expect.poll(() => tooltip()?.textContent).toBe("AprSold470Target460");
  document.body.dispatchEvent(
    new PointerEvent("pointerdown", { bubbles: true, pointerType: "touch" }),
  );
  await expect.poll(tooltip).toBeNull();
});

test("the arrow keys walk along the rows and say their values", async () => {
  await draw();
  await userEvent.tab();
  await expect.element(plot()).toHaveFocus();
  const said = () => find("[aria-live]").textContent;
  await userEvent.keyboard("{ArrowRight}");
  await expect.poll(said).toBe("Jan: Sold 420, Target 400");
  await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}");
  await expect.poll(said).toBe("Apr: Sold 470, Target 460");
  await userEvent.keyboard("{Home}");
  await expect.poll(said).toBe("Jan: Sold 420, Target 400");
  await userEvent.keyboard("{End}{ArrowLeft}");
  await expect.poll(said).toBe("Mar: Sold 1,510, Target 440");
  await userEvent.keyboard("{Escape}");
  await expect.poll(tooltip).toBeNull();
  await expect.element(plot()).toHaveFocus();
});

test("without a tooltip there is nothing to focus", async () => {
  await draw({ showTooltip: false });
  await expect.element(plot()).not.toBeInTheDocument();
});

test("an empty chart is a plot without values", async () => {
  await draw({ data: [], showYAxis: true });
  expect(all(".wr-Chart-grid").length).toBeGreaterThan(1);
  expect(texts(".wr-Chart-tick")).toEqual([]);
  expect(all(".wr-Chart-series path")).toHaveLength(0);
});

test("series take the palette in turn, or a colour of their own", async () => {
  await draw(
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
  await draw({ data });
  expect(find(".wr-Chart-plot").querySelectorAll("*").length).toBeLessThan(60);
  point("pointermove", 5000, "mouse");
  await expect.poll(tooltip).not.toBeNull();
});

test("new data redraw it where the reader looked", async () => {
  const { rerender } = await draw();
  await userEvent.tab();
  await userEvent.keyboard("{End}");
  await expect.poll(() => tooltip()?.textContent).toContain("Apr");
  await rerender(
    <div style={{ width: 400 }}>
      <WidgetRenderer
        locale="en"
        widget={widgetOf({ data: months.slice(0, 2) })}
      />
    </div>,
  );
  await expect.poll(() => tooltip()?.textContent).toBe("FebTarget420");
});

test("figures run from left to right in every direction of writing", async () => {
  document.documentElement.dir = "rtl";
  await draw({ showYAxis: true });
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

import { expect, test } from "vitest";
import type { ChartCurve } from "../../src/nodes/Chart/curves.js";
import { readChart } from "../../src/nodes/Chart/readChart.js";
import {
  layoutChart,
  type ChartOptions,
} from "../../src/nodes/Chart/layoutChart.js";
import { numberFormat } from "../../src/nodes/Chart/numberFormat.js";
import { LONG, cpuTime } from "../helpers/cpuTime.js";

const read = (data: unknown, series: unknown, xAxis: unknown = "x") =>
  readChart(data, series, xAxis, (value) =>
    typeof value === "string" ? value : undefined,
  );

function layout(
  data: unknown,
  series: unknown,
  options: Partial<ChartOptions> = {},
  xAxis: unknown = "x",
) {
  return layoutChart(read(data, series, xAxis), {
    width: 400,
    height: 200,
    showX: true,
    showY: true,
    barGap: 4,
    barCategoryGap: undefined,
    locale: "en",
    measure: (text) => text.length * 7,
    ...options,
  });
}

const rows = (...values: unknown[]) =>
  values.map((y, i) => ({ x: `r${i}`, y }));
const one = (type: string, more?: object) => [{ type, dataKey: "y", ...more }];

test("numbers may be strings, and everything else is a gap", () => {
  const { series } = read(
    rows(1, "2", " 3.5 ", "-1e2", "four", "", null, undefined, true, NaN, [5]),
    one("bar"),
  );
  expect(series[0]?.values).toEqual([
    1,
    2,
    3.5,
    -100,
    ...Array.from({ length: 7 }),
  ]);
});

test.each([[null], [undefined], ["rows"], [7], [{}], [[null, 1, "a", []]]])(
  "data that is %j has no rows",
  (data) => {
    expect(read(data, one("line")).names).toEqual([]);
    expect(layout(data, one("line")).shapes[0]?.stroke).toBe("");
  },
);

test("series of unknown type or without a key are left out", () => {
  expect(
    read([], [...one("pie"), ...one("area"), { type: "bar" }, null, 3]).series,
  ).toHaveLength(1);
  expect(read([], "series").series).toEqual([]);
});

test("colours are given out in turn, but none that the author took", () => {
  const keys = Array.from({ length: 8 }, (_, i) => ({
    type: "line",
    dataKey: `k${i}`,
    color: i === 1 ? "orange" : undefined,
  }));
  expect(read([], keys).series.map(({ color }) => color)).toEqual([
    "blue",
    "orange",
    "purple",
    "green",
    "red",
    "yellow",
    "pink",
    "blue",
  ]);
});

test("rows are named by the axis, or by its labels", () => {
  const data = [{ x: "a" }, { x: 2 }, {}, { x: "constructor" }];
  expect(read(data, []).names).toEqual(["a", "2", "", "constructor"]);
  expect(
    read(data, [], { dataKey: "x", labels: { a: "Alpha" } }).names,
  ).toEqual(["Alpha", "2", "", "constructor"]);
  expect(read(data, [], null).names).toEqual(["", "", "", ""]);
});

test("a label falls back to the key", () => {
  expect(read([], one("line", { label: "" })).series).toMatchObject([
    { label: "y" },
  ]);
});

const strokes = (path: string) => path.match(/M/g)?.length ?? 0;

test("a gap breaks a line, a value alone becomes a dot", () => {
  const [shape] = layout(rows(1, 2, null, 3, null, 4, 5), one("line")).shapes;
  expect(strokes(shape!.stroke)).toBe(3);
  expect(strokes(shape!.dots)).toBe(1);
});

test("a single point stands in the middle", () => {
  const { x, left, right, shapes } = layout(rows(4), one("line"));
  expect(x(0)).toBe((left + right) / 2);
  expect(strokes(shapes[0]!.dots)).toBe(1);
});

const curves: (ChartCurve | "wavy")[] = [
  "basis",
  "basisClosed",
  "basisOpen",
  "bump",
  "bumpX",
  "bumpY",
  "linear",
  "linearClosed",
  "monotone",
  "monotoneX",
  "monotoneY",
  "natural",
  "step",
  "stepAfter",
  "stepBefore",
  // Whatever is unknown is natural.
  "wavy",
];

test.each(curves)("the curve %s draws a line and an area", (curveType) => {
  const [shape] = layout(
    rows(3, 1, 4, 1, 5),
    one("area", { curveType }),
  ).shapes;
  expect(shape?.stroke).toMatch(/^M[\d.]+/);
  expect(shape?.fill).toMatch(/^M[\d.]+/);
  expect(shape!.stroke + shape!.fill).not.toMatch(/NaN|Infinity/);
});

test("bars of one row stand beside each other, those of a stack on each other", () => {
  const data = [{ x: "a", p: 2, q: 3, r: 4 }];
  const bar = (dataKey: string, stack?: string) => ({
    type: "bar",
    dataKey,
    stack,
  });
  const starts = (series: object[]) =>
    layout(data, series, { showY: false }).shapes.map(({ fill }) => {
      const [, x, y] = /^M([\d.]+) ([\d.]+)/.exec(fill)!;
      return { x: Number(x), y: Number(y) };
    });
  const [a, b, c] = starts([bar("p"), bar("q"), bar("r")]);
  expect(b!.x - a!.x).toBe(64 + 4);
  expect(c!.x - b!.x).toBe(64 + 4);
  expect(a!.y).toBe(b!.y);
  const [d, e, f] = starts([bar("p", "s"), bar("q", "s"), bar("r")]);
  expect(e!.x).toBe(d!.x);
  expect(e!.y).toBeLessThan(d!.y);
  expect(f!.x).toBeGreaterThan(d!.x);
});

test("only the outermost bar of a stack is round, on either side of zero", () => {
  const data = [{ x: "a", p: 2, q: 3, r: -4, s: -1, t: 0 }];
  const series = ["p", "q", "r", "s", "t"].map((dataKey) => ({
    type: "bar",
    dataKey,
    stack: "all",
  }));
  const { shapes, grid } = layout(data, series);
  expect(shapes.map(({ fill }) => fill.includes("a4"))).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
  expect(shapes[4]?.fill).toBe("");
  expect(grid.filter(({ strong }) => strong)).toHaveLength(1);
});

test.each([
  [rows(0, 0, 0), ["0", "0.5", "1"]],
  [rows(3, 9), ["0", "5", "10"]],
  [rows(-3, -9), ["-10", "-5", "0"]],
  [rows(12_000, 31_000), ["0", "10K", "20K", "30K", "40K"]],
  [rows(1_100_000, 2_400_000), ["0", "1M", "2M", "3M"]],
  [rows(0.002, 0.011), ["0", "0.005", "0.01", "0.015"]],
  [rows(1e300, 5e299), ["0", "5E299", "1E300"]],
  [rows(1e-5, 3e-5), ["0", "1E-5", "2E-5", "3E-5"]],
  [rows(7), ["0", "2", "4", "6", "8"]],
  [rows(-7), ["-8", "-6", "-4", "-2", "0"]],
  [rows(5, 5, 5), ["0", "2", "4", "6"]],
  [rows(-5, 5), ["-5", "0", "5"]],
])("%j has the ticks %j", (data, labels) => {
  const { grid } = layout(data, one("bar"), { height: 170 });
  expect(grid.map(({ label }) => label)).toEqual(labels);
});

const stacked = (...keys: string[]) =>
  keys.map((dataKey) => ({ type: "bar", dataKey, stack: "all" }));

test.each([
  // 0.1 + 0.2 + 0.7 is 1.0000000000000002 in this order.
  [{ a: 0.7, b: 0.2, c: 0.1 }, "0", "1"],
  [{ a: 0.1, b: 0.7, c: 0.2 }, "0", "1"],
  [{ a: 0.1, b: 0.2, c: 0.7 }, "0", "1"],
  [{ a: 0.333, b: 0.333, c: 0.335 }, "0", "1"],
  [{ a: 33.4, b: 33.3, c: 33.4 }, "0", "100"],
  [{ a: 33.3, b: 33.3, c: 33.3 }, "0", "100"],
  [{ a: 0.1, b: 0.1, c: 0.1 }, "0", "0.3"],
  [{ a: 3_000_000.1, b: 500_000, c: 500_000 }, "0", "4M"],
  [{ a: -0.7, b: -0.2, c: -0.1 }, "-1", "0"],
  [{ a: -0.1, b: -0.7, c: 1 }, "-1", "1"],
  // As far as it can be seen it is more.
  [{ a: 0.5, b: 0.5, c: 0.04 }, "0", "1.2"],
])("the axis of a stack of %j goes from %s to %s", (row, from, to) => {
  for (const series of [
    stacked("a", "b", "c"),
    stacked("a", "b", "c").map((one) => ({ ...one, type: "area" })),
  ]) {
    // Only bars are stacked by sign.
    if (series[0]!.type === "area" && Object.values(row).some((n) => n < 0)) {
      continue;
    }
    const { grid, shapes, top, bottom } = layout(
      [
        { x: "p", ...row },
        { x: "q", ...row },
      ],
      series,
    );
    expect([grid[0]?.label, grid.at(-1)?.label]).toEqual([from, to]);
    for (const { fill } of shapes) {
      for (const [, y] of fill.matchAll(/[ML][\d.]+[ ,]([\d.]+)/g)) {
        expect(Number(y)).toBeGreaterThan(top - 1);
        expect(Number(y)).toBeLessThan(bottom + 1);
      }
    }
  }
});

test.each([
  ["en", rows(1_234_567.1, 1_234_567.9)],
  ["en", rows(1e15 + 2, 1e15 + 9)],
  ["en", rows(123_456, 123_457.5)],
  ["en", rows(0.00002, 0.000021)],
  ["de", rows(12_000, 31_500)],
  ["de", rows(1_200_000, 1_900_000)],
  ["ja", rows(3_000, 18_000)],
  ["ja", rows(30_000, 240_000_000)],
  ["en-IN", rows(20_000, 190_000)],
  ["ar-EG", rows(20_000, 190_000)],
])("in %s the ticks of %j read apart and are exact", (locale, data) => {
  for (const type of ["line", "bar"]) {
    const { grid } = layout(data, one(type), { locale });
    const labels = grid.map(({ label }) => label);
    expect(grid.length).toBeGreaterThan(2);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test.each([
  ["ja", rows(3_000, 18_000), ["0", "5000", "1万", "1.5万", "2万"]],
  ["en-IN", rows(0, 190_000), ["0", "50K", "1L", "1.5L", "2L"]],
  ["de", rows(0, 19_000), ["0", "5000", "10.000", "15.000", "20.000"]],
  ["de", rows(0, 1_900_000), ["0", "500.000", "1 Mio.", "1,5 Mio.", "2 Mio."]],
  ["en", rows(0, 1_900_000), ["0", "500K", "1M", "1.5M", "2M"]],
])("in %s the ticks of %j are %j", (locale, data, labels) => {
  const { grid } = layout(data, one("bar"), { locale });
  expect(grid.map(({ label }) => label.replaceAll("\u00a0", " "))).toEqual(
    labels,
  );
});

test.each([
  ["bar", ["2025-03-01T08:00:00.000Z", "2025-03-01T09:00:00.000Z"]],
  ["line", ["2025-03-01T08:00:00.000Z", "2025-03-01T09:00:00.000Z"]],
  ["bar", ["Research and development north", "Research and development south"]],
  ["bar", ["x".repeat(900) + "north", "x".repeat(900) + "south"]],
])("the names of %ss %j are cut so that they read apart", (type, names) => {
  const { labels } = layout(
    names.map((x) => ({ x, y: 1 })),
    one(type),
    { width: 400 },
  );
  expect(labels).toHaveLength(2);
  expect(labels[0]!.text).not.toBe(labels[1]!.text);
  for (const { text, full } of labels) {
    const [start, end] = text.split("…");
    expect(full!.startsWith(start!) && full!.endsWith(end!)).toBe(true);
  }
});

test("a series may be the value of a Text", () => {
  const data = [{ x: "a", y: 1, z: 3 }];
  const series = [{ type: "area", dataKey: "z", label: "Z" }, ...one("bar")];
  expect(
    read(data, [{ type: "Text", id: "s1", value: series[0] }, series[1]]),
  ).toEqual(read(data, series));
  expect(read(data, [{ type: "Text", value: "Z" }, series[1]]).series).toEqual(
    read(data, one("bar")).series,
  );
});

test("lines that lie far from zero show their differences, bars do not", () => {
  const data = rows(182.1, 184.3, 188.9);
  expect(layout(data, one("line")).grid[0]?.label).not.toBe("0");
  expect(layout(data, one("area")).grid[0]?.label).not.toBe("0");
  expect(layout(data, one("bar")).grid[0]?.label).toBe("0");
  expect(layout(rows(60, 190), one("line")).grid[0]?.label).toBe("0");
});

test.each([
  rows(Infinity, -Infinity, 1),
  rows(1e308, -1e308),
  rows(5e-324, 0),
  rows(1e308, 1e308),
])("%j stays within the plot", (...data) => {
  for (const type of ["bar", "area", "line"]) {
    const drawn = layout(data, [
      { type, dataKey: "y", stack: "s" },
      { type, dataKey: "y", stack: "s" },
    ]);
    for (const { fill, stroke } of drawn.shapes) {
      expect(fill + stroke).not.toMatch(/NaN|Infinity/);
    }
    for (const { y } of drawn.grid) {
      expect(y).toBeGreaterThanOrEqual(drawn.top - 0.01);
      expect(y).toBeLessThanOrEqual(drawn.bottom + 0.01);
    }
  }
});

test.each(["line", "area", "bar"])(
  "100 000 points of a %s are few in a path",
  (type) => {
    const data = rows(
      ...Array.from({ length: 100_000 }, (_, i) => Math.sin(i) * 100),
    );
    let shape: ReturnType<typeof layout>["shapes"][number] | undefined;
    const seconds = cpuTime(() => ([shape] = layout(data, one(type)).shapes));
    expect(seconds).toBeLessThan(LONG);
    const commands = (shape!.stroke + shape!.fill).match(/[MLCvhaz]/g)!;
    expect(commands.length).toBeLessThan(400 * 8);
  },
);

test("names neither overlap nor leave the chart", () => {
  for (const count of [1, 2, 7, 30, 365, 10_000]) {
    for (const type of ["bar", "line"]) {
      const data = Array.from({ length: count }, (_, i) => ({
        x: `2025-${i}`,
        y: i,
      }));
      const { labels } = layout(data, one(type));
      expect(labels.length).toBeGreaterThan(0);
      let end = 0;
      for (const { x, text } of labels) {
        const half = (text.length * 7) / 2;
        expect(x - half).toBeGreaterThanOrEqual(end - 0.01);
        end = x + half;
      }
      expect(end).toBeLessThanOrEqual(400.01);
    }
  }
});

test("few words are cut, many dates are left out", () => {
  const words = [
    "Research and development",
    "Operations",
    "Customer acquisition",
  ];
  const { labels } = layout(
    words.map((x) => ({ x, y: 1 })),
    one("bar"),
  );
  expect(labels.map(({ full }) => full)).toEqual([
    words[0],
    undefined,
    words[2],
  ]);
  expect(labels[0]?.text).toMatch(/^Research and.*…$/);

  const dates = Array.from({ length: 12 }, (_, i) => ({
    x: `2025-${i + 10}-01`,
    y: 1,
  }));
  const shown = layout(dates, one("bar")).labels;
  expect(shown.length).toBeLessThan(12);
  expect(shown.every(({ full }) => full === undefined)).toBe(true);
});

test("a place in the plot has a row", () => {
  for (const type of ["bar", "line"]) {
    const { x, rowAt, left } = layout(rows(1, 2, 3, 4), one(type));
    expect([0, 1, 2, 3].map((row) => rowAt(x(row)))).toEqual([0, 1, 2, 3]);
    expect(rowAt(left - 100)).toBe(0);
    expect(rowAt(1000)).toBe(3);
  }
});

test.each([
  [1234.5678, "1,234.568"],
  [0, "0"],
  [0.000123, "0.000123"],
  [-12, "-12"],
  [1e21, "1E21"],
])("%d is written %s", (value, text) => {
  expect(numberFormat("en")(value)).toBe(text);
});

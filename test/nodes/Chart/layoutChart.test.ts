import { describe, expect, test } from "vitest";
import type { ChartCurve } from "../../../src/nodes/Chart/ChartCurve.js";
import { LONG, cpuTime } from "../../helpers/cpuTime.js";
import { layout, rows, oneSeries } from "../../helpers/unitChart.js";

const strokes = (path: string) => path.match(/M/g)?.length ?? 0;

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

describe("layoutChart", () => {
  test("a gap breaks a line, a value alone becomes a dot", () => {
    const [shape] = layout(
      rows(1, 2, null, 3, null, 4, 5),
      oneSeries("line"),
    ).shapes;
    expect(strokes(shape!.stroke)).toBe(3);
    expect(strokes(shape!.dots)).toBe(1);
  });

  test("a single point is in the middle", () => {
    const { x, left, right, shapes } = layout(rows(4), oneSeries("line"));
    expect(x(0)).toBe((left + right) / 2);
    expect(strokes(shapes[0]!.dots)).toBe(1);
  });

  test.each(curves)("the curve %s gives a line and an area", (curveType) => {
    const [shape] = layout(
      rows(3, 1, 4, 1, 5),
      oneSeries("area", { curveType }),
    ).shapes;
    expect(shape?.stroke).toMatch(/^M[\d.]+/);
    expect(shape?.fill).toMatch(/^M[\d.]+/);
    expect(shape!.stroke + shape!.fill).not.toMatch(/NaN|Infinity/);
  });

  test("bars of one row are beside each other, those of a stack on each other", () => {
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
    ["bar", ["2025-03-01T08:00:00.000Z", "2025-03-01T09:00:00.000Z"]],
    ["line", ["2025-03-01T08:00:00.000Z", "2025-03-01T09:00:00.000Z"]],
    [
      "bar",
      ["Research and development north", "Research and development south"],
    ],
    ["bar", ["x".repeat(900) + "north", "x".repeat(900) + "south"]],
  ])("the names of %ss %j are cut so that they read apart", (type, names) => {
    const { labels } = layout(
      names.map((x) => ({ x, y: 1 })),
      oneSeries(type),
      { width: 400 },
    );
    expect(labels).toHaveLength(2);
    expect(labels[0]!.text).not.toBe(labels[1]!.text);
    for (const { text, full } of labels) {
      const [start, end] = text.split("…");
      expect(full!.startsWith(start!) && full!.endsWith(end!)).toBe(true);
    }
  });

  test.each([
    rows(Infinity, -Infinity, 1),
    rows(1e308, -1e308),
    rows(5e-324, 0),
    rows(1e308, 1e308),
  ])("%j stays within the plot", (...data) => {
    for (const type of ["bar", "area", "line"]) {
      const plot = layout(data, [
        { type, dataKey: "y", stack: "s" },
        { type, dataKey: "y", stack: "s" },
      ]);
      for (const { fill, stroke } of plot.shapes) {
        expect(fill + stroke).not.toMatch(/NaN|Infinity/);
      }
      for (const { y } of plot.grid) {
        expect(y).toBeGreaterThanOrEqual(plot.top - 0.01);
        expect(y).toBeLessThanOrEqual(plot.bottom + 0.01);
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
      const seconds = cpuTime(
        () => ([shape] = layout(data, oneSeries(type)).shapes),
      );
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
        const { labels } = layout(data, oneSeries(type));
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
      oneSeries("bar"),
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
    const shown = layout(dates, oneSeries("bar")).labels;
    expect(shown.length).toBeLessThan(12);
    expect(shown.every(({ full }) => full === undefined)).toBe(true);
  });

  test("each position in the plot has a row", () => {
    for (const type of ["bar", "line"]) {
      const { x, rowAt, left } = layout(rows(1, 2, 3, 4), oneSeries(type));
      expect([0, 1, 2, 3].map((row) => rowAt(x(row)))).toEqual([0, 1, 2, 3]);
      expect(rowAt(left - 100)).toBe(0);
      expect(rowAt(1000)).toBe(3);
    }
  });
});

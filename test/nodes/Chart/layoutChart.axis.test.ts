import { describe, expect, test } from "vitest";
import { layout, rows, oneSeries } from "../../helpers/unitChart.js";

const stacked = (...keys: string[]) =>
  keys.map((dataKey) => ({ type: "bar", dataKey, stack: "all" }));

describe("the axis of a chart", () => {
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
    const { grid } = layout(data, oneSeries("bar"), { height: 170 });
    expect(grid.map(({ label }) => label)).toEqual(labels);
  });

  test.each([12, 18, 24])(
    "texts of %d px have room: numbers above each other, the last one above the names",
    (textSize) => {
      const { grid, baseline } = layout(rows(3, 9), oneSeries("bar"), {
        textSize,
      });
      const middles = grid.map(({ y }) => y).sort((a, b) => b - a);
      expect(middles.length).toBeGreaterThan(1);
      expect(baseline - textSize - middles[0]!).toBeGreaterThan(textSize / 2);
      expect(middles[0]! - middles[1]!).toBeGreaterThan(textSize);
      expect(middles.at(-1)!).toBeGreaterThan(textSize / 2);
    },
  );

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
    // Of each height: what the axis ends at, and what is written beside it.
    [[-6, 5], 200, [-6, 6], [-6, -4, -2, 0, 2, 4, 6]],
    [[-6, 5], 170, [-6, 6], [-6, -4, -2, 0, 2, 4, 6]],
    [[-6, 5], 130, [-6, 6], [-5, 0, 5]],
    [[-6.2, 5.1], 170, [-8, 6], [-5, 0, 5]],
    [[-60, 50], 130, [-60, 60], [-50, 0, 50]],
    [[-1, 11], 130, [-2, 12], [0, 5, 10]],
    [[-11, 1], 130, [-12, 2], [-10, -5, 0]],
    [[0, 11], 130, [0, 15], [0, 5, 10, 15]],
  ])(
    "bars stacked to %j at %d px are on an axis of %j",
    (sums, height, ends, ticks) => {
      const [a, b] = [sums[0]! / 2, sums[1]! / 2];
      const { grid, shapes, top, bottom } = layout(
        [
          { x: "p", a, b: a, c: b, d: b },
          { x: "q", a, b: a, c: b, d: b },
        ],
        stacked("a", "b", "c", "d"),
        { height },
      );
      expect(shapes).toHaveLength(4);
      expect(grid.map(({ label }) => Number(label.replace("−", "-")))).toEqual(
        ticks,
      );
      const [first, last] = [grid[0]!, grid.at(-1)!];
      const perPx = (ticks.at(-1)! - ticks[0]!) / (first.y - last.y);
      expect(ticks[0]! - (bottom - first.y) * perPx).toBeCloseTo(ends[0]!);
      expect(ticks.at(-1)! + (last.y - top) * perPx).toBeCloseTo(ends[1]!);
    },
  );

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
      const { grid } = layout(data, oneSeries(type), { locale });
      const labels = grid.map(({ label }) => label);
      expect(grid.length).toBeGreaterThan(2);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test.each([
    ["ja", rows(3_000, 18_000), ["0", "5000", "1万", "1.5万", "2万"]],
    ["en-IN", rows(0, 190_000), ["0", "50K", "1L", "1.5L", "2L"]],
    ["de", rows(0, 19_000), ["0", "5000", "10.000", "15.000", "20.000"]],
    [
      "de",
      rows(0, 1_900_000),
      ["0", "500.000", "1 Mio.", "1,5 Mio.", "2 Mio."],
    ],
    ["en", rows(0, 1_900_000), ["0", "500K", "1M", "1.5M", "2M"]],
  ])("in %s the ticks of %j are %j", (locale, data, labels) => {
    const { grid } = layout(data, oneSeries("bar"), { locale });
    expect(grid.map(({ label }) => label.replaceAll("\u00a0", " "))).toEqual(
      labels,
    );
  });

  test("lines that lie far from zero show their differences, bars do not", () => {
    const data = rows(182.1, 184.3, 188.9);
    expect(layout(data, oneSeries("line")).grid[0]?.label).not.toBe("0");
    expect(layout(data, oneSeries("area")).grid[0]?.label).not.toBe("0");
    expect(layout(data, oneSeries("bar")).grid[0]?.label).toBe("0");
    expect(layout(rows(60, 190), oneSeries("line")).grid[0]?.label).toBe("0");
  });
});

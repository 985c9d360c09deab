import { expect, test, vi } from "vitest";
import { defaultContext } from "../../../src/context/WidgetContext.js";
import { PropReader } from "../../../src/context/propReader.js";
import { outerBars } from "../../../src/nodes/Chart/shapes.js";
import { readChart } from "../../../src/nodes/Chart/readChart.js";
import { stackValues } from "../../../src/nodes/Chart/stackValues.js";
import { countReads } from "../../helpers/countReads.js";
import { read } from "../../helpers/unitChart.js";

/** How often `work` with twice as many series reads them, for each time that it reads half of them. */
function growthOf(work: (count: number, onRead: () => void) => void) {
  const readsOf = (count: number) => {
    let reads = 0;
    work(count, () => reads++);
    return reads;
  };
  return readsOf(400) / readsOf(200);
}

test("the outer bars of a stack are found in time that grows with its bars", () => {
  const growth = growthOf((count, onRead) => {
    const keys = Array.from({ length: count }, (_, i) => `y${i}`);
    const bars = keys.map((dataKey) => ({ type: "bar", dataKey, stack: "s" }));
    const row = Object.fromEntries(keys.map((key, i) => [key, i % 2 ? -1 : 1]));
    const { series } = read([{ x: "a", ...row }], bars);
    const spans = stackValues(series);
    const isOuter = outerBars(
      series.map((one) => countReads(one, onRead)),
      spans,
    );
    // The last one above zero and the last one below it.
    expect(keys.filter((_, i) => isOuter(i, 0))).toEqual(keys.slice(-2));
  });
  expect(growth).toBeLessThan(2.1);
});

test("series without values ask once which keys the rows have", () => {
  let lists = 0;
  const row = new Proxy(
    { x: "a", y: 1 },
    {
      ownKeys(target) {
        lists++;
        return Reflect.ownKeys(target);
      },
    },
  );
  const series = Array.from({ length: 50 }, (_, i) => ({
    type: "bar",
    dataKey: `wrong${i}`,
  }));
  const props = { data: [row], series, xAxis: "x" };
  const report = vi.fn();
  const context = { ...defaultContext, report };
  const reader = new PropReader(context, props, props);
  readChart([row], series, "x", () => "red", reader);
  expect(report).toHaveBeenCalledTimes(50);
  expect(lists).toBe(1);
});

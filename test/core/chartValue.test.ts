// @vitest-environment node
import { expect, test } from "vitest";
import { chartNumberIn, toChartValue } from "../../src/core/chartValue.js";

test.each<[unknown, number | undefined]>([
  [3, 3],
  [-0.5, -0.5],
  ["12", 12],
  [" -1.5 ", -1.5],
  ["+2.", 2],
  [".5", 0.5],
  ["-.25", -0.25],
  ["1e3", 1000],
  ["1E+3", 1000],
  ["25e-1", 2.5],
  ["", undefined],
  [" ", undefined],
  [".", undefined],
  ["1,5", undefined],
  ["1.2.3", undefined],
  ["12 %", undefined],
  ["$12", undefined],
  ["e3", undefined],
  ["1e", undefined],
  ["0x10", undefined],
  ["Infinity", undefined],
  [Number.NaN, undefined],
  [null, undefined],
  [true, undefined],
  [[1], undefined],
  // An axis has no room for more.
  [Infinity, 1e300],
  [-Infinity, -1e300],
  ["1e999", 1e300],
  [1e-301, 0],
  [-1e-301, 0],
  [2e-300, 2e-300],
])("%j is %s in a chart", (value, number) => {
  expect(toChartValue(value)).toBe(number);
});

test("a long text of digits that is no number is read once", () => {
  expect(toChartValue(`${"1".repeat(1_000_000)}x`)).toBeUndefined();
  expect(toChartValue(`1.${"1".repeat(1_000_000)}.`)).toBeUndefined();
});

test.each<[unknown, number | undefined]>([
  ["12 %", 12],
  ["$ 1,234,567.5", 1234567.5],
  ["1,234 km", 1234],
  ["-3.25 €", -3.25],
  ["about -7", -7],
  [42, 42],
  ["1234", 1234],
  ["12,34", undefined],
  ["1,2345", undefined],
  ["1 of 2", undefined],
  ["2024-05-01", undefined],
  ["1.2.3", undefined],
  ["none", undefined],
  ["", undefined],
  [{}, undefined],
])("the number that is meant by %j is %s", (value, number) => {
  expect(chartNumberIn(value)).toBe(number);
});

import { readChart } from "../../src/nodes/Chart/readChart.js";
import {
  layoutChart,
  type ChartOptions,
} from "../../src/nodes/Chart/layoutChart.js";

/** What readChart makes of these props; a colour is any text. */
export const read = (data: unknown, series: unknown, xAxis: unknown = "x") =>
  readChart(data, series, xAxis, (value) =>
    typeof value === "string" ? value : undefined,
  );

/** The layout of a chart of 400 × 200, in which each character is 7 px wide. */
export function layout(
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
    textSize: 12,
    measure: (text) => text.length * 7,
    ...options,
  });
}

/** A row for each value of "y". */
export const rows = (...values: unknown[]) =>
  values.map((y, i) => ({ x: `r${i}`, y }));

/** A chart of one series. */
export const oneSeries = (type: string, more?: object) => [
  { type, dataKey: "y", ...more },
];

import type { ChartData } from "./readChart.js";
import {
  barShape,
  barSlots,
  lineShape,
  outerBars,
  type Shape,
} from "./shapes.js";
import { stackValues } from "./stackValues.js";
import { xLabels, type Measure, type XLabel } from "./xLabels.js";
import { tickFormat, yScale, yTicks } from "./yAxis.js";

export interface ChartOptions {
  /** Px. */
  width: number;
  /** Px. */
  height: number;
  /** Shows the names below the plot. */
  showX: boolean;
  /** Shows the numbers at its start. */
  showY: boolean;
  /** Px between the bars of a category. */
  barGap: number;
  /** Px on either side of a category. @default a tenth of it */
  barCategoryGap: number | undefined;
  locale: string | undefined;
  /** Px of the texts on the axes. */
  textSize: number;
  measure: Measure;
}

/** A chart in px, ready to be rendered. */
export interface ChartLayout {
  width: number;
  height: number;
  /** The plot, without the axes. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Where the names are. */
  baseline: number;
  /** Px from row to row; with bars each row has a band of this width. */
  step: number;
  banded: boolean;
  /** The middle of a row. */
  x: (row: number) => number;
  /** The row at an x. */
  rowAt: (x: number) => number;
  /** The y of the value of a line or an area; bars have no dot. */
  dotAt: (series: number, row: number) => number | undefined;
  grid: readonly { y: number; label: string; strong: boolean }[];
  labels: readonly XLabel[];
  shapes: readonly Shape[];
}

/** Computes where everything in a chart is, without a DOM. */
export function layoutChart(
  { series, names }: ChartData,
  options: ChartOptions,
): ChartLayout {
  const { width, height, showX, showY, textSize, measure } = options;
  const rows = names.length;
  const banded = series.some(({ type }) => type === "bar");
  const spans = stackValues(series);

  // Half of a number is above the plot and half of one below it, beside the names.
  const top = showY ? textSize * (2 / 3) : 6;
  const below = showX ? textSize * (13 / 6) : 3;
  const bottom = Math.max(top + 1, height - below);
  const hasAxis = showX || showY;
  const scale = yScale(series, spans, [bottom, top], showY, textSize);
  const { y } = scale;
  const ticks = hasAxis ? yTicks(scale, textSize) : [];
  const tickLabel = tickFormat(ticks, options.locale);
  const hasValues = spans.some((one) => one.some(Boolean));
  const grid = ticks.map((tick) => ({
    y: y(tick),
    label: showY && hasValues ? tickLabel(tick) : "",
    strong: tick === 0 && y.domain()[0]! < 0,
  }));

  const room = Math.max(0, ...grid.map(({ label }) => measure(label)));
  const left = room === 0 ? 0 : Math.min(Math.ceil(room) + 8, width / 2);
  const right = width;
  // A line that starts at the edge needs room for half its stroke and for the dot of
  // the cursor.
  const inset = banded ? 0 : Math.min(4, (right - left) / 2);
  const step = banded
    ? (right - left) / Math.max(1, rows)
    : (right - left - 2 * inset) / Math.max(1, rows - 1);
  const x = (row: number) =>
    banded
      ? left + step * (row + 0.5)
      : rows === 1
        ? (left + right) / 2
        : left + inset + step * row;
  const rowAt = (px: number) =>
    Math.max(
      0,
      Math.min(
        rows - 1,
        (banded
          ? Math.floor((px - left) / step)
          : Math.round((px - x(0)) / step)) || 0,
      ),
    );

  const bars = barSlots(series, step, options);
  const isOuter = outerBars(series, spans);
  const plot = { x, y, left, right, rows };
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    baseline: height - textSize / 2,
    step,
    banded,
    x,
    rowAt,
    dotAt: (index, row) => {
      const span =
        series[index]?.type === "bar" ? undefined : spans[index]?.[row];
      return span && y(span[1]);
    },
    grid,
    labels: showX ? xLabels(names, x, step, banded, options) : [],
    shapes: series.map((one, index) =>
      one.type === "bar"
        ? barShape(
            one,
            spans[index]!,
            (row) => isOuter(index, row),
            bars[index]!,
            step,
            plot,
          )
        : lineShape(one, spans[index]!, plot),
    ),
  };
}

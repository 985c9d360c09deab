import { scaleLinear } from "d3-scale";
import { area, curveLinear, line } from "d3-shape";
import { curveOf } from "./curves.js";
import type { ChartData, Series } from "./readChart.js";

/** The width of a text of the axes in px. */
export type Measure = (text: string) => number;

export interface ChartOptions {
  /** Px. */
  width: number;
  /** Px. */
  height: number;
  /** Names below the plot. */
  showX: boolean;
  /** Numbers at its start. */
  showY: boolean;
  /** Px between the bars of a category. */
  barGap: number;
  /** Px on either side of a category. @default a tenth of it */
  barCategoryGap: number | undefined;
  locale: string | undefined;
  measure: Measure;
}

/** What one series draws: SVG paths, `""` where there is nothing. */
export interface Shape {
  type: Series["type"];
  color: string;
  fill: string;
  stroke: string;
  /** Values that no line leads to. */
  dots: string;
}

export interface XLabel {
  x: number;
  text: string;
  /** The whole name, where `text` is cut. */
  full: string | undefined;
}

/** A chart in px, ready to be drawn. */
export interface ChartLayout {
  width: number;
  height: number;
  /** The plot, without the axes. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Px from row to row; with bars each row has a band of this width. */
  step: number;
  banded: boolean;
  /** The middle of a row. */
  x: (row: number) => number;
  /** The row at a place. */
  rowAt: (x: number) => number;
  /** Where the value of a line or an area stands; bars have no such place. */
  dotAt: (series: number, row: number) => number | undefined;
  grid: readonly { y: number; label: string; strong: boolean }[];
  labels: readonly XLabel[];
  shapes: readonly Shape[];
}

/** From where to where a value reaches on the y axis. */
type Span = readonly [from: number, to: number];
type Spans = readonly (Span | undefined)[];

const CORNER = 4;
const MAX_BAR = 64;

export function layoutChart(
  { series, names }: ChartData,
  options: ChartOptions,
): ChartLayout {
  const { width, height, showX, showY, measure } = options;
  const rows = names.length;
  const banded = series.some(({ type }) => type === "bar");
  const spans = stack(series);

  const top = showY ? 8 : 6;
  const bottom = Math.max(top + 1, height - (showX ? 26 : 3));
  const bare = !showX && !showY;
  const y = yScale(series, spans, [bottom, top], showY);
  const ticks = bare ? [] : yTicks(y, bottom - top);
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
  // Half a stroke and the dot of the cursor, where a line starts at the edge.
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
  const plot = { x, y, left, right, rows };
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
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
        ? drawBars(one, index, series, spans, bars[index]!, step, plot)
        : drawLine(one, spans[index]!, plot),
    ),
  };
}

/** Each value from its base: zero, or what it stands on. */
function stack(series: readonly Series[]): Spans[] {
  const above = new Map<string, number[]>();
  const below = new Map<string, number[]>();
  return series.map(({ type, stack, values }) => {
    if (stack === undefined || type === "line") {
      return values.map((value) =>
        value === undefined ? undefined : [0, value],
      );
    }
    const name = `${type} ${stack}`;
    if (!above.has(name)) above.set(name, []);
    if (!below.has(name)) below.set(name, []);
    return values.map((value, row) => {
      if (value === undefined) return undefined;
      // Bars hang below zero on their own; the layers of an area add up.
      const sums = (type === "bar" && value < 0 ? below : above).get(name)!;
      const from = sums[row] ?? 0;
      return [from, (sums[row] = from + value)];
    });
  });
}

function yScale(
  series: readonly Series[],
  spans: readonly Spans[],
  range: [number, number],
  round: boolean,
) {
  let low = Infinity;
  let high = -Infinity;
  let stacked = false;
  series.forEach(({ type, stack }, index) => {
    stacked ||= type === "bar" || (type === "area" && stack !== undefined);
    for (const span of spans[index]!) {
      if (!span) continue;
      low = Math.min(low, span[1]);
      high = Math.max(high, span[1]);
    }
  });
  if (low > high) low = high = 0;
  const spread = high - low;
  const far = spread > 0 && low * high > 0 && spread < Math.max(high, -low) / 3;
  if (far && !stacked) {
    // Lines far from zero would all be flat; their differences are the point.
    low -= spread / 8;
    high += spread / 16;
  } else {
    low = Math.min(0, low);
    high = Math.max(0, high);
    if (low === high) high = 1;
  }
  // Without numbers beside it the plot is filled to the top.
  if (!round) return scaleLinear([low, high], range);
  const height = range[0] - range[1];
  // Less than half a pixel beyond a tick, as 0.1 + 0.2 + 0.7 is, needs no other.
  const half = (high - low) / Math.max(height, 20) / 2;
  return scaleLinear([low + half, high - half], range).nice(tickCount(height));
}

type YScale = ReturnType<typeof yScale>;

function tickCount(height: number): number {
  return Math.max(1, Math.min(5, Math.floor(height / 36)));
}

/** Round values, far enough apart for their labels. */
function yTicks(y: YScale, height: number): number[] {
  for (let count = tickCount(height); count > 0; count--) {
    const ticks = y.ticks(count);
    if (ticks.length < 2 || Math.abs(y(ticks[1]!) - y(ticks[0]!)) >= 20)
      return ticks;
  }
  return [y.domain()[0]!];
}

/**
 * Every digit of a tick, so that no two read alike, and short where the language
 * is shorter with a unit: 1.5K, 250, 0.02.
 */
function tickFormat(ticks: readonly number[], locale: string | undefined) {
  const max = Math.max(0, ...ticks.map(Math.abs));
  // Fractions are round but for the last of 17 digits: 0.6000000000000001.
  const digits = {
    maximumSignificantDigits: ticks.every(Number.isSafeInteger) ? 17 : 15,
  };
  const full = new Intl.NumberFormat(locale, digits);
  if (max === 0 || (max >= 1e-4 && max < 1e4)) return full.format;
  const extreme = max < 1e-4 || max >= 1e15;
  const short = new Intl.NumberFormat(locale, {
    ...digits,
    notation: extreme ? "scientific" : "compact",
  });
  const size = ({ format }: Intl.NumberFormat) =>
    ticks.map(format).join("").length;
  const { format } = extreme || size(short) < size(full) ? short : full;
  return (tick: number) => (tick === 0 ? full.format(0) : format(tick));
}

interface Plot {
  x: (row: number) => number;
  y: YScale;
  left: number;
  right: number;
  rows: number;
}

interface Slot {
  /** Px from the middle of the band. */
  offset: number;
  width: number;
}

/** Where each series' bar stands in the band of a row; a stack shares a slot. */
function barSlots(
  series: readonly Series[],
  step: number,
  { barGap, barCategoryGap }: ChartOptions,
): (Slot | undefined)[] {
  const slots = new Map<string, number>();
  const slotOf = series.map(({ type, stack }, index) => {
    if (type !== "bar") return -1;
    const name = stack === undefined ? `${index}` : `stack ${stack}`;
    return slots.get(name) ?? (slots.set(name, slots.size), slots.size - 1);
  });
  const count = slots.size;
  // Gaps give way before bars do.
  const side = Math.min(Math.max(0, barCategoryGap ?? step * 0.1), step * 0.4);
  const room = step - 2 * side;
  const gap = Math.min(
    Math.max(0, barGap),
    (room * 0.5) / Math.max(1, count - 1),
  );
  const width = Math.min(
    MAX_BAR,
    (room - gap * (count - 1)) / Math.max(1, count),
  );
  const start = -(width * count + gap * (count - 1)) / 2;
  return slotOf.map((slot) =>
    slot < 0 ? undefined : { offset: start + slot * (width + gap), width },
  );
}

function drawBars(
  one: Series,
  index: number,
  series: readonly Series[],
  spans: readonly Spans[],
  slot: Slot,
  step: number,
  plot: Plot,
): Shape {
  const own = spans[index]!;
  let path = "";
  if (step < 1.5) {
    // Narrower than a pixel: the outline of what falls into each.
    for (const [column, rows] of columns(own, plot)) {
      const all = rows.flatMap((row) => own[row]!);
      path += bar(
        column,
        1,
        plot.y(Math.min(...all)),
        plot.y(Math.max(...all)),
        0,
      );
    }
  } else {
    own.forEach((span, row) => {
      if (!span || span[0] === span[1]) return;
      const [from, to] = span.map(plot.y) as [number, number];
      const outer = isOuter(index, row, series, spans);
      // What is not nothing is seen.
      const end =
        outer && Math.abs(to - from) < 1
          ? from + (span[1] < span[0] ? 1 : -1)
          : to;
      const start = plot.x(row) + slot.offset;
      path += bar(start, slot.width, from, end, outer ? CORNER : 0);
    });
  }
  return { type: "bar", color: one.color, fill: path, stroke: "", dots: "" };
}

/** Nothing of the same stack stands further out on this side of zero. */
function isOuter(
  index: number,
  row: number,
  series: readonly Series[],
  spans: readonly Spans[],
): boolean {
  const { stack } = series[index]!;
  const [from, to] = spans[index]![row]!;
  if (stack === undefined) return true;
  return !series.some((other, i) => {
    const span =
      i > index &&
      other.type === "bar" &&
      other.stack === stack &&
      spans[i]![row];
    return span && span[0] !== span[1] && span[1] < span[0] === to < from;
  });
}

/** A bar from one y to another, round where it ends. */
function bar(
  x: number,
  width: number,
  from: number,
  to: number,
  corner: number,
) {
  const r = round(Math.min(corner, width / 2, Math.abs(to - from)));
  const up = to < from;
  const v = round(to - from + (up ? r : -r));
  const h = round(width - 2 * r);
  const start = `M${round(x)} ${round(from)}v${v}`;
  const end = `v${-v}z`;
  if (r === 0) return `${start}h${h}${end}`;
  const sweep = up ? 1 : 0;
  const dy = up ? -r : r;
  return `${start}a${r} ${r} 0 0 ${sweep} ${r} ${dy}h${h}a${r} ${r} 0 0 ${sweep} ${r} ${-dy}${end}`;
}

function drawLine(one: Series, spans: Spans, plot: Plot): Shape {
  const dense = plot.rows > 2 * (plot.right - plot.left);
  const rows = dense ? thin(spans, plot) : spans.map((_, row) => row);
  // Between points closer than a pixel there is no curve to be seen.
  const curve = dense ? curveLinear : curveOf(one.curve);
  const defined = (row: number) => spans[row] !== undefined;
  const y = (end: 0 | 1) => (row: number) => plot.y(spans[row]![end]);
  const stroke = line<number>(plot.x, y(1))
    .defined(defined)
    .curve(curve)
    .digits(2);
  const fill = area<number>(plot.x, y(0), y(1))
    .defined(defined)
    .curve(curve)
    .digits(2);

  let dots = "";
  rows.forEach((row, i) => {
    const alone = !defined(rows[i - 1] ?? -1) && !defined(rows[i + 1] ?? -1);
    if (!defined(row) || !alone) return;
    dots += `M${round(plot.x(row) - 3)} ${round(y(1)(row))}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z`;
  });
  return {
    type: one.type,
    color: one.color,
    fill: (one.type === "area" && fill(rows)) || "",
    stroke: stroke(rows) ?? "",
    dots,
  };
}

/** The highest and the lowest row of each pixel, and a gap where a pixel has none. */
function thin(spans: Spans, plot: Plot): number[] {
  const kept: number[] = [];
  let last: number | undefined;
  for (const [column, rows] of columns(spans, plot)) {
    // `-1` is no row: the line breaks there.
    if (last !== undefined && column > last + 1) kept.push(-1);
    last = column;
    let low = rows[0]!;
    let high = low;
    for (const row of rows) {
      if (spans[row]![1] < spans[low]![1]) low = row;
      if (spans[row]![1] > spans[high]![1]) high = row;
    }
    kept.push(Math.min(low, high));
    if (low !== high) kept.push(Math.max(low, high));
  }
  return kept;
}

/** The rows with a value, by the pixel they fall into. */
function columns(spans: Spans, plot: Plot): Map<number, number[]> {
  const found = new Map<number, number[]>();
  spans.forEach((span, row) => {
    if (!span) return;
    const column = Math.floor(plot.x(row));
    const rows = found.get(column);
    if (rows) rows.push(row);
    else found.set(column, [row]);
  });
  return found;
}

const LABEL_GAP = 8;

/** As many names as fit side by side, each within the chart. */
function xLabels(
  names: readonly string[],
  x: (row: number) => number,
  step: number,
  banded: boolean,
  { width, measure }: Pick<ChartOptions, "width" | "measure">,
  cut = cutEnd,
): XLabel[] {
  // Words are rather cut than left out; numbers and dates the other way round.
  const words = banded && step >= 48 && !names.some((name) => /\d/.test(name));
  const max = Math.min(width, words ? step - LABEL_GAP : 140);
  for (let every = Math.max(1, Math.ceil(16 / step)); ; every++) {
    const labels: XLabel[] = [];
    let end = -Infinity;
    let fits = true;
    for (let row = 0; row < names.length && fits; row += every) {
      const full = names[row]!;
      if (full === "") continue;
      const text = truncate(full, max, measure, cut);
      const half = measure(text) / 2;
      const middle = Math.max(half, Math.min(width - half, x(row)));
      if (middle - half < end + LABEL_GAP) {
        // The last one alone may go; any other would leave a hole.
        fits = row + every >= names.length;
        continue;
      }
      end = middle + half;
      labels.push({
        x: round(middle),
        text,
        full: text === full ? undefined : full,
      });
    }
    if (!fits && every < names.length) continue;
    return cut === cutEnd && readAlike(labels)
      ? xLabels(names, x, step, banded, { width, measure }, cutMiddle)
      : labels;
  }
}

/** Whether two names have the same beginning, and no more of them is seen. */
function readAlike(labels: readonly XLabel[]): boolean {
  const seen = new Map<string, string | undefined>();
  return labels.some(({ text, full }) => {
    const known =
      full !== undefined && seen.has(text) && seen.get(text) !== full;
    seen.set(text, full);
    return known;
  });
}

type Cut = (letters: readonly string[], count: number) => string;

const cutEnd: Cut = (letters, count) =>
  `${letters.slice(0, count).join("").trimEnd()}…`;

const cutMiddle: Cut = (letters, count) => {
  const end = letters.slice(letters.length - Math.floor(count / 2));
  return cutEnd(letters, Math.ceil(count / 2)) + end.join("").trimStart();
};

function truncate(
  text: string,
  max: number,
  measure: Measure,
  cut: Cut,
): string {
  if (text.length <= 400 && measure(text) <= max) return text;
  // More would never fit, and measuring is not free.
  const ends = text.length > 400 ? text.slice(0, 200) + text.slice(-200) : text;
  const letters = Array.from(ends);
  let low = 1;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(cut(letters, middle)) <= max) low = middle;
    else high = middle - 1;
  }
  return cut(letters, low);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

import { area, curveLinear, line } from "d3-shape";
import { curveOf } from "./curves.js";
import type { Series } from "./readChart.js";
import type { Spans } from "./stackValues.js";
import type { YScale } from "./yAxis.js";

/** The radius of a bar, px. */
const CORNER = 4;

/** The greatest width of a bar, px. */
const MAX_BAR = 64;

/** What one series is rendered as: SVG paths, `""` where there is nothing. */
export interface Shape {
  type: Series["type"];
  color: string;
  fill: string;
  stroke: string;
  /** A dot for each value between two gaps, since no line leads to it. */
  dots: string;
}

/** The area between the axes, px. */
export interface Plot {
  /** The middle of a row. */
  x: (row: number) => number;
  y: YScale;
  left: number;
  right: number;
  rows: number;
}

interface Gaps {
  barGap: number;
  barCategoryGap: number | undefined;
}

interface Slot {
  /** Px from the middle of the band. */
  offset: number;
  width: number;
}

/** The position of each series' bar in the band of a row; a stack shares a slot. */
export function barSlots(
  series: readonly Series[],
  step: number,
  { barGap, barCategoryGap }: Gaps,
): (Slot | undefined)[] {
  const slots = new Map<string, number>();
  const slotOf = series.map(({ type, stack }, index) => {
    if (type !== "bar") return -1;
    const name = stack === undefined ? `${index}` : `stack ${stack}`;
    return slots.get(name) ?? (slots.set(name, slots.size), slots.size - 1);
  });
  const count = slots.size;
  // Gaps become narrow before bars do.
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

export function barShape(
  one: Series,
  barSpans: Spans,
  /** Whether no bar of the same stack is further from zero on its side. */
  isOuter: (row: number) => boolean,
  slot: Slot,
  step: number,
  plot: Plot,
): Shape {
  let path = "";
  if (step < 1.5) {
    // With rows narrower than that, one bar per pixel covers all of its values.
    for (const [pixel, rows] of rowsByPixel(barSpans, plot)) {
      const all = rows.flatMap((row) => barSpans[row]!);
      path += bar(
        pixel,
        1,
        plot.y(Math.min(...all)),
        plot.y(Math.max(...all)),
        0,
      );
    }
  } else {
    barSpans.forEach((span, row) => {
      if (!span || span[0] === span[1]) return;
      const [from, to] = span.map(plot.y) as [number, number];
      const outer = isOuter(row);
      // A value that is not zero is a pixel high at least, so that it is seen.
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

/** By stack and by row, the bars that are the furthest from zero, on either side of it. */
export function outerBars(
  series: readonly Series[],
  spans: readonly Spans[],
): (index: number, row: number) => boolean {
  // Not asked for where rows are narrower than a pixel, which are many.
  let outermost: Map<string, number> | undefined;
  const sideOf = (index: number, row: number) => {
    const [from, to] = spans[index]![row]!;
    return `${row} ${to < from} ${series[index]!.stack}`;
  };
  const findOutermost = () => {
    const found = new Map<string, number>();
    series.forEach(({ type, stack }, index) => {
      if (type !== "bar" || stack === undefined) return;
      spans[index]!.forEach((span, row) => {
        if (span && span[0] !== span[1]) found.set(sideOf(index, row), index);
      });
    });
    return found;
  };
  return (index, row) => {
    if (series[index]!.stack === undefined) return true;
    outermost ??= findOutermost();
    return outermost.get(sideOf(index, row)) === index;
  };
}

/** The path of a bar from one y to another, with round corners at its end. */
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

export function lineShape(one: Series, spans: Spans, plot: Plot): Shape {
  const dense = plot.rows > 2 * (plot.right - plot.left);
  const rows = dense ? thinOut(spans, plot) : spans.map((_, row) => row);
  // Between points that are closer than a pixel no curve is seen.
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

/** Keeps the highest and the lowest row of each pixel, and a gap where one has none. */
function thinOut(spans: Spans, plot: Plot): number[] {
  const kept: number[] = [];
  let last: number | undefined;
  for (const [pixel, rows] of rowsByPixel(spans, plot)) {
    // `-1` is no row: the line breaks there.
    if (last !== undefined && pixel > last + 1) kept.push(-1);
    last = pixel;
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

/** Pixel → the rows with a value that fall into it. */
function rowsByPixel(spans: Spans, plot: Plot): Map<number, number[]> {
  const found = new Map<number, number[]>();
  spans.forEach((span, row) => {
    if (!span) return;
    const pixel = Math.floor(plot.x(row));
    const rows = found.get(pixel);
    if (rows) rows.push(row);
    else found.set(pixel, [row]);
  });
  return found;
}

/** To a hundredth of a px: paths stay short. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

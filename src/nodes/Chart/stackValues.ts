import type { Series } from "./readChart.js";

/** From where to where a value reaches, in numbers of the y axis. */
type Span = readonly [from: number, to: number];

/** A span per row of a series; `undefined` is a gap. */
export type Spans = readonly (Span | undefined)[];

/** The span of each value: from zero, or from the value below it in its stack. */
export function stackValues(series: readonly Series[]): Spans[] {
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
      // Bars of negative values are stacked below zero; the layers of an area add up.
      const sums = (type === "bar" && value < 0 ? below : above).get(name)!;
      const from = sums[row] ?? 0;
      return [from, (sums[row] = from + value)];
    });
  });
}

import { scaleLinear, type ScaleLinear } from "d3-scale";
import type { Series } from "./readChart.js";
import type { Spans } from "./stackValues.js";

/**
 * Numbers of the y axis → px, and how many ticks this is made for; `range` is the
 * bottom and the top of the plot.
 */
export function yScale(
  series: readonly Series[],
  spans: readonly Spans[],
  range: [number, number],
  /** The axis ends at round numbers, close to the values. */
  isRound: boolean,
  /** Px of the numbers. */
  textSize: number,
): { y: YScale; tickCount: number } {
  let low = Infinity;
  let high = -Infinity;
  let startsAtZero = false;
  series.forEach(({ type, stack }, index) => {
    startsAtZero ||= type === "bar" || (type === "area" && stack !== undefined);
    for (const span of spans[index]!) {
      if (!span) continue;
      low = Math.min(low, span[1]);
      high = Math.max(high, span[1]);
    }
  });
  if (low > high) low = high = 0;
  const spread = high - low;
  const isFar =
    spread > 0 && low * high > 0 && spread < Math.max(high, -low) / 3;
  if (isFar && !startsAtZero) {
    // On an axis from zero, lines far from it would look flat, and would not show how
    // they differ.
    low -= spread / 8;
    high += spread / 16;
  } else {
    low = Math.min(0, low);
    high = Math.max(0, high);
    if (low === high) high = 1;
  }
  const height = range[0] - range[1];
  let tickCount = Math.max(1, Math.min(5, Math.floor(height / (3 * textSize))));
  // Without numbers beside it, the values fill the plot to its top.
  if (!isRound) return { y: scaleLinear([low, high], range), tickCount };
  // Less than half a pixel beyond a tick, as 0.1 + 0.2 + 0.7 is beyond 1, needs no
  // further tick.
  const half = (high - low) / Math.max(height, 20) / 2;
  // Few ticks are far apart, and an axis that ends at one on either side of zero may be
  // twice as long as the values: then it ends at a round number between two of them.
  const longest = (high - low) * (low < 0 && high > 0 ? 1.25 : 1.4);
  for (; ; tickCount++) {
    const y = scaleLinear([low + half, high - half], range).nice(tickCount);
    const [from, to] = y.domain() as [number, number];
    if (to - from <= longest || tickCount >= 10) return { y, tickCount };
  }
}

export type YScale = ScaleLinear<number, number>;

/** Round values, far enough apart for their labels. */
export function yTicks(
  { y, tickCount }: ReturnType<typeof yScale>,
  textSize: number,
): number[] {
  const apart = textSize * (5 / 3);
  for (let count = tickCount; count > 0; count--) {
    const ticks = y.ticks(count);
    if (ticks.length < 2 || Math.abs(y(ticks[1]!) - y(ticks[0]!)) >= apart)
      return ticks;
  }
  return [y.domain()[0]!];
}

/**
 * Formats ticks with all of their digits, so that no two look the same, and with a
 * unit where that is shorter in the language: 1.5K, 250, 0.02.
 */
export function tickFormat(
  ticks: readonly number[],
  locale: string | undefined,
) {
  const max = Math.max(0, ...ticks.map(Math.abs));
  // A fraction may differ from its round number in the last of 17 digits:
  // 0.6000000000000001.
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

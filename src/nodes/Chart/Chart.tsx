import {
  useWidgetContext,
  type NodeProps,
} from "../../context/WidgetContext.js";
import type { BlockProps } from "../../core/style/layout.js";
import { seriesOf } from "../../core/nodeTree.js";
import { isRecord, recordsOf, toText } from "../../core/json.js";
import { usePropReader } from "../../context/propReader.js";
import { blockAttributes } from "../../ui/flexAttributes.js";
import type { ChartSeries, ChartValue, ChartXAxis } from "./readChart.js";
import { lazyComponent } from "../../ui/lazyComponent.js";
import { loadChart } from "../load.js";

export type { ChartCurve } from "./ChartCurve.js";
export type { ChartSeries, ChartValue, ChartXAxis } from "./readChart.js";

export interface ChartProps extends NodeProps, BlockProps {
  /** A row per point of the x axis. Numbers may be strings; what is missing is a gap. */
  data: readonly Readonly<Record<string, ChartValue>>[];
  /** Bars, areas and lines, which may share a chart. */
  series: readonly ChartSeries[];
  /** The property of each row that is its name, or an axis. */
  xAxis: string | ChartXAxis;
  /** Shows numbers at the left. @default false */
  showYAxis?: boolean | null;
  /** Shows the names of the series below the plot. @default true */
  showLegend?: boolean | null;
  /** Shows the values of a row when the user points at it. @default true */
  showTooltip?: boolean | null;
  /** Px between the bars of a row. @default 4 */
  barGap?: number | null;
  /** Px on either side of the bars of a row. @default a tenth of its width */
  barCategoryGap?: number | null;
  /** Px, or CSS. @default "100%" */
  width?: Required<BlockProps>["width"];
  /** Px, or CSS. @default 200, unless there is an aspectRatio */
  height?: Required<BlockProps>["height"];
}

const Body = lazyComponent<ChartProps>(loadChart, ChartFallback);

/** Numbers as bars, areas and lines; as a table for those who cannot see them. */
export function Chart(props: ChartProps) {
  const { style = {}, ...block } = blockAttributes(
    "Chart",
    usePropReader(props),
  );
  // An aspect ratio needs a height that follows it.
  const height = style.aspectRatio === undefined ? undefined : "auto";
  return (
    <div {...block} style={{ height, ...style }}>
      <Body {...props} />
    </div>
  );
}

/** More rows would take too long to listen to; with more than a hundred columns, fewer as well. */
export const MAX_ROWS = 200;

/** The values as the author wrote them, until the code for the rest has loaded. */
function ChartFallback({ data, series, xAxis }: ChartProps) {
  const { labels, limits } = useWidgetContext().settings;
  const shorten = (text: unknown) => toText(text).slice(0, limits.text);
  const axis: Record<string, unknown> = isRecord(xAxis)
    ? xAxis
    : { dataKey: xAxis };
  const columns = [axis, ...seriesOf(series)];
  return (
    <div className="wr-hidden">
      <table>
        <caption>{labels.chart}</caption>
        <tbody>
          <tr>
            {columns.map(({ label, dataKey }, column) => (
              <th key={column}>{shorten(label) || shorten(dataKey)}</th>
            ))}
          </tr>
          {recordsOf(data)
            .slice(0, Math.min(MAX_ROWS, (MAX_ROWS * 100) / columns.length))
            .map((row, index) => (
              <tr key={index}>
                {columns.map(({ dataKey }, column) => (
                  <td key={column}>{shorten(row[toText(dataKey)])}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

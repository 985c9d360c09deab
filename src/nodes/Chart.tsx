import { memo, useMemo } from "react";
import { styleContext, useHost, type NodeProps } from "../context.js";
import { color, toNumber, type BlockProps } from "../core/style.js";
import { isObject } from "../core/tree.js";
import { lazyPart } from "../parts/Lazy.js";
import type { ChartDrawingProps } from "../parts/ChartDrawing.js";
import { useBlock } from "../parts/box.js";
import {
  readChart,
  type ChartData,
  type ChartSeries,
  type ChartValue,
  type ChartXAxis,
} from "../parts/chartData.js";
import { numberFormat } from "../parts/chartNumber.js";
import { useLocale } from "../parts/locale.js";
import { isTrue } from "../parts/values.js";

export type {
  ChartCurve,
  ChartSeries,
  ChartValue,
  ChartXAxis,
} from "../parts/chartData.js";

export interface ChartProps extends NodeProps, BlockProps {
  /** A row per point of the x axis. Numbers may be strings; what is missing is a gap. */
  data: readonly Readonly<Record<string, ChartValue>>[];
  /** Bars, areas and lines, which may share a chart. */
  series: readonly ChartSeries[];
  /** The property of each row that holds its name, or an axis. */
  xAxis: string | ChartXAxis;
  /** Numbers at the left. @default false */
  showYAxis?: boolean | null;
  /** The names of the series, below. @default true */
  showLegend?: boolean | null;
  /** The values of a row when it is pointed at. @default true */
  showTooltip?: boolean | null;
  /** Px between the bars of a row. @default 4 */
  barGap?: number | null;
  /** Px on either side of the bars of a row. @default a tenth of its width */
  barCategoryGap?: number | null;
  /** Px, or CSS. @default "100%" */
  width?: BlockProps["width"];
  /** Px, or CSS. @default 200, unless there is an aspectRatio */
  height?: BlockProps["height"];
}

const Drawing = lazyPart<ChartDrawingProps & NodeProps>(
  () => import("../parts/ChartDrawing.js"),
  () => <div className="wr-Chart-plot" />,
);

/** Numbers as bars, areas and lines; as a table for those who cannot see them. */
export function Chart(props: ChartProps) {
  const { node, data, series, xAxis } = props;
  const host = useHost();
  const { labels } = host.settings;
  const block = useBlock("Chart", props);
  const chart = useMemo(() => {
    const context = styleContext(host, node);
    return readChart(data, series, xAxis, (value) =>
      color(value, "chart", context),
    );
  }, [data, series, xAxis, host, node]);
  const names = chart.series.map(({ label }) => label).join(", ");
  const label = names === "" ? labels.chart : `${labels.chart}: ${names}`;
  const free =
    props.height == null && props.size == null && props.aspectRatio != null;
  return (
    <div
      {...block}
      style={free ? { ...block.style, height: "auto" } : block.style}
    >
      <Drawing
        node={node}
        data={chart}
        showX={!(isObject(xAxis) && isTrue(xAxis["hide"]))}
        showY={isTrue(props.showYAxis)}
        showTooltip={isTrue(props.showTooltip ?? true)}
        barGap={toNumber(props.barGap) ?? 4}
        barCategoryGap={toNumber(props.barCategoryGap)}
        label={label}
      />
      {isTrue(props.showLegend ?? true) && chart.series.length > 0 && (
        // The table says the same.
        <ul className="wr-Chart-legend" aria-hidden="true">
          {chart.series.map(({ label, color }, index) => (
            <li key={index} className="wr-Chart-legend-item">
              <span className="wr-Chart-swatch" style={{ background: color }} />
              <span className="wr-Chart-legend-label" title={label}>
                {label}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Table chart={chart} caption={label} more={labels.chartMore} />
    </div>
  );
}

/** Rows beyond it would be a burden to listen to, and to the page. */
const MAX_ROWS = 200;

interface TableProps {
  chart: ChartData;
  caption: string;
  more: string;
}

/** The text alternative, there before the drawing is. */
const Table = memo(function Table({ chart, caption, more }: TableProps) {
  const { series, names, namesKey } = chart;
  const locale = useLocale();
  const format = useMemo(() => numberFormat(locale), [locale]);
  const rest = names.length - MAX_ROWS;
  return (
    // A table keeps its size; the box around it does not.
    <div className="wr-hidden">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{namesKey}</th>
            {series.map(({ label }, index) => (
              <th key={index} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.slice(0, MAX_ROWS).map((name, row) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {series.map(({ values }, index) => {
                const value = values[row];
                return (
                  <td key={index}>
                    {value === undefined ? "–" : format(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p>{more.replace("{n}", String(rest))}</p>}
    </div>
  );
});

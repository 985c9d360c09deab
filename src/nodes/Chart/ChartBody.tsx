import { memo, useMemo } from "react";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { color } from "../../core/style/color.js";
import { PropReader, usePropReader } from "../../context/propReader.js";
import { isRecord } from "../../core/json.js";
import { MAX_ROWS, type ChartProps } from "./Chart.js";
import { ChartPlot } from "./ChartPlot.js";
import { readChart, type ChartData } from "./readChart.js";
import { numberFormat } from "./numberFormat.js";
import { useLocale } from "../../context/locale.js";

/** All that a Chart shows: the heavy part of the node, in a separate chunk. */
export default function ChartBody(props: ChartProps) {
  const { node, data, series, xAxis } = props;
  const context = useWidgetContext();
  const { labels } = context.settings;
  const chart = useMemo(() => {
    const read = new PropReader(context, { data, series, xAxis }, node);
    return readChart(
      data,
      series,
      xAxis,
      (value, prop) => color(value, "chart", read, prop),
      read,
    );
  }, [data, series, xAxis, context, node]);
  const read = usePropReader(props);
  const axis = isRecord(xAxis) && read.object("xAxis", "dataKey");
  const names = chart.series.map(({ label }) => label).join(", ");
  const label = names === "" ? labels.chart : `${labels.chart}: ${names}`;
  return (
    <>
      <ChartPlot
        data={chart}
        showX={!(axis && axis.boolean("hide"))}
        showY={read.boolean("showYAxis")}
        showTooltip={read.boolean("showTooltip", true)}
        barGap={read.number("barGap", 0) ?? 4}
        barCategoryGap={read.number("barCategoryGap", 0)}
        label={label}
      />
      {read.boolean("showLegend", true) && chart.series.length > 0 && (
        // The table has the same names.
        <ul className="wr-Chart-legend" aria-hidden="true">
          {chart.series.map(({ label, color }, index) => (
            <li key={index} className="wr-Chart-legend-item">
              <span className="wr-Chart-swatch" style={{ background: color }} />
              <span className="wr-Chart-legend-label" dir="auto" title={label}>
                {label}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Table chart={chart} caption={label} more={labels.chartMore} />
    </>
  );
}

interface TableProps {
  chart: ChartData;
  caption: string;
  more: string;
}

/** The text alternative, which also has what the plot cannot show. */
const Table = memo(function Table({ chart, caption, more }: TableProps) {
  const { series, names, namesKey } = chart;
  const locale = useLocale();
  const format = useMemo(() => numberFormat(locale), [locale]);
  const shown = names.slice(
    0,
    Math.min(MAX_ROWS, (MAX_ROWS * 100) / (series.length + 1)),
  );
  const rest = names.length - shown.length;
  return (
    // A table cannot be made smaller than its text; the box around it can.
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
          {shown.map((name, row) => (
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
      {rest > 0 && <p>{more.replace("{n}", format(rest))}</p>}
    </div>
  );
});

import { memo, useMemo, useRef } from "react";
import { useLocale } from "../../context/locale.js";
import { ChartCursor } from "./ChartCursor.js";
import { layoutChart, type ChartLayout } from "./layoutChart.js";
import type { ChartData } from "./readChart.js";
import { UNKNOWN_SIZE, usePlotSize } from "./usePlotSize.js";

interface ChartPlotProps {
  data: ChartData;
  showX: boolean;
  showY: boolean;
  showTooltip: boolean;
  barGap: number;
  barCategoryGap: number | undefined;
  /** What the chart is called. */
  label: string;
}

/** The axes and the shapes, and the values of the row that the user points at. */
export function ChartPlot({
  data,
  showX,
  showY,
  showTooltip,
  barGap,
  barCategoryGap,
  label,
}: ChartPlotProps) {
  const plot = useRef<HTMLDivElement>(null);
  const size = usePlotSize(plot);
  const locale = useLocale();
  const layout = useMemo(
    () =>
      layoutChart(data, {
        ...(size ?? UNKNOWN_SIZE),
        showX,
        showY,
        barGap,
        barCategoryGap,
        locale,
      }),
    [data, size, showX, showY, barGap, barCategoryGap, locale],
  );
  return (
    <div ref={plot} className="wr-Chart-plot">
      {/* Until the plot is measured, the drawing is stretched, and texts would be as well. */}
      <Drawing layout={layout} texts={size !== undefined} />
      {showTooltip &&
        size &&
        data.names.length > 0 &&
        data.series.length > 0 && (
          <ChartCursor
            data={data}
            layout={layout}
            label={label}
            locale={locale}
          />
        )}
    </div>
  );
}

const Drawing = memo(function Drawing({
  layout,
  texts,
}: {
  layout: ChartLayout;
  texts: boolean;
}) {
  const { width, height, left, right, top, bottom, baseline } = layout;
  const { grid, labels, shapes } = layout;
  return (
    <svg
      className="wr-Chart-svg"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {grid.map(({ y, label, strong }) => (
        <g key={y}>
          <line
            className="wr-Chart-grid"
            data-strong={strong ? "" : undefined}
            x1={left}
            x2={right}
            y1={Math.round(y) + 0.5}
            y2={Math.round(y) + 0.5}
          />
          {texts && label !== "" && (
            <text
              className="wr-Chart-tick"
              x={left - 8}
              y={y}
              dy="0.35em"
              textAnchor="end"
            >
              {label}
            </text>
          )}
        </g>
      ))}
      {/* A curve may swing beyond its values, but is cut before the axes. */}
      <svg
        x={left}
        y={top - 4}
        width={Math.max(0, right - left)}
        height={bottom - top + 6}
        viewBox={`${left} ${top - 4} ${Math.max(1, right - left)} ${bottom - top + 6}`}
        preserveAspectRatio="none"
        overflow="hidden"
      >
        {sortLayers(shapes).map(
          ({ type, color, fill, stroke, dots }, index) => (
            <g
              key={index}
              className="wr-Chart-series"
              data-type={type}
              style={{ color }}
            >
              {fill !== "" && <path className="wr-Chart-fill" d={fill} />}
              {stroke !== "" && <path className="wr-Chart-stroke" d={stroke} />}
              {dots !== "" && <path className="wr-Chart-dots" d={dots} />}
            </g>
          ),
        )}
      </svg>
      {texts &&
        labels.map(({ x, text, full }) => (
          <text
            key={x}
            className="wr-Chart-tick"
            x={x}
            y={baseline}
            textAnchor="middle"
          >
            <tspan>{text}</tspan>
            {full !== undefined && <title>{full}</title>}
          </text>
        ))}
    </svg>
  );
});

const LAYERS = { area: 0, bar: 1, line: 2 };

/** Sorts areas behind bars behind lines, so that none covers another. */
function sortLayers<S extends { type: keyof typeof LAYERS }>(
  shapes: readonly S[],
): S[] {
  return [...shapes].sort((a, b) => LAYERS[a.type] - LAYERS[b.type]);
}

import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from "react";
import { useIsomorphicLayoutEffect } from "../../context/useIsomorphicLayoutEffect.js";
import type { ChartData } from "./readChart.js";
import { layoutChart, type ChartLayout, type Measure } from "./layoutChart.js";
import { numberFormat } from "./numberFormat.js";
import { useLocale } from "../../context/locale.js";
import { observeSize } from "../../ui/observeSize.js";

interface ChartDrawingProps {
  data: ChartData;
  showX: boolean;
  showY: boolean;
  showTooltip: boolean;
  barGap: number;
  barCategoryGap: number | undefined;
  /** What the chart is called. */
  label: string;
}

/** The plot of a chart. */
export function ChartPlot({
  data,
  showX,
  showY,
  showTooltip,
  barGap,
  barCategoryGap,
  label,
}: ChartDrawingProps) {
  const plot = useRef<HTMLDivElement>(null);
  const size = useSize(plot);
  const locale = useLocale();
  const layout = useMemo(
    () =>
      layoutChart(data, {
        ...(size ?? UNKNOWN),
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
      {/* Until it is measured the drawing is stretched, and so without texts. */}
      <Drawing layout={layout} texts={size !== undefined} />
      {showTooltip &&
        size &&
        data.names.length > 0 &&
        data.series.length > 0 && (
          <Cursor data={data} layout={layout} label={label} locale={locale} />
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
  const { width, height, left, right, top, bottom, grid, labels, shapes } =
    layout;
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
      {/* A curve may swing beyond its values: not over the axes. */}
      <svg
        x={left}
        y={top - 4}
        width={Math.max(0, right - left)}
        height={bottom - top + 6}
        viewBox={`${left} ${top - 4} ${Math.max(1, right - left)} ${bottom - top + 6}`}
        preserveAspectRatio="none"
        overflow="hidden"
      >
        {inOrder(shapes).map(({ type, color, fill, stroke, dots }, index) => (
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
        ))}
      </svg>
      {texts &&
        labels.map(({ x, text, full }) => (
          <text
            key={x}
            className="wr-Chart-tick"
            x={x}
            y={height - 6}
            textAnchor="middle"
          >
            <tspan>{text}</tspan>
            {full !== undefined && <title>{full}</title>}
          </text>
        ))}
    </svg>
  );
});

const RANK = { area: 0, bar: 1, line: 2 };

/** Areas behind bars behind lines, so that nothing is covered. */
function inOrder<S extends { type: keyof typeof RANK }>(
  shapes: readonly S[],
): S[] {
  return [...shapes].sort((a, b) => RANK[a.type] - RANK[b.type]);
}

interface CursorProps {
  data: ChartData;
  layout: ChartLayout;
  label: string;
  locale: string | undefined;
}

/** Where the reader looks: a row, and how high the pointer stands. */
interface Look {
  row: number;
  y: number;
  by: "mouse" | "touch" | "keys";
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
};

/** The values of one row, by pointer, touch and arrow keys. */
function Cursor({ data, layout, label, locale }: CursorProps) {
  const [seen, setLook] = useState<Look>();
  const area = useRef<HTMLDivElement>(null);
  const format = useMemo(() => numberFormat(locale), [locale]);
  const { left, top, bottom, right } = layout;
  const last = data.names.length - 1;
  // The data may have become shorter since.
  const look = seen && { ...seen, row: Math.min(seen.row, last) };

  // A finger that leaves does not point elsewhere: the next touch does.
  const touched = look?.by === "touch";
  useEffect(() => {
    if (!touched) return undefined;
    const onDown = (event: Event) => {
      if (!event.composedPath().includes(area.current!)) setLook(undefined);
    };
    document.addEventListener("pointerdown", onDown, true);
    return () => document.removeEventListener("pointerdown", onDown, true);
  }, [touched]);

  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setLook({
      row: layout.rowAt(left + event.clientX - box.left),
      y: event.clientY - box.top,
      by: event.pointerType === "touch" ? "touch" : "mouse",
    });
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (event.key === "Escape" && look) {
      event.stopPropagation();
      setLook(undefined);
      return;
    }
    const by = Object.hasOwn(STEPS, event.key) && STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    const from = look?.row ?? (by > 0 ? -1 : last + 1);
    setLook({ row: Math.max(0, Math.min(last, from + by)), y: 0, by: "keys" });
  };
  const values = look && read(data, layout, look.row, format);

  return (
    <>
      {look && <Mark data={data} layout={layout} row={look.row} />}
      {/* Its values are in the table beside it; the keys are for who sees the plot. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- nothing acts: it only tells values */}
      <div
        ref={area}
        className="wr-Chart-area"
        style={{
          left,
          top,
          width: Math.max(0, right - left),
          height: bottom - top,
        }}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- not a group of fields
        role="group"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes keys
        tabIndex={0}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={(event) => {
          if (event.pointerType !== "touch") setLook(undefined);
        }}
        onPointerCancel={() => setLook(undefined)}
        onKeyDown={press}
        onBlur={() => setLook(undefined)}
      />
      <span className="wr-hidden" aria-live="polite">
        {look?.by === "keys" && values && spoken(values)}
      </span>
      {look && values && (
        <Tooltip values={values} look={look} layout={layout} />
      )}
    </>
  );
}

interface Values {
  name: string;
  rows: { label: string; color: string; value: string }[];
  /** How many rows there is no room for, if any. */
  more: string;
}

function read(
  { series, names }: ChartData,
  { height }: ChartLayout,
  row: number,
  format: (value: number) => string,
): Values {
  const rows = series.flatMap(({ label, color, values }) => {
    const value = values[row];
    return value === undefined ? [] : [{ label, color, value: format(value) }];
  });
  const room = Math.max(1, Math.floor((height - 40) / 20));
  const shown = rows.length > room ? Math.max(1, room - 1) : rows.length;
  const more = rows.length - shown;
  return {
    name: names[row] ?? "",
    rows: rows.slice(0, shown),
    more: more > 0 ? `+${format(more)}` : "",
  };
}

function spoken({ name, rows }: Values): string {
  const values = rows.map(({ label, value }) => `${label} ${value}`).join(", ");
  return [name, values || "–"].filter(Boolean).join(": ");
}

/** A band behind the bars of a row, or a line with a dot on each of its values. */
function Mark({
  data,
  layout,
  row,
}: {
  data: ChartData;
  layout: ChartLayout;
  row: number;
}) {
  const { width, height, top, bottom, step, banded } = layout;
  const x = layout.x(row);
  const box = {
    className: "wr-Chart-svg",
    viewBox: `0 0 ${width} ${height}`,
    preserveAspectRatio: "none",
    "aria-hidden": true,
  };
  return (
    <>
      <svg {...box} data-behind="">
        {banded && step > 2 ? (
          <rect
            className="wr-Chart-band"
            x={x - step / 2}
            y={top - 4}
            width={step}
            height={bottom - top + 4}
            rx={4}
          />
        ) : (
          <line
            className="wr-Chart-cursor"
            x1={x}
            x2={x}
            y1={top - 4}
            y2={bottom}
          />
        )}
      </svg>
      <svg {...box}>
        {data.series.map(({ color }, index) => {
          const y = layout.dotAt(index, row);
          return (
            y !== undefined && (
              <circle
                key={index}
                className="wr-Chart-dot"
                style={{ color }}
                cx={x}
                cy={y}
                r={4}
              />
            )
          );
        })}
      </svg>
    </>
  );
}

const APART = 12;

/** Beside the row and at the pointer's height, within the plot. */
function Tooltip({
  values: { name, rows, more },
  look,
  layout,
}: {
  values: Values;
  look: Look;
  layout: ChartLayout;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const x = layout.x(look.row);
  const y = layout.top + look.y;
  useIsomorphicLayoutEffect(() => {
    const tip = ref.current!;
    const { offsetWidth, offsetHeight } = tip;
    const roomAfter = layout.width - x - APART;
    const place =
      roomAfter >= offsetWidth || roomAfter >= x - APART
        ? Math.min(x + APART, layout.width - offsetWidth)
        : x - APART - offsetWidth;
    const middle = y - offsetHeight / 2;
    tip.style.left = `${Math.max(0, place)}px`;
    tip.style.top = `${Math.max(0, Math.min(layout.height - offsetHeight, middle))}px`;
  });
  return (
    <div ref={ref} className="wr-Chart-tooltip" aria-hidden="true">
      {name !== "" && <div className="wr-Chart-tooltip-name">{name}</div>}
      {rows.map(({ label, color, value }, index) => (
        <div key={index} className="wr-Chart-tooltip-row">
          <span className="wr-Chart-swatch" style={{ background: color }} />
          <span className="wr-Chart-tooltip-label">{label}</span>
          <span className="wr-Chart-tooltip-value">{value}</span>
        </div>
      ))}
      {rows.length === 0 && <div>–</div>}
      {more !== "" && <div className="wr-Chart-tooltip-more">{more}</div>}
    </div>
  );
}

interface Size {
  width: number;
  height: number;
  measure: Measure;
}

/** What is drawn for before there is a size: on the server, for one. */
const UNKNOWN: Size = {
  width: 400,
  height: 200,
  measure: (text) => text.length * 7,
};

/** The size of an element; `undefined` before it is laid out. */
function useSize(element: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useIsomorphicLayoutEffect(() => {
    const measured = element.current!;
    const read = (anew: boolean) => {
      const { clientWidth: width, clientHeight: height } = measured;
      // Not laid out: in a folded card, for one.
      if (width === 0 || height === 0) return;
      setSize((last) =>
        !anew && last?.width === width && last.height === height
          ? last
          : { width, height, measure: textMeasure(measured) },
      );
    };
    const onResize = () => read(false);
    const onFonts = () => read(true);
    onResize();
    const stop = observeSize([measured], onResize);
    // Texts have other widths in a font that comes late.
    document.fonts?.addEventListener("loadingdone", onFonts);
    return () => {
      stop();
      document.fonts?.removeEventListener("loadingdone", onFonts);
    };
  }, [element]);
  return size;
}

/** Measures as the axes of a plot are written. */
function textMeasure(plot: HTMLElement): Measure {
  const canvas = document.createElement("canvas").getContext("2d");
  if (!canvas) return UNKNOWN.measure;
  const { fontStyle, fontWeight, fontSize, fontFamily } =
    getComputedStyle(plot);
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const known = new Map<string, number>();
  return (text) => {
    let width = known.get(text);
    if (width === undefined)
      known.set(text, (width = canvas.measureText(text).width));
    return width;
  };
}

import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from "react";
import { useIsomorphicLayoutEffect } from "../../context/useIsomorphicLayoutEffect.js";
import type { ChartData } from "./readChart.js";
import type { ChartLayout } from "./layoutChart.js";
import { numberFormat } from "./numberFormat.js";

interface ChartCursorProps {
  data: ChartData;
  layout: ChartLayout;
  label: string;
  locale: string | undefined;
}

/** What the user points at. */
interface Target {
  row: number;
  /** Of the pointer, in px below the top of the plot. */
  y: number;
  by: "mouse" | "touch" | "keys";
}

/** Key → how many rows it moves. */
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

/** Shows the values of one row: by pointer, touch and arrow keys. */
export function ChartCursor({ data, layout, label, locale }: ChartCursorProps) {
  const [pointed, setTarget] = useState<Target>();
  const area = useRef<HTMLDivElement>(null);
  const format = useMemo(() => numberFormat(locale), [locale]);
  const { left, top, bottom, right } = layout;
  const last = data.names.length - 1;
  // The data may have become shorter since then.
  const target = pointed && { ...pointed, row: Math.min(pointed.row, last) };

  // A finger that leaves the plot points at nothing else: only the next touch does.
  const touched = target?.by === "touch";
  useEffect(() => {
    if (!touched) return undefined;
    const onDown = (event: Event) => {
      if (!event.composedPath().includes(area.current!)) setTarget(undefined);
    };
    document.addEventListener("pointerdown", onDown, true);
    return () => document.removeEventListener("pointerdown", onDown, true);
  }, [touched]);

  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setTarget({
      row: layout.rowAt(left + event.clientX - box.left),
      y: event.clientY - box.top,
      by: event.pointerType === "touch" ? "touch" : "mouse",
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (event.key === "Escape" && target) {
      event.stopPropagation();
      setTarget(undefined);
      return;
    }
    const by = Object.hasOwn(STEPS, event.key) && STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    const from = target?.row ?? (by > 0 ? -1 : last + 1);
    setTarget({
      row: Math.max(0, Math.min(last, from + by)),
      y: 0,
      by: "keys",
    });
  };
  const values = target && valuesOf(data, layout, target.row, format);

  return (
    <>
      {target && <Mark data={data} layout={layout} row={target.row} />}
      {/* The table has the same values; the keys are for users who see the plot. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it starts nothing, it only shows values */}
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
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={(event) => {
          if (event.pointerType !== "touch") setTarget(undefined);
        }}
        onPointerCancel={() => setTarget(undefined)}
        onKeyDown={onKeyDown}
        onBlur={() => setTarget(undefined)}
      />
      <span className="wr-hidden" aria-live="polite">
        {target?.by === "keys" && values && spokenText(values)}
      </span>
      {target && values && (
        <Tooltip values={values} target={target} layout={layout} />
      )}
    </>
  );
}

/** The values of a row, as texts. */
interface Values {
  name: string;
  rows: { label: string; color: string; value: string }[];
  /** `"+3"`, if there is no room for three of them; else `""`. */
  more: string;
}

function valuesOf(
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

function spokenText({ name, rows }: Values): string {
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

/** Px between the row and its tooltip. */
const TOOLTIP_GAP = 12;

/** The values, beside the row and at the pointer's height, within the plot. */
function Tooltip({
  values: { name, rows, more },
  target,
  layout,
}: {
  values: Values;
  target: Target;
  layout: ChartLayout;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const x = layout.x(target.row);
  const y = layout.top + target.y;
  useIsomorphicLayoutEffect(() => {
    const tooltip = ref.current!;
    const { offsetWidth, offsetHeight } = tooltip;
    const roomAfter = layout.width - x - TOOLTIP_GAP;
    const left =
      roomAfter >= offsetWidth || roomAfter >= x - TOOLTIP_GAP
        ? Math.min(x + TOOLTIP_GAP, layout.width - offsetWidth)
        : x - TOOLTIP_GAP - offsetWidth;
    const middle = y - offsetHeight / 2;
    tooltip.style.left = `${Math.max(0, left)}px`;
    tooltip.style.top = `${Math.max(0, Math.min(layout.height - offsetHeight, middle))}px`;
  });
  return (
    <div ref={ref} className="wr-Chart-tooltip" aria-hidden="true">
      {name !== "" && (
        <div className="wr-Chart-tooltip-name" dir="auto">
          {name}
        </div>
      )}
      {rows.map(({ label, color, value }, index) => (
        <div key={index} className="wr-Chart-tooltip-row">
          <span className="wr-Chart-swatch" style={{ background: color }} />
          <span className="wr-Chart-tooltip-label" dir="auto">
            {label}
          </span>
          <span className="wr-Chart-tooltip-value">{value}</span>
        </div>
      ))}
      {rows.length === 0 && <div>–</div>}
      {more !== "" && <div className="wr-Chart-tooltip-more">{more}</div>}
    </div>
  );
}

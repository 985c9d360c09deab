import { createContext, type ReactNode } from "react";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { toNumber } from "../../core/json.js";
import { jsonOf } from "../../ui/children.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";
import { useScrollable } from "../../ui/useScrollable.js";

/**
 * What a row or a cell is directly in, since HTML allows a `<tr>` and a `<td>` only
 * there. A table gives each row the edges that its cells reach; a row gives each
 * cell its tag; elsewhere it is `undefined`.
 */
export const TableContext = createContext<RowEdges | "td" | "th" | undefined>(
  undefined,
);

/** The edges of the table that the cells of a row reach: a cell of an earlier row may cover one. */
export type RowEdges = "both" | "start" | "end" | "none";

interface TableRegionProps {
  id?: string | null | undefined;
  children: ReactNode;
}

/** A `<table>` that scrolls sideways where it is too wide. */
export function TableRegion({ id, children }: TableRegionProps) {
  const { labels } = useWidgetContext().settings;
  // The keyboard can scroll an element only while it has the focus.
  const { ref, attributes } = useScrollable<HTMLDivElement>(labels.table);
  return (
    <div ref={ref} {...nodeAttributes("Table", id)} {...attributes}>
      <table className="wr-Table-table">{children}</table>
    </div>
  );
}

/** The most that a cell may span, as in HTML, and the most columns that spans may make. */
const MAX_SPAN = 1000;

/** Whether the cells may span: those of a table that would be too wide may not. */
export const SpanContext = createContext(true);

/** `colSpan` and `rowSpan`: whole numbers, not too large for a browser. */
export function spanOf(value: unknown): number | undefined {
  const n = toNumber(value);
  return n && n > 1 && Number.isInteger(n) ? Math.min(n, MAX_SPAN) : undefined;
}

/**
 * How many columns the cells of some rows make, and which edges of the table each row
 * reaches. Each cell that spans moves others aside, so a few thousand of them would make
 * millions of columns, in which a browser and this function would take minutes. Then
 * `spans` is false: no cell spans.
 */
export function measure(
  rows: readonly (readonly ReactNode[])[],
  spans = true,
): { columns: number; edges: RowEdges[]; spans: boolean } {
  // Column → in how many rows from here on a cell of an earlier row covers it.
  let covered: number[] = [];
  const extents: { start: boolean; end: number }[] = [];
  for (const cells of rows) {
    const start = !covered[0];
    const next = covered.map((left) => left && left - 1);
    let column = 0;
    let spanning = covered.some(Boolean);
    for (const cell of cells) {
      const { colSpan, rowSpan } = spans ? jsonOf(cell) : {};
      const [across, down] = [spanOf(colSpan) ?? 1, spanOf(rowSpan) ?? 1];
      while (covered[column]) column++;
      const end = column + across;
      spanning ||= across > 1 || down > 1;
      if (spanning && end > MAX_SPAN) return measure(rows, false);
      if (spanning) while (column < end) next[column++] = down - 1;
      column = end;
    }
    covered = next;
    extents.push({ start, end: column });
  }
  const columns = Math.max(1, ...extents.map(({ end }) => end));
  const edges = extents.map(({ start, end }): RowEdges => {
    if (end < columns) return start ? "start" : "none";
    return start ? "both" : "end";
  });
  return { columns, edges, spans };
}

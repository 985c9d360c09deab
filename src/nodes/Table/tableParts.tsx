import { createContext, type ReactNode } from "react";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { toNumber } from "../../core/json.js";
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

/** `colSpan` and `rowSpan`: whole numbers, not too large for a browser. */
export function spanOf(value: unknown): number | undefined {
  const n = toNumber(value);
  return n && n > 1 && Number.isInteger(n) ? Math.min(n, 1000) : undefined;
}

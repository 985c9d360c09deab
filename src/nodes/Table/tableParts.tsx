import { createContext, type ReactNode } from "react";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { toNumber } from "../../core/json.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";
import { useScrollable } from "../../ui/useScrollable.js";

/**
 * What directly surrounds a row or a cell, and so which elements HTML allows: a
 * table, by the edges that the row's own cells reach; a row, by the cells that it
 * holds; or neither.
 */
export const InTable = createContext<RowEdges | "td" | "th" | undefined>(
  undefined,
);

/** Cells from rows above may stand at the start or at the end of a row. */
export type RowEdges = "both" | "start" | "end" | "none";

interface TableRegionProps {
  id?: string | null | undefined;
  children: ReactNode;
}

/** A `<table>` that scrolls sideways where it is too wide. */
export function TableRegion({ id, children }: TableRegionProps) {
  const { labels } = useWidgetContext().settings;
  // Without a pointer it scrolls only while it has the focus.
  const { ref, attributes } = useScrollable<HTMLDivElement>(labels.table);
  return (
    <div ref={ref} {...nodeAttributes("Table", id)} {...attributes}>
      <table className="wr-Table-table">{children}</table>
    </div>
  );
}

/** `colSpan`, `rowSpan`: whole numbers that no browser chokes on. */
export function spanOf(value: unknown): number | undefined {
  const n = toNumber(value);
  return n && n > 1 && Number.isInteger(n) ? Math.min(n, 1000) : undefined;
}

import { createContext, useContext, type ReactNode } from "react";
import { useHost } from "../context.js";
import { nodeAttributes } from "./attributes.js";
import { useScrollable } from "./useScrollable.js";

/**
 * What directly surrounds a row or a cell, and so which elements HTML allows:
 * a table, with the edges that the row's own cells reach; a row; or neither.
 */
export type TablePlace = undefined | `row ${RowEdges}` | "cell" | "header-cell";

/** Cells from rows above may stand at the start or at the end of a row. */
export type RowEdges = "both" | "start" | "end" | "none";

export const InTable = createContext<TablePlace>(undefined);

/** The edges of a row in a table; `undefined` for one that has no table. */
export function useRowEdges(): RowEdges | undefined {
  const place = useContext(InTable);
  return place?.startsWith("row ") ? (place.slice(4) as RowEdges) : undefined;
}

interface TableRegionProps {
  id?: string | null | undefined;
  children: ReactNode;
}

/** A `<table>` that scrolls sideways where it is too wide. */
export function TableRegion({ id, children }: TableRegionProps) {
  const { labels } = useHost().settings;
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
  const n = typeof value === "string" ? Number(value) : value;
  return typeof n === "number" && Number.isInteger(n) && n > 1
    ? Math.min(n, 1000)
    : undefined;
}

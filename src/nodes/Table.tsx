import {
  Children,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from "react";
import type { NodeProps } from "../context.js";
import { childrenOf, isObject } from "../core/tree.js";
import { jsonOf } from "../parts/children.js";
import { InTable, TableRegion, spanOf, type RowEdges } from "../parts/table.js";
import { isTrue } from "../parts/values.js";
import { TableCell } from "./TableCell.js";
import { TableRow } from "./TableRow.js";

export interface TableProps extends NodeProps {
  children?: ReactNode;
}

/** A table; scrolls sideways where it is too wide. */
export function Table({ id, children }: TableProps) {
  const rows = Children.toArray(children);
  const { columns, edges } = measure(rows);
  const drawn = rows.map((row, i) => (
    <InTable.Provider
      key={isValidElement(row) ? row.key : i}
      value={`row ${edges[i] ?? "both"}`}
    >
      {isRow(row) ? (
        row
      ) : (
        <TableRow>
          <TableCell colSpan={columns}>{row}</TableCell>
        </TableRow>
      )}
    </InTable.Provider>
  ));
  const body = rows.findIndex((row) => !isHeader(row));
  const head = body === -1 ? rows.length : body;
  return (
    <TableRegion id={id}>
      {head > 0 && <thead>{drawn.slice(0, head)}</thead>}
      {head < rows.length && <tbody>{drawn.slice(head)}</tbody>}
    </TableRegion>
  );
}

function isRow(child: ReactNode): child is ReactElement {
  return (
    isValidElement(child) &&
    (child.type === TableRow || jsonOf(child)["type"] === "Table.Row")
  );
}

function isHeader(child: ReactNode): boolean {
  return isRow(child) && isTrue(jsonOf(child)["header"]);
}

/** How many columns there are, and which edges the cells of each row reach. */
function measure(rows: readonly ReactNode[]) {
  // Of each column: in how many rows from here on a cell from above stands.
  const taken: number[] = [];
  const starts: boolean[] = [];
  const ends: number[] = [];
  for (const row of rows) {
    starts.push(!taken[0]);
    let column = 0;
    const cells = isRow(row) ? cellsOf(row) : [{}];
    const next = taken.map((left) => Math.max(0, left - 1));
    for (const cell of cells) {
      while (taken[column]) column++;
      const end = column + (spanOf(cell["colSpan"]) ?? 1);
      const below = (spanOf(cell["rowSpan"]) ?? 1) - 1;
      for (; column < end; column++) next[column] = below;
    }
    ends.push(column);
    taken.splice(0, taken.length, ...Array.from(next, (left) => left ?? 0));
  }
  const columns = Math.max(1, ...ends);
  return {
    columns,
    edges: starts.map((start, i): RowEdges => {
      const end = ends[i] === columns;
      return start ? (end ? "both" : "start") : end ? "end" : "none";
    }),
  };
}

function cellsOf(row: ReactElement): Record<string, unknown>[] {
  const json = jsonOf(row);
  return "type" in json
    ? childrenOf(json).filter(isObject)
    : Children.toArray(json["children"] as ReactNode).map(jsonOf);
}

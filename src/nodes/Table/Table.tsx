import { isValidElement, type ReactNode } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import { isNode, jsonOf, listOf } from "../../ui/children.js";
import {
  TableContext,
  TableRegion,
  spanOf,
  type RowEdges,
} from "./tableParts.js";
import { isTrue } from "../../ui/values.js";
import { TableCell } from "./TableCell.js";
import { TableRow } from "./TableRow.js";

export interface TableProps extends NodeProps {
  children?: ReactNode;
}

/** A table, which scrolls sideways where it is too wide. */
export function Table({ id, children }: TableProps) {
  const rows = listOf(children);
  const { columns, edges } = measure(rows);
  const rendered = rows.map((row, i) => (
    <TableContext.Provider
      key={isValidElement(row) ? row.key : i}
      value={edges[i]}
    >
      {isRow(row) ? (
        row
      ) : (
        <TableRow>
          <TableCell colSpan={columns}>{row}</TableCell>
        </TableRow>
      )}
    </TableContext.Provider>
  ));
  const body = rows.findIndex(
    (row) => !isRow(row) || !isTrue(jsonOf(row)["header"]),
  );
  const head = body < 0 ? rows.length : body;
  return (
    <TableRegion id={id}>
      {head > 0 && <thead>{rendered.slice(0, head)}</thead>}
      {head < rows.length && <tbody>{rendered.slice(head)}</tbody>}
    </TableRegion>
  );
}

const isRow = (child: ReactNode) => isNode(child, TableRow, "Table.Row");

/** How many columns there are, and which edges of the table each row reaches. */
function measure(rows: readonly ReactNode[]) {
  // Column → in how many rows from here on a cell of an earlier row covers it.
  let covered: number[] = [];
  const extents = rows.map((row) => {
    const start = !covered[0];
    const next = covered.map((left) => left && left - 1);
    let column = 0;
    for (const cell of isRow(row) ? cellsOf(row) : [undefined]) {
      const { colSpan, rowSpan } = jsonOf(cell);
      while (covered[column]) column++;
      const end = column + (spanOf(colSpan) ?? 1);
      while (column < end) next[column++] = (spanOf(rowSpan) ?? 1) - 1;
    }
    covered = next;
    return { start, end: column };
  });
  const columns = Math.max(1, ...extents.map(({ end }) => end));
  const edges = extents.map(({ start, end }): RowEdges => {
    if (end < columns) return start ? "start" : "none";
    return start ? "both" : "end";
  });
  return { columns, edges };
}

function cellsOf(row: ReactNode): readonly ReactNode[] {
  return isValidElement<TableProps>(row) ? listOf(row.props.children) : [];
}

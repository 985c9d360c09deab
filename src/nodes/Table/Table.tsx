import { isValidElement, type ReactNode } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import { isNode, jsonOf, listOf } from "../../ui/children.js";
import { InTable, TableRegion, spanOf, type RowEdges } from "./tableParts.js";
import { isTrue } from "../../ui/values.js";
import { TableCell } from "./TableCell.js";
import { TableRow } from "./TableRow.js";

export interface TableProps extends NodeProps {
  children?: ReactNode;
}

/** A table; scrolls sideways where it is too wide. */
export function Table({ id, children }: TableProps) {
  const rows = listOf(children);
  const { columns, edges } = measure(rows);
  const drawn = rows.map((row, i) => (
    <InTable.Provider key={isValidElement(row) ? row.key : i} value={edges[i]}>
      {isRow(row) ? (
        row
      ) : (
        <TableRow>
          <TableCell colSpan={columns}>{row}</TableCell>
        </TableRow>
      )}
    </InTable.Provider>
  ));
  const body = rows.findIndex(
    (row) => !isRow(row) || !isTrue(jsonOf(row)["header"]),
  );
  const head = body < 0 ? rows.length : body;
  return (
    <TableRegion id={id}>
      {head > 0 && <thead>{drawn.slice(0, head)}</thead>}
      {head < rows.length && <tbody>{drawn.slice(head)}</tbody>}
    </TableRegion>
  );
}

const isRow = (child: ReactNode) => isNode(child, TableRow, "Table.Row");

/** How many columns there are, and which edges the cells of each row reach. */
function measure(rows: readonly ReactNode[]) {
  // Of each column: in how many rows from here on a cell from above stands.
  let taken: number[] = [];
  const places = rows.map((row) => {
    const start = !taken[0];
    const next = taken.map((left) => left && left - 1);
    let column = 0;
    for (const cell of isRow(row) ? cellsOf(row) : [undefined]) {
      const { colSpan, rowSpan } = jsonOf(cell);
      while (taken[column]) column++;
      const end = column + (spanOf(colSpan) ?? 1);
      while (column < end) next[column++] = (spanOf(rowSpan) ?? 1) - 1;
    }
    taken = next;
    return { start, end: column };
  });
  const columns = Math.max(1, ...places.map(({ end }) => end));
  const edges = places.map(({ start, end }): RowEdges => {
    if (end < columns) return start ? "start" : "none";
    return start ? "both" : "end";
  });
  return { columns, edges };
}

function cellsOf(row: ReactNode): readonly ReactNode[] {
  return isValidElement<TableProps>(row) ? listOf(row.props.children) : [];
}

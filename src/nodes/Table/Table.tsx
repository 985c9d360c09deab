import { isValidElement, type ReactNode } from "react";
import * as messages from "../../context/messages.js";
import { usePropReader } from "../../context/propReader.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import { isNode, jsonOf, listOf } from "../../ui/children.js";
import {
  SpanContext,
  TableContext,
  TableRegion,
  measure,
} from "./tableParts.js";
import { isTrue } from "../../ui/values.js";
import { TableCell } from "./TableCell.js";
import { TableRow } from "./TableRow.js";

export interface TableProps extends NodeProps {
  children?: ReactNode;
}

/** A table, which scrolls sideways where it is too wide. */
export function Table(props: TableProps) {
  const { id, children } = props;
  const read = usePropReader(props);
  const rows = listOf(children);
  const { columns, edges, spans } = measure(rows.map(cellsOf));
  if (!spans) read.report("children", messages.tooManyColumns);
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
      <SpanContext.Provider value={spans}>
        {head > 0 && <thead>{rendered.slice(0, head)}</thead>}
        {head < rows.length && <tbody>{rendered.slice(head)}</tbody>}
      </SpanContext.Provider>
    </TableRegion>
  );
}

const isRow = (child: ReactNode) => isNode(child, TableRow, "Table.Row");

/** The cells of a row; what is no row is one. */
function cellsOf(row: ReactNode): readonly ReactNode[] {
  if (!isRow(row)) return [undefined];
  return isValidElement<TableProps>(row) ? listOf(row.props.children) : [];
}

import { isValidElement, useContext, type ReactNode } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import { usePropReader } from "../../context/propReader.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";
import { isNode, listOf } from "../../ui/children.js";
import {
  SpanContext,
  TableContext,
  TableRegion,
  measure,
} from "./tableParts.js";
import { TableCell } from "./TableCell.js";

export interface TableRowProps extends NodeProps {
  /** Makes its cells the headings of their columns. @default false */
  header?: boolean | null;
  children?: ReactNode;
}

/** A row of a Table. */
export function TableRow(props: TableRowProps) {
  const { id, children } = props;
  const header = usePropReader(props).boolean("header");
  const edges = useContext(TableContext);
  const row = (
    <tr
      {...nodeAttributes("Table.Row", id)}
      data-header={header ? "" : undefined}
      data-edges={edges === "both" ? undefined : edges}
    >
      <TableContext.Provider value={header ? "th" : "td"}>
        {listOf(children).map((child, i) =>
          isNode(child, TableCell, "Table.Cell") ? (
            child
          ) : (
            <TableCell key={isValidElement(child) ? child.key : i}>
              {child}
            </TableCell>
          ),
        )}
      </TableContext.Provider>
    </tr>
  );
  return edges ? (
    row
  ) : (
    <TableRegion>
      <SpanContext.Provider value={measure([listOf(children)]).spans}>
        <tbody>{row}</tbody>
      </SpanContext.Provider>
    </TableRegion>
  );
}

import { Children, isValidElement, type ReactNode } from "react";
import type { NodeProps } from "../context.js";
import { nodeAttributes } from "../parts/attributes.js";
import { jsonOf } from "../parts/children.js";
import { InTable, TableRegion, useRowEdges } from "../parts/table.js";
import { flag, isTrue } from "../parts/values.js";
import { TableCell } from "./TableCell.js";

export interface TableRowProps extends NodeProps {
  /** Its cells are the headings of their columns. @default false */
  header?: boolean | null;
  children?: ReactNode;
}

/** A row of a Table. */
export function TableRow({ id, header, children }: TableRowProps) {
  const edges = useRowEdges();
  const row = (
    <tr
      {...nodeAttributes("Table.Row", id)}
      data-header={flag(header)}
      data-edges={edges ?? "both"}
    >
      <InTable.Provider value={isTrue(header) ? "header-cell" : "cell"}>
        {Children.toArray(children).map((child, i) =>
          isCell(child) ? (
            child
          ) : (
            <TableCell key={isValidElement(child) ? child.key : i}>
              {child}
            </TableCell>
          ),
        )}
      </InTable.Provider>
    </tr>
  );
  if (edges !== undefined) return row;
  return (
    <TableRegion>
      <tbody>{row}</tbody>
    </TableRegion>
  );
}

function isCell(child: ReactNode): boolean {
  return (
    isValidElement(child) &&
    (child.type === TableCell || jsonOf(child)["type"] === "Table.Cell")
  );
}

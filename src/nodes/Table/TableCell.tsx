import { enumOf, type Member } from "../../core/json.js";
import { useContext, type ReactNode } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import {
  padding as paddingStyle,
  type Spacing,
} from "../../core/style/spacing.js";
import { usePropReader } from "../../context/propReader.js";
import { classNameOf, nodeAttributes } from "../../ui/nodeAttributes.js";
import { jsonOf, listOf } from "../../ui/children.js";
import { SpanContext, TableContext, spanOf } from "./tableParts.js";

const colSizes = enumOf("xs sm md lg xl");
const aligns = enumOf("start center end");

export interface TableCellProps extends NodeProps {
  /** Px, or CSS. */
  width?: number | string | null;
  /** Spacing units of 4 px, CSS, or one per side. @default 10 px above and below, 8 px beside */
  padding?: number | string | Spacing | null;
  /** How many columns the cell covers, 1000 at most. @default 1 */
  colSpan?: number | null;
  /** How many rows the cell covers, 1000 at most. @default 1 */
  rowSpan?: number | null;
  /** @default "start" */
  align?: Member<typeof aligns> | null;
  /** @default "start" */
  vAlign?: Member<typeof aligns> | null;
  /** Width at least: xs 48, sm 80, md 120, lg 180, xl 240 px. */
  colSize?: Member<typeof colSizes> | null;
  children?: ReactNode;
}

/** A cell of a Table; in a header row, a heading. */
export function TableCell(props: TableCellProps) {
  const { id, children } = props;
  const tag = useContext(TableContext);
  const spans = useContext(SpanContext) && tag;
  const read = usePropReader(props);
  const width = read.length("width");
  // A cell without text is no heading: assistive technology would read nothing.
  const heading = tag === "th" && !isBlank(children);
  const Tag = (heading ? "th" : tag ? "td" : "div") as "td";
  return (
    <Tag
      {...nodeAttributes("Table.Cell", id)}
      data-align={read.enumAttribute("align", aligns, "start")}
      data-v-align={read.enumAttribute("vAlign", aligns, "start")}
      data-col-size={read.enumValue("colSize", colSizes)}
      style={{
        width,
        // Without it a long word, or a truncated text, would widen the column.
        maxWidth: width,
        ...paddingStyle(props.padding, read),
      }}
      scope={heading ? "col" : undefined}
      colSpan={spans ? spanOf(read.count("colSpan")) : undefined}
      rowSpan={spans ? spanOf(read.count("rowSpan")) : undefined}
    >
      <TableContext.Provider value={undefined}>
        <div className={classNameOf("TableCell-content", "col")}>
          {children}
        </div>
      </TableContext.Provider>
    </Tag>
  );
}

/** Whether the cell has no children, or only empty texts. */
function isBlank(children: ReactNode): boolean {
  return listOf(children).every((child) => jsonOf(child)["value"] === "");
}

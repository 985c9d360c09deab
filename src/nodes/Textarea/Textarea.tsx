import type { CSSProperties } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import { usePropReader } from "../../context/propReader.js";
import { TextControl } from "../../ui/TextControl.js";
import {
  controlAttributes,
  fieldVariants,
  gutterSizes,
  type ControlSize,
  type FieldVariant,
  type GutterSize,
} from "../../ui/values.js";

export interface TextareaProps extends NodeProps {
  /** The name of the value in the form; dots nest it: `"task.notes"`. */
  name: string;
  /** The text to start with. */
  defaultValue?: string | number | null;
  /** The form is not submitted without a value. @default false */
  required?: boolean | null;
  /** A regular expression that the whole value must match. */
  pattern?: string | null;
  /** Shown while the field is empty. */
  placeholder?: string | null;
  /** Height in lines. @default 3 */
  rows?: number | null;
  /** Grows with its text, up to `maxRows`. @default false */
  autoResize?: boolean | null;
  /** The greatest height in lines where it grows; then it scrolls. @default the greater of `rows` and 10 */
  maxRows?: number | null;
  /** @default "outline" */
  variant?: FieldVariant | null;
  /** Font size, corners and the height of one row as in Input: 3xs 22 … md 32 … 3xl 48 px. @default "md" */
  size?: ControlSize | null;
  /** Space before and after the text: 2xs 6, xs 8, sm 10, md 12, lg 14, xl 16 px. @default by `size` */
  gutterSize?: GutterSize | null;
  /** @default false */
  disabled?: boolean | null;
  /** Takes the focus when it first appears. @default false */
  autoFocus?: boolean | null;
  /** Selects its text when it first appears. @default false */
  autoSelect?: boolean | null;
  /** Lets password managers fill it in. @default false */
  allowAutofillExtensions?: boolean | null;
}

/** Several lines of text to fill in. */
export function Textarea(props: TextareaProps) {
  const read = usePropReader(props);
  const rows = read.count("rows") ?? 3;
  const maxRows = read.count("maxRows", rows) ?? Math.max(rows, 10);
  return (
    <TextControl
      type="Textarea"
      read={read}
      grows={read.boolean("autoResize")}
      box={{
        ...controlAttributes(read, fieldVariants),
        "data-gutter-size": read.enumValue("gutterSize", gutterSizes),
        "data-auto-resize": read.booleanAttribute("autoResize"),
      }}
      control={{
        className: "wr-Control",
        rows,
        style: { "--wr-rows": rows, "--wr-max-rows": maxRows } as CSSProperties,
      }}
    />
  );
}

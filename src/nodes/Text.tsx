import type { CSSProperties } from "react";
import { styleContext, useHost } from "../context.js";
import { length, toNumber } from "../core/style.js";
import { isObject, toText } from "../core/tree.js";
import { EditableText, type Editable } from "../parts/EditableText.js";
import { useText, type TextProps as Shared } from "../parts/text.js";
import { closed, flag, isTrue, oneOf } from "../parts/values.js";

type TextSize = "xs" | "sm" | "md" | "lg" | "xl";

export interface TextProps extends Shared {
  /** xs 12, sm 14, md 16, lg 18, xl 20 px. @default "md" */
  size?: TextSize | null;
  /** 400, 500, 600, 700. @default "normal" */
  weight?: Shared["weight"];
  /** A text token, a palette step, or CSS. @default "prose" */
  color?: Shared["color"];
  /** @default false */
  italic?: boolean | null;
  /** @default false */
  lineThrough?: boolean | null;
  /** More text is on its way. @default false */
  streaming?: boolean | null;
  /** Px, or CSS. */
  width?: number | string | null;
  /** Lines whose height is kept free; more than one makes an editable text multi-line. */
  minLines?: number | null;
  /** A field of the form, edited in place; `true`: named by the node's `id`, else its `key`. @default false */
  editable?: boolean | Editable | null;
}

const sizes = closed("xs sm md lg xl");

/** Plain text. Line breaks are kept. */
export function Text(props: TextProps) {
  const host = useHost();
  const context = styleContext(host, props.node);
  const editable = useEditable(props);
  const attributes = useText(
    "Text",
    // A field shows all of its text.
    editable ? { ...props, truncate: false, maxLines: undefined } : props,
    oneOf(sizes, props.size, "md"),
  );
  const value = toText(props.value);
  const minLines = toNumber(props.minLines);
  const style: CSSProperties = { ...attributes.style };
  const width = length(props.width, context, "width");
  if (width !== undefined) style.width = width;
  if (minLines !== undefined) style.minHeight = `${minLines}lh`;
  if (value === "" && minLines === undefined && !editable) return null;
  const shared = {
    ...attributes,
    "data-italic": flag(props.italic),
    "data-line-through": flag(props.lineThrough),
    "data-streaming": flag(props.streaming),
    "data-sized": width === undefined ? undefined : "width",
    style,
  };
  return editable ? (
    <EditableText
      {...shared}
      {...editable}
      data-editable=""
      data-readonly={host.settings.interactive ? undefined : ""}
      authored={value}
      lines={linesOf(value, minLines)}
    />
  ) : (
    <div {...shared}>{value}</div>
  );
}

/** A line break of the author's needs lines as much as `minLines` does. */
function linesOf(value: string, minLines: number | undefined) {
  if (minLines !== undefined && minLines > 1) return Math.round(minLines);
  return value.includes("\n") ? 1 : undefined;
}

/** How the text is edited, and the name of its value; `undefined` if it is not. */
function useEditable({ editable, id, node }: TextProps) {
  const { report } = useHost();
  const options: Partial<Editable> = isObject(editable)
    ? (editable as Editable)
    : {};
  const asked = options === editable || isTrue(editable);
  const key = (node as { key?: unknown } | undefined)?.key;
  const name = toText(options.name) || toText(id) || toText(key);
  const nameless = asked && name === "";
  if (nameless) {
    report({
      code: "field-name",
      message:
        'A Text is editable but has no name for its value, so it is shown read-only. Give it an "editable.name", or an "id".',
      node,
    });
  }
  return asked && !nameless ? { name, options } : undefined;
}

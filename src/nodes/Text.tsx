import type { CSSProperties } from "react";
import { styleContext, useHost } from "../context.js";
import { length, toNumber } from "../core/style.js";
import { toText } from "../core/tree.js";
import { useText, type TextProps as Shared } from "../parts/text.js";
import { flag } from "../parts/values.js";

export interface TextProps extends Shared {
  /** xs 12, sm 14, md 16, lg 18, xl 20 px. @default "md" */
  size?: "xs" | "sm" | "md" | "lg" | "xl" | null;
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
  /** Lines whose height is kept free; makes an editable text multi-line. */
  minLines?: number | null;
}

/** Plain text. Line breaks are kept. */
export function Text(props: TextProps) {
  const context = styleContext(useHost(), props.node);
  const attributes = useText("Text", props, props.size ?? "md");
  const value = toText(props.value);
  const minLines = toNumber(props.minLines);
  const style: CSSProperties = { ...attributes.style };
  const width = length(props.width, context, "width");
  if (width !== undefined) style.width = width;
  if (minLines !== undefined) style.minHeight = `${minLines}lh`;
  if (value === "" && minLines === undefined) return null;
  return (
    <div
      {...attributes}
      data-italic={flag(props.italic)}
      data-line-through={flag(props.lineThrough)}
      data-streaming={flag(props.streaming)}
      data-sized={width === undefined ? undefined : "width"}
      style={style}
    >
      {value}
    </div>
  );
}

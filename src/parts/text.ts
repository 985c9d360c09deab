import type { CSSProperties } from "react";
import { styleContext, useHost, type NodeProps } from "../context.js";
import { color, toNumber, type ColorValue } from "../core/style.js";
import { toText } from "../core/tree.js";
import { nodeAttributes } from "./attributes.js";
import { longWord } from "./longWord.js";
import { closed, isTrue, oneOf } from "./values.js";

type Weight = "normal" | "medium" | "semibold" | "bold";
type TextAlign = "start" | "center" | "end";

const weights = closed("normal medium semibold bold");
const alignments = closed("start center end");

/** What Title, Text and Caption share. */
export interface TextProps extends NodeProps {
  /** Plain text; a number is taken as text. */
  value: string | number;
  /** A text token, a palette step, or CSS. */
  color?: ColorValue | null;
  /** 400, 500, 600, 700. */
  weight?: Weight | null;
  /** @default "start" */
  textAlign?: TextAlign | null;
  /** One line, with an ellipsis. @default false */
  truncate?: boolean | null;
  /** Lines before the text is cut with an ellipsis. */
  maxLines?: number | null;
}

type TextAttributes = ReturnType<typeof nodeAttributes> & {
  style?: CSSProperties;
};

/** The attributes of a text node. */
export function useText(type: string, props: TextProps, size: string) {
  const context = styleContext(useHost(), props.node);
  let style: CSSProperties | undefined;
  const ink = color(props.color, "text", context);
  if (ink !== undefined) style = { color: ink };
  const maxLines = toNumber(props.maxLines) ?? 0;
  const lines = Math.round(maxLines);
  if (lines > 1) style = { ...style, WebkitLineClamp: lines };
  const attributes: TextAttributes = nodeAttributes(type, props.id, {
    "data-size": size,
    "data-weight": oneOf(weights, props.weight),
    "data-align": oneOf(alignments, props.textAlign),
    "data-lines":
      lines > 1
        ? "many"
        : maxLines > 0 || isTrue(props.truncate)
          ? "one"
          : undefined,
    "data-long": longWord(toText(props.value)),
  });
  if (style) attributes.style = style;
  return attributes;
}

import type { CSSProperties } from "react";
import type { NodeProps } from "../context/WidgetContext.js";
import type { ColorValue } from "../core/style/value.js";
import { enumOf, type Member } from "../core/json.js";
import type { PropReader } from "../context/propReader.js";
import { nodeAttributes, type NodeAttributes } from "./nodeAttributes.js";
import { wordAttributes } from "./wordAttributes.js";

const weights = enumOf("normal medium semibold bold");
const alignments = enumOf("start center end");

/** What Title, Text and Caption share. */
export interface TextProps extends NodeProps {
  /** Plain text; a number is taken as text. */
  value: string | number;
  /** A text token, a palette step, or CSS. */
  color?: ColorValue | null;
  /** 400, 500, 600, 700. */
  weight?: Member<typeof weights> | null;
  /** @default "start" */
  textAlign?: Member<typeof alignments> | null;
  /** Shows one line; a longer text ends with an ellipsis. @default false */
  truncate?: boolean | null;
  /** The most lines that are shown; a longer text ends with an ellipsis. */
  maxLines?: number | null;
}

interface TextAttributes extends NodeAttributes {
  dir?: "auto";
}

/** The attributes of a text node. */
export function textAttributes(
  type: string,
  read: PropReader,
  sizes: ReadonlySet<string>,
  /** The look of the class alone. */
  { size, weight }: { size: string; weight?: Member<typeof weights> },
  /** Whether the text may be cut. */
  mayCut = true,
) {
  let style: CSSProperties | undefined;
  const text = read.text("value");
  const color = read.color("color", "text");
  if (color !== undefined) style = { color };
  const lines = (mayCut && read.count("maxLines")) || 0;
  if (lines > 1) style = { ...style, WebkitLineClamp: lines };
  const isCut = lines > 0 || (mayCut && read.boolean("truncate"));
  const attributes: TextAttributes = nodeAttributes(type, read.props["id"], {
    "data-size": read.enumAttribute("size", sizes, size),
    "data-weight": read.enumAttribute("weight", weights, weight),
    "data-align": read.enumAttribute("textAlign", alignments, "start"),
    "data-lines": lines > 1 ? "many" : isCut ? "one" : undefined,
    ...wordAttributes(text, mayCut),
  });
  // The end that is cut is the one of the text, in a page of the other direction as well.
  if (isCut) attributes.dir = "auto";
  if (style) attributes.style = style;
  return attributes;
}

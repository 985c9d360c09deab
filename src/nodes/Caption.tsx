import { toText } from "../core/tree.js";
import { useText, type TextProps } from "../parts/text.js";
import { closed, oneOf } from "../parts/values.js";

type CaptionSize = "sm" | "md" | "lg";

export interface CaptionProps extends TextProps {
  /** sm 10, md 12, lg 14 px. @default "md" */
  size?: CaptionSize | null;
  /** 400, 500, 600, 700. @default "normal" */
  weight?: Required<TextProps>["weight"];
  /** A text token, a palette step, or CSS. @default "secondary" */
  color?: Required<TextProps>["color"];
}

const sizes = closed("sm md lg");

/** Small print. */
export function Caption(props: CaptionProps) {
  const attributes = useText("Caption", props, oneOf(sizes, props.size, "md"));
  const value = toText(props.value);
  return value === "" ? null : <div {...attributes}>{value}</div>;
}

import { enumOf, type Member } from "../../core/json.js";
import { elementOf } from "../../ui/elementOf.js";
import { defineView } from "../../ui/defineView.js";
import { textAttributes, type TextProps } from "../../ui/textAttributes.js";

const sizes = enumOf("sm md lg");

export interface CaptionProps extends TextProps {
  /** sm 10, md 12, lg 14 px. @default "md" */
  size?: Member<typeof sizes> | null;
  /** 400, 500, 600, 700. @default "normal" */
  weight?: Required<TextProps>["weight"];
  /** A text token, a palette step, or CSS. @default "secondary" */
  color?: Required<TextProps>["color"];
}

/** Small text: a note, a source, a date. */
export const Caption = defineView(function Caption(props: CaptionProps, read) {
  const attributes = textAttributes("Caption", read, sizes, { size: "md" });
  const value = read.text("value", true);
  return value === "" ? null : elementOf("div", attributes, read, value);
});

import { enumOf, type Member } from "../../core/json.js";
import { elementOf } from "../../ui/elementOf.js";
import { defineView } from "../../ui/defineView.js";
import { textAttributes, type TextProps } from "../../ui/textAttributes.js";

const sizes = enumOf("xs sm md lg xl 2xl 3xl 4xl 5xl");

export interface TitleProps extends TextProps {
  /** xs 16, sm 18, md 20, lg 24, xl 32, 2xl 36, 3xl 48, 4xl 60, 5xl 72 px. @default "md" */
  size?: Member<typeof sizes> | null;
  /** 400, 500, 600, 700. @default "medium" */
  weight?: Required<TextProps>["weight"];
  /** A text token, a palette step, or CSS. @default "prose" */
  color?: Required<TextProps>["color"];
}

/** A heading. Its level on the page is the host's setting `headingLevel`. */
export const Title = defineView(function Title(props: TitleProps, read) {
  const attributes = textAttributes("Title", read, sizes, {
    size: "md",
    weight: "medium",
  });
  const Heading = `h${read.context.settings.headingLevel}` as const;
  const value = read.text("value", true);
  return value === "" ? null : elementOf(Heading, attributes, read, value);
});

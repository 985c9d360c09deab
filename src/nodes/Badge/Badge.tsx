import { enumOf, type Member } from "../../core/json.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import { elementOf } from "../../ui/elementOf.js";
import { defineView } from "../../ui/defineView.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";

const colors = enumOf("secondary success danger warning info discovery");
const variants = enumOf("soft solid outline");
const sizes = enumOf("sm md lg");

export interface BadgeProps extends NodeProps {
  /** A number is taken as text. */
  label: string | number;
  /** @default "secondary" */
  color?: Member<typeof colors> | null;
  /** @default "soft" */
  variant?: Member<typeof variants> | null;
  /** Height: sm 20, md 22, lg 24 px. @default "sm" */
  size?: Member<typeof sizes> | null;
  /** Fully rounded. @default true */
  pill?: boolean | null;
}

/**
 * A label of more characters is long: it may shrink in a crowded row. The end that is
 * cut is that of the text, so it has an element with the text's direction.
 */
const LONG_LABEL = 20;

/** A word or two about what is beside it: a state, a kind, a count. */
export const Badge = defineView(function Badge(props: BadgeProps, read) {
  const text = read.text("label", true);
  if (text === "") return null;
  const isLong = text.length > LONG_LABEL;
  const attributes = nodeAttributes("Badge", props.id, {
    "data-color": read.enumAttribute("color", colors, "secondary"),
    "data-variant": read.enumAttribute("variant", variants, "soft"),
    "data-size": read.enumAttribute("size", sizes, "sm"),
    "data-pill": read.booleanAttribute("pill", true),
    "data-long": isLong ? "" : undefined,
  });
  const label = isLong ? (
    <span className="wr-Badge-label" dir="auto">
      {text}
    </span>
  ) : (
    text
  );
  return elementOf("span", attributes, read, label);
});

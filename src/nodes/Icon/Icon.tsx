// First: src/ui/Icon.tsx says why.
import { iconView } from "../../ui/Icon.js";
import { enumOf, type Member } from "../../core/json.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { ColorValue } from "../../core/style/value.js";
import { defineView } from "../../ui/defineView.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";

const sizes = enumOf("xs sm md lg xl 2xl 3xl");

export interface IconProps extends NodeProps {
  /** A name of a ChatKit icon, `lucide:<name>`, or a name in the host's `icons`. */
  name: string;
  /** A text token, a palette step, or CSS. @default "prose" */
  color?: ColorValue | null;
  /** xs 14, sm 16, md 18, lg 20, xl 22, 2xl 24, 3xl 32 px. @default "md" */
  size?: Member<typeof sizes> | null;
}

/** A picture beside a text; decorative, so assistive technology skips it. */
export const Icon = defineView(function Icon(props: IconProps, read) {
  return iconView(read.context, {
    name: read.text("name", true),
    node: read.node,
    // Without an icon there is no box either, so siblings are spaced without it.
    box: {
      ...nodeAttributes("Icon", props.id),
      "data-size": read.enumAttribute("size", sizes, "md"),
      style: { color: read.color("color", "text") },
    },
  });
});

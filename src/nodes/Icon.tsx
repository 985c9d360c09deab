import { useIcon } from "../parts/Icon.js";
import { styleContext, useHost, type NodeProps } from "../context.js";
import { color as cssColor, type ColorValue } from "../core/style.js";
import { nodeAttributes } from "../parts/attributes.js";
import { closed, oneOf } from "../parts/values.js";

type IconSize = "xs" | "sm" | "md" | "lg" | "xl" | "2xl" | "3xl";

export interface IconProps extends NodeProps {
  /** A name of ChatKit's, `lucide:<name>`, or one of the host's `icons`. */
  name: string;
  /** A text token, a palette step, or CSS. @default "prose" */
  color?: ColorValue | null;
  /** xs 14, sm 16, md 18, lg 20, xl 22, 2xl 24, 3xl 32 px. @default "md" */
  size?: IconSize | null;
}

const sizes = closed("xs sm md lg xl 2xl 3xl");

/** A drawing beside a text; decorative, so assistive technology skips it. */
export function Icon({ id, node, name, color, size }: IconProps) {
  const context = styleContext(useHost(), node);
  const drawing = useIcon({ name, node });
  // Without one no box either: for its siblings it is not there at all.
  return (
    drawing && (
      <span
        {...nodeAttributes("Icon", id)}
        data-size={oneOf(sizes, size, "md")}
        style={{ color: cssColor(color, "text", context) }}
      >
        {drawing}
      </span>
    )
  );
}

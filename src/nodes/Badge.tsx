import type { NodeProps } from "../context.js";
import { toText } from "../core/tree.js";
import { nodeAttributes } from "../parts/attributes.js";
import { closed, flag, oneOf } from "../parts/values.js";

type BadgeColor =
  "secondary" | "success" | "danger" | "warning" | "info" | "discovery";
type BadgeVariant = "soft" | "solid" | "outline";
type BadgeSize = "sm" | "md" | "lg";

export interface BadgeProps extends NodeProps {
  /** A number is taken as text. */
  label: string | number;
  /** @default "secondary" */
  color?: BadgeColor | null;
  /** @default "soft" */
  variant?: BadgeVariant | null;
  /** Height: sm 20, md 22, lg 24 px. @default "sm" */
  size?: BadgeSize | null;
  /** Fully rounded. @default true */
  pill?: boolean | null;
}

const colors = closed("secondary success danger warning info discovery");
const variants = closed("soft solid outline");
const sizes = closed("sm md lg");

/** A label of more characters gives way in a crowded row. */
const LONG = 20;

/** A word or two about what stands beside it: a state, a kind, a count. */
export function Badge({
  id,
  label,
  color,
  variant,
  size,
  pill = true,
}: BadgeProps) {
  const text = toText(label);
  return (
    <span
      {...nodeAttributes("Badge", id, {
        "data-color": oneOf(colors, color, "secondary"),
        "data-variant": oneOf(variants, variant, "soft"),
        "data-size": oneOf(sizes, size, "sm"),
        "data-pill": flag(pill),
        "data-long": text.length > LONG ? "" : undefined,
      })}
    >
      <span className="wr-Badge-label">{text}</span>
    </span>
  );
}

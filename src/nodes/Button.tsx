import { useHost, type NodeProps } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { toText } from "../core/tree.js";
import { nodeAttributes } from "../parts/attributes.js";
import { Icon } from "../parts/Icon.js";
import { Spinner } from "../parts/Spinner.js";
import {
  closed,
  controlSizes,
  controlVariants,
  flag,
  isTrue,
  oneOf,
  type ControlSize,
  type ControlVariant,
} from "../parts/values.js";
import { useAction } from "../useAction.js";

type ButtonColor =
  | "primary"
  | "secondary"
  | "info"
  | "discovery"
  | "success"
  | "caution"
  | "warning"
  | "danger";
type ButtonIconSize = "sm" | "md" | "lg" | "xl" | "2xl";

export interface ButtonProps extends NodeProps {
  /** Absent: the icon alone, which then gives the button its name. */
  label?: string | number | null;
  /** While the action runs the button shows it by default. */
  onClickAction?: ActionConfig | null;
  /** Submits the nearest form; `onClickAction` is then not used. @default false */
  submit?: boolean | null;
  /** A preset: primary is solid, secondary soft; `color` and `variant` win. */
  style?: "primary" | "secondary" | null;
  /** @default "primary" */
  color?: ButtonColor | null;
  /** @default "solid" */
  variant?: ControlVariant | null;
  /** Height: 3xs 22, 2xs 24, xs 26, sm 28, md 32, lg 36, xl 40, 2xl 44, 3xl 48 px. @default "lg" */
  size?: ControlSize | null;
  /** Fully rounded. @default true */
  pill?: boolean | null;
  /** As wide as high. @default false */
  uniform?: boolean | null;
  /** As wide as its container; block buttons in a Row share it. @default false */
  block?: boolean | null;
  /** @default false */
  disabled?: boolean | null;
  iconStart?: string | null;
  iconEnd?: string | null;
  /** sm 16, md 18, lg 20, xl 22, 2xl 24 px. @default by `size` */
  iconSize?: ButtonIconSize | null;
}

const iconSizes = closed("sm md lg xl 2xl");
const colors = closed(
  "primary secondary info discovery success caution warning danger",
);

/** A button: one thing the reader can do. */
export function Button({
  id,
  node,
  label,
  onClickAction,
  submit,
  style,
  color,
  variant,
  size,
  pill = true,
  uniform,
  block,
  disabled,
  iconStart,
  iconEnd,
  iconSize,
}: ButtonProps) {
  const { interactive } = useHost().settings;
  const { run, pending } = useAction(onClickAction, "self");
  const secondary = style === "secondary";
  const text = toText(label);
  const icon = text === "" ? toText(iconStart ?? iconEnd) : "";
  return (
    <button
      type={isTrue(submit) ? "submit" : "button"}
      {...nodeAttributes("Button", id)}
      data-color={oneOf(colors, color, secondary ? "secondary" : "primary")}
      data-variant={oneOf(
        controlVariants,
        variant,
        secondary ? "soft" : "solid",
      )}
      data-size={oneOf(controlSizes, size, "lg")}
      data-pill={flag(pill)}
      data-uniform={flag(isTrue(uniform) || icon !== "")}
      data-block={flag(block)}
      data-icon-size={oneOf(iconSizes, iconSize)}
      data-readonly={interactive ? undefined : ""}
      disabled={isTrue(disabled) || !interactive}
      // An icon alone says its name: "chevron-left" → "chevron left".
      aria-label={icon.replace(/^\w+:/, "").replaceAll("-", " ") || undefined}
      data-pending={pending ? "" : undefined}
      aria-busy={pending || undefined}
      onClick={isTrue(submit) ? undefined : run}
    >
      {iconStart && (
        <span className="wr-Button-icon">
          <Icon name={iconStart} node={node} />
        </span>
      )}
      {text !== "" && <span className="wr-Button-label">{text}</span>}
      {iconEnd && (
        <span className="wr-Button-icon">
          <Icon name={iconEnd} node={node} />
        </span>
      )}
      {pending && <Spinner />}
    </button>
  );
}

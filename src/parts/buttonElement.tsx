import { toText } from "../core/tree.js";
import { nodeAttributes, pendingAttributes } from "./attributes.js";
import type { ButtonProps } from "../nodes/Button.js";
import { Icon } from "./Icon.js";
import { Spinner } from "./Spinner.js";
import {
  closed,
  controlSizes,
  controlVariants,
  flag,
  isTrue,
  oneOf,
} from "./values.js";

const iconSizes = closed("sm md lg xl 2xl");
const colors = closed(
  "primary secondary info discovery success caution warning danger",
);

interface ButtonState {
  interactive: boolean;
  submits: boolean;
  pending: boolean;
  onClick: () => void;
}

/** A button as it looks, whatever it does. No component: there are many. */
export function buttonElement(
  {
    id,
    node,
    label,
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
  }: ButtonProps,
  { interactive, submits, pending, onClick }: ButtonState,
) {
  const secondary = style === "secondary";
  const text = toText(label);
  const icon = text === "" ? toText(iconStart ?? iconEnd) : "";
  return (
    <button
      type={submits ? "submit" : "button"}
      {...nodeAttributes("Button", id, {
        "data-color": oneOf(colors, color, secondary ? "secondary" : "primary"),
        "data-variant": oneOf(
          controlVariants,
          variant,
          secondary ? "soft" : "solid",
        ),
        "data-size": oneOf(controlSizes, size, "lg"),
        "data-pill": flag(pill),
        "data-uniform": flag(isTrue(uniform) || icon !== ""),
        "data-block": flag(block),
        "data-icon-size": oneOf(iconSizes, iconSize),
        "data-readonly": interactive ? undefined : "",
      })}
      disabled={isTrue(disabled) || !interactive}
      // An icon alone says its name: "chevron-left" → "chevron left".
      aria-label={
        icon === ""
          ? undefined
          : icon.replace(/^\w+:/, "").replaceAll("-", " ") || undefined
      }
      {...pendingAttributes(pending)}
      onClick={(event) => {
        // A form hears of it from the button, which shows that it runs.
        event.preventDefault();
        onClick();
      }}
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

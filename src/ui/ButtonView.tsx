import type { Given } from "../context/propReader.js";
import { nodeAttributes, pendingAttributes } from "./nodeAttributes.js";
import { Icon } from "./Icon.js";
import { Spinner } from "./Spinner.js";
import { closed, controlSizes, controlVariants } from "./values.js";

const iconSizes = closed("sm md lg xl 2xl");
const colors = closed(
  "primary secondary info discovery success caution warning danger",
);

const styles = closed("primary secondary");

const labelOf = (text: string) => (
  <span className="wr-Button-label">{text}</span>
);

export interface ButtonState {
  interactive: boolean;
  submits: boolean;
  pending: boolean;
  onClick: () => void;
}

/** A button as it looks, whatever it does. No component: there are many. */
export function buttonElement(
  given: Given,
  { interactive, submits, pending, onClick }: ButtonState,
) {
  const secondary = given.oneOf("style", styles, "primary") === "secondary";
  const start = given.text("iconStart");
  const end = given.text("iconEnd");
  const icon = start || end;
  const text = icon === "" ? given.content("label") : given.text("label");
  if (text === "" && icon === "") return null;
  // An icon alone says its name: "chevron-left" → "chevron left".
  const name =
    text === ""
      ? icon.replace(/^\w+:/, "").replaceAll("-", " ") || icon
      : undefined;
  const iconOf = (iconName: string) =>
    iconName && (
      <Icon
        name={iconName}
        node={given.node}
        box={{ className: "wr-Button-icon" }}
        otherwise={name && iconName === icon ? labelOf(name) : null}
      />
    );
  return (
    <button
      type={submits ? "submit" : "button"}
      {...nodeAttributes("Button", given.props["id"], {
        "data-color": given.oneOf(
          "color",
          colors,
          secondary ? "secondary" : "primary",
        ),
        "data-variant": given.oneOf(
          "variant",
          controlVariants,
          secondary ? "soft" : "solid",
        ),
        "data-size": given.oneOf("size", controlSizes, "lg"),
        "data-pill": given.flag("pill", true),
        "data-uniform": name === undefined ? given.flag("uniform") : "",
        "data-named": name === undefined ? undefined : "",
        "data-block": given.flag("block"),
        "data-icon-size": given.oneOf("iconSize", iconSizes),
        "data-readonly": interactive ? undefined : "",
      })}
      disabled={given.is("disabled") || !interactive}
      aria-label={name}
      {...pendingAttributes(pending)}
      onClick={(event) => {
        // A form hears of it from the button, which shows that it runs.
        event.preventDefault();
        onClick();
      }}
    >
      {iconOf(start)}
      {text !== "" && labelOf(text)}
      {iconOf(end)}
      {pending && <Spinner />}
    </button>
  );
}

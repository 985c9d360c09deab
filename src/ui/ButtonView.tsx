import { enumOf } from "../core/json.js";
import type { PropReader } from "../context/propReader.js";
import { nodeAttributes, pendingAttributes } from "./nodeAttributes.js";
import { iconView } from "./Icon.js";
import { Spinner } from "./Spinner.js";
import { controlSizes, controlVariants } from "./values.js";

export const buttonIconSizes = enumOf("sm md lg xl 2xl");
export const buttonColors = enumOf(
  "primary secondary info discovery success caution warning danger",
);
export const buttonStyles = enumOf("primary secondary");

/**
 * A label of more characters may be cut, at the end of its text. So it has an element with
 * the text's direction, as it has beside an icon.
 */
const SHORT_LABEL = 20;

const labelOf = (text: string) => (
  <span className="wr-Button-label" dir="auto">
    {text}
  </span>
);

export interface ButtonState {
  interactive: boolean;
  submits: boolean;
  pending: boolean;
  onClick: (button: Element) => void;
}

/** How a button looks, for a Button and for the footer of a Card. */
export function buttonView(
  read: PropReader,
  { interactive, submits, pending, onClick }: ButtonState,
) {
  const secondary =
    read.enumValue("style", buttonStyles, "primary") === "secondary";
  const start = read.text("iconStart");
  const end = read.text("iconEnd");
  const icon = start || end;
  const text = icon === "" ? read.content("label") : read.text("label");
  const isEmpty = text === "" && icon === "";
  // Room for a label that is still to come.
  if (isEmpty && read.context.renderProps().growth !== "growing") return null;
  // The name of an icon is the label of a button without text: "chevron-left" →
  // "chevron left".
  const name =
    text === ""
      ? icon.replace(/^\w+:/, "").replaceAll("-", " ") || icon
      : undefined;
  const iconOf = (iconName: string) =>
    iconView(read.context, {
      name: iconName,
      node: read.node,
      box: { className: "wr-Button-icon" },
      otherwise: name && iconName === icon ? labelOf(name) : null,
    });
  const disabled = read.boolean("disabled") || !interactive || isEmpty;
  const attributes = nodeAttributes("Button", read.props["id"], {
    "data-color": read.enumAttribute(
      "color",
      buttonColors,
      "primary",
      secondary ? "secondary" : "primary",
    ),
    "data-variant": read.enumAttribute(
      "variant",
      controlVariants,
      "solid",
      secondary ? "soft" : "solid",
    ),
    "data-size": read.enumAttribute("size", controlSizes, "lg"),
    "data-pill": read.booleanAttribute("pill", true),
    "data-uniform": name === undefined ? read.booleanAttribute("uniform") : "",
    "data-named": name === undefined ? undefined : "",
    "data-block": read.booleanAttribute("block"),
    "data-icon-size": read.enumAttribute("iconSize", buttonIconSizes),
    "data-readonly": interactive ? undefined : "",
  });
  return (
    <button
      type={submits ? "submit" : "button"}
      {...attributes}
      disabled={disabled || undefined}
      aria-hidden={isEmpty || undefined}
      aria-label={name}
      {...pendingAttributes(pending)}
      onClick={(event) => {
        // `onClick` submits the form, not the browser, so that this button can show that
        // the action runs.
        event.preventDefault();
        onClick(event.currentTarget);
      }}
    >
      {icon === "" && !pending && text.length <= SHORT_LABEL ? (
        text
      ) : (
        <>
          {iconOf(start)}
          {text !== "" && labelOf(text)}
          {iconOf(end)}
          {pending && <Spinner />}
        </>
      )}
    </button>
  );
}

import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { useHost, type NodeProps } from "../context.js";
import { toText } from "../core/tree.js";
import { useFieldAttributes } from "./field.js";
import type { Popup, PopupProps } from "./popup.js";
import {
  controlSizes,
  controlVariants,
  flag,
  isTrue,
  oneOf,
  type ControlSize,
  type ControlVariant,
} from "./values.js";

/** What Select and DatePicker share. */
export interface TriggerProps extends NodeProps {
  /** The name of the value in the form; dots nest it: `"task.due"`. */
  name: string;
  /** @default "outline" */
  variant?: ControlVariant | null;
  /** Height: 3xs 22, 2xs 24, xs 26, sm 28, md 32, lg 36, xl 40, 2xl 44, 3xl 48 px. @default "md" */
  size?: ControlSize | null;
  /** Fully rounded. @default false */
  pill?: boolean | null;
  /** As wide as its container. @default false */
  block?: boolean | null;
  /** Adds a button that empties the field. @default false */
  clearable?: boolean | null;
  /** @default false */
  disabled?: boolean | null;
}

interface Props<Part extends PopupProps> {
  type: string;
  props: TriggerProps;
  /** What the trigger opens, and how assistive technology calls that. */
  popup: Popup<Part>;
  opens: "listbox" | "dialog";
  icon?: ReactNode;
  /** What the trigger shows while there is no value. */
  placeholder: string;
  /** What the field is called where it has no Label. */
  fallback: unknown;
  /** What the trigger shows of `value`. */
  text: string;
  /** What the form gets; nothing while there is none. */
  value: string | undefined;
  onClear: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLButtonElement>) => void;
  /** Draws the popup while it is open. */
  children: (
    shared: PopupProps,
    Part: NonNullable<Popup<Part>["Part"]>,
  ) => ReactNode;
}

/**
 * A field that shows its value and opens something to change it. The button
 * stands from the first drawing on, whatever is still being loaded.
 */
export function Trigger<Part extends PopupProps>({
  type,
  props,
  popup,
  opens,
  icon,
  placeholder,
  fallback,
  text,
  value,
  onClear,
  onKeyDown,
  children,
}: Props<Part>) {
  const { labels, interactive } = useHost().settings;
  const field = useFieldAttributes(props.name, fallback);
  const [valueId, clearId, popupId] = [
    `${field.id}-value`,
    `${field.id}-clear`,
    `${field.id}-popup`,
  ];
  const called = field["aria-label"] ?? placeholder;
  const disabled = isTrue(props.disabled);
  const filled = value !== undefined;
  const clearable =
    isTrue(props.clearable) && filled && !disabled && interactive;
  const { anchor } = popup;
  const combobox = type === "Select";
  return (
    <div
      className={`wr-${type}`}
      data-node={type}
      data-node-id={props.id ?? undefined}
      data-variant={oneOf(controlVariants, props.variant, "outline")}
      data-size={oneOf(controlSizes, props.size, "md")}
      data-pill={flag(props.pill)}
      data-block={flag(props.block)}
      data-open={anchor ? "" : undefined}
      data-empty={filled ? undefined : ""}
      data-clearable={clearable ? "" : undefined}
      data-disabled={disabled ? "" : undefined}
      data-readonly={interactive ? undefined : ""}
    >
      <button
        type="button"
        id={field.id}
        className="wr-Trigger"
        role={combobox ? "combobox" : undefined}
        aria-haspopup={opens}
        aria-expanded={anchor !== undefined}
        aria-controls={anchor ? popupId : undefined}
        // The text of a combobox is its value; that of a button is its name.
        aria-label={combobox ? called : undefined}
        aria-labelledby={
          combobox
            ? field["aria-labelledby"]
            : ids(field["aria-labelledby"], valueId)
        }
        disabled={disabled || !interactive}
        onPointerEnter={popup.prefetch}
        onFocus={popup.prefetch}
        onBlur={() => popup.anchor && !popup.Part && popup.close()}
        onClick={(event) => {
          if (isFromLabel(event)) event.currentTarget.focus();
          else if (anchor) popup.close();
          else popup.open(event.currentTarget);
        }}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (!event.defaultPrevented) handleKey(event);
        }}
        // Firefox clicks at the end of a press whose start was taken.
        onKeyUp={(event) => event.key === " " && event.preventDefault()}
      >
        {icon && <span className="wr-Trigger-icon">{icon}</span>}
        <span id={valueId} className="wr-Trigger-text">
          {filled ? text : placeholder}
        </span>
        <Chevron />
      </button>
      {clearable && (
        <button
          type="button"
          id={clearId}
          className="wr-Trigger-clear"
          aria-label={labels.clear}
          aria-labelledby={ids(clearId, field["aria-labelledby"], valueId)}
          onClick={(event) => {
            // This button goes with the value.
            const control = event.currentTarget.parentElement;
            onClear();
            control?.querySelector("button")?.focus();
          }}
        >
          <Cross />
        </button>
      )}
      {filled && toText(props.name) !== "" && (
        <input
          type="hidden"
          name={props.name}
          value={value}
          disabled={disabled}
        />
      )}
      {anchor &&
        popup.Part &&
        children(
          {
            anchor,
            id: popupId,
            label: {
              "aria-label": called,
              "aria-labelledby": field["aria-labelledby"],
            },
            onClose: popup.close,
          },
          popup.Part,
        )}
    </div>
  );

  function handleKey(event: KeyboardEvent<HTMLButtonElement>) {
    switch (event.key) {
      case " ":
      case "ArrowDown":
      case "ArrowUp":
        popup.open(event.currentTarget);
        break;
      case "Enter":
        submitForm(event.currentTarget.form);
        break;
      case "Backspace":
      case "Delete":
        if (!clearable) return;
        onClear();
        break;
      case "Escape":
        if (!anchor) return;
        popup.close();
        break;
      default:
        return;
    }
    event.preventDefault();
  }
}

/**
 * A click on the Label is passed on to the field, with the place where it was:
 * as with a native select it is to focus, not to open.
 */
function isFromLabel(event: MouseEvent<HTMLElement>): boolean {
  const { left, right, top, bottom } =
    event.currentTarget.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return event.detail > 0 && (x < left || x > right || y < top || y > bottom);
}

function ids(...list: (string | undefined)[]): string {
  return list.filter((id) => id !== undefined).join(" ");
}

/** As Enter in a text field does: by the form's first submit button. */
function submitForm(form: HTMLFormElement | null) {
  const button = Array.from(form?.elements ?? []).find(
    (element): element is HTMLButtonElement | HTMLInputElement =>
      "type" in element &&
      (element.type === "submit" || element.type === "image"),
  );
  if (button) button.click();
  else form?.requestSubmit();
}

function Chevron() {
  return (
    <svg
      className="wr-Trigger-chevron"
      viewBox="0 0 8 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="m1 4.25 3-3 3 3M1 7.75l3 3 3-3" />
    </svg>
  );
}

function Cross() {
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="m1.5 1.5 7 7m0-7-7 7" />
    </svg>
  );
}

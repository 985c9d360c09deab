import type { ButtonHTMLAttributes, ReactNode } from "react";
import { useHost, type NodeProps } from "../context.js";
import { join } from "./join.js";
import { toText } from "../core/tree.js";
import { nodeAttributes } from "./attributes.js";
import { useFieldAttributes } from "./field.js";
import { Icon } from "./Icon.js";
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
  /** Shown while there is no value. */
  placeholder?: string | null;
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

/** A field and what it holds. */
export interface TriggerState {
  type: "Select" | "DatePicker";
  /** Of the node. */
  props: TriggerProps;
  /** What the form gets; nothing while there is none. */
  value: string | undefined;
  /** What the field shows of `value`. */
  text: string | undefined;
}

interface TriggerBoxProps extends TriggerState {
  /** What makes the button act. Without it the code is still being loaded. */
  button?: ButtonHTMLAttributes<HTMLButtonElement>;
  children?: ReactNode;
}

/** What follows from the state of a field. */
export function useTrigger({ type, props, value }: TriggerState) {
  const { labels, interactive } = useHost().settings;
  const field = useFieldAttributes(props.name, props.placeholder);
  const placeholder =
    toText(props.placeholder) ||
    labels[type === "Select" ? "selectPlaceholder" : "datePlaceholder"];
  const disabled = isTrue(props.disabled);
  return {
    id: field.id,
    valueId: `${field.id}-value`,
    labelId: field["aria-labelledby"],
    called: field["aria-label"] ?? placeholder,
    placeholder,
    disabled,
    clearable:
      isTrue(props.clearable) &&
      value !== undefined &&
      !disabled &&
      interactive,
  };
}

/** A Select or a DatePicker as it stands from the first drawing on. */
export function TriggerBox({ button, children, ...state }: TriggerBoxProps) {
  const { type, props, value, text } = state;
  const { interactive } = useHost().settings;
  const { id, valueId, labelId, called, placeholder, disabled, clearable } =
    useTrigger(state);
  const combobox = type === "Select";
  const acts = interactive && button !== undefined;
  return (
    <div
      {...nodeAttributes(type, props.id)}
      data-variant={oneOf(controlVariants, props.variant, "outline")}
      data-size={oneOf(controlSizes, props.size, "md")}
      data-pill={flag(props.pill)}
      data-block={flag(props.block)}
      data-open={flag(button?.["aria-expanded"])}
      data-empty={value === undefined ? "" : undefined}
      data-clearable={flag(clearable)}
      data-disabled={flag(disabled)}
      data-readonly={acts ? undefined : ""}
    >
      <button
        aria-haspopup={combobox ? "listbox" : "dialog"}
        aria-expanded={false}
        {...button}
        type="button"
        id={id}
        className="wr-Trigger"
        role={combobox ? "combobox" : undefined}
        // The text of a combobox is its value; that of a button is its name.
        aria-label={combobox ? called : undefined}
        aria-labelledby={combobox ? labelId : join(labelId, valueId)}
        disabled={disabled || !acts}
      >
        {!combobox && (
          <span className="wr-Trigger-icon">
            <Icon name="calendar" />
          </span>
        )}
        <span id={valueId} className="wr-Trigger-text">
          {value === undefined ? placeholder : text}
        </span>
        <Chevron />
      </button>
      {value !== undefined && toText(props.name) !== "" && (
        <input
          type="hidden"
          name={props.name}
          value={value}
          disabled={disabled}
        />
      )}
      {children}
    </div>
  );
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

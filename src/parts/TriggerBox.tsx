import type { ButtonHTMLAttributes, ReactNode } from "react";
import clsx from "clsx";
import { useHost, type NodeProps } from "../context.js";
import { toText } from "../core/tree.js";
import { called as calledBy, nameAttribute } from "./field.js";
import { FieldError } from "./FieldError.js";
import type { FieldEntry } from "../form.js";
import type { Field } from "../useField.js";
import { nodeAttributes, pendingAttributes } from "./attributes.js";
import { Icon } from "./Icon.js";
import { Spinner } from "./Spinner.js";
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
  /** Its value is `null` while nothing is chosen. */
  field: Field<string | null>;
  /** What the field shows of its value. */
  text: string | undefined;
  /** Shows that the action of a change runs. @default false */
  pending?: boolean;
}

interface TriggerBoxProps extends TriggerState {
  /** What makes the button act. Without it its code is still being loaded. */
  button?: ButtonHTMLAttributes<HTMLButtonElement>;
  children?: ReactNode;
}

/** What follows from the state of a field. */
export function useTrigger({ type, props, field }: TriggerState) {
  const { labels, interactive } = useHost().settings;
  const named = calledBy(props.name, field, props.placeholder);
  const placeholder =
    toText(props.placeholder) ||
    labels[type === "Select" ? "selectPlaceholder" : "datePlaceholder"];
  const disabled = isTrue(props.disabled);
  return {
    id: field.control.id,
    valueId: `${field.control.id}-value`,
    labelId: named["aria-labelledby"],
    called: named["aria-label"] ?? placeholder,
    placeholder,
    disabled,
    clearable:
      isTrue(props.clearable) &&
      field.value !== null &&
      !disabled &&
      interactive,
  };
}

/** A Select or a DatePicker as it stands from the first drawing on. */
export function TriggerBox({ button, children, ...state }: TriggerBoxProps) {
  const { type, props, field, text, pending = false } = state;
  const { interactive } = useHost().settings;
  const { valueId, labelId, called, placeholder, disabled, clearable } =
    useTrigger(state);
  const combobox = type === "Select";
  const empty = field.value === null;
  return (
    <div
      {...field.root}
      {...nodeAttributes(type, props.id)}
      data-variant={oneOf(controlVariants, props.variant, "outline")}
      data-size={oneOf(controlSizes, props.size, "md")}
      data-pill={flag(props.pill)}
      data-block={flag(props.block)}
      data-open={flag(button?.["aria-expanded"])}
      data-empty={flag(empty)}
      data-clearable={flag(clearable)}
      data-disabled={flag(disabled)}
      data-readonly={interactive ? undefined : ""}
      data-invalid={flag(field.error !== undefined)}
      {...pendingAttributes(pending)}
    >
      <button
        aria-haspopup={combobox ? "listbox" : "dialog"}
        aria-expanded={false}
        // Whoever is to open it before its code is there waits for that.
        onClick={() => knock(field.entry, true)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            knock(field.entry, true);
          }
        }}
        {...button}
        {...field.control}
        type="button"
        className="wr-Trigger"
        role={combobox ? "combobox" : undefined}
        // The text of a combobox is its value; that of a button is its name.
        aria-label={combobox ? called : undefined}
        aria-labelledby={combobox ? labelId : clsx(labelId, valueId)}
        disabled={disabled || !interactive}
      >
        {!combobox && (
          <span className="wr-Trigger-icon">
            <Icon name="calendar" />
          </span>
        )}
        <span id={valueId} className="wr-Trigger-text">
          {empty ? placeholder : text}
        </span>
        {pending ? <Spinner /> : <Chevron />}
      </button>
      {!empty && nameAttribute(props.name) && (
        <input
          type="hidden"
          name={nameAttribute(props.name)}
          value={field.value ?? ""}
          disabled={disabled}
        />
      )}
      {children}
      <FieldError field={field} />
    </div>
  );
}

/** Whether the field was to open before it could, until it is told that it did. */
export function knock(entry: FieldEntry, on: boolean): boolean {
  const knocked = entry.knocked ?? false;
  entry.knocked = on;
  return knocked;
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

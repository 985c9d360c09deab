import type { ButtonHTMLAttributes, ReactNode } from "react";
import { useHost, type NodeProps } from "../context.js";
import { toText } from "../core/tree.js";
import { FieldBox } from "./FieldBox.js";
import { nameAttribute } from "./nameAttribute.js";
import type { FieldEntry } from "../form.js";
import { Icon } from "./Icon.js";
import { Spinner } from "./Spinner.js";
import type { Choice } from "./useChoice.js";
import {
  controlLook,
  controlVariants,
  flag,
  isTrue,
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
  field: Choice;
  /** What the field shows of its value. */
  text: string | null | undefined;
}

interface TriggerBoxProps extends TriggerState {
  /** What makes the button act. Without it its code is still being loaded. */
  button?: ButtonHTMLAttributes<HTMLButtonElement>;
  children?: ReactNode;
}

/** What follows from the state of a field. */
export function useTrigger({ type, props, field }: TriggerState) {
  const { labels } = useHost().settings;
  const own = toText(props.placeholder);
  const placeholder =
    own || labels[type === "Select" ? "selectPlaceholder" : "datePlaceholder"];
  return {
    placeholder,
    valueId: `${field.control.id}-value`,
    label: {
      "aria-labelledby": field.labelId,
      "aria-label": own || toText(props.name) || placeholder,
    },
    clearable:
      isTrue(props.clearable) && field.value !== null && !field.disabled,
  };
}

/** A Select or a DatePicker as it stands from the first drawing on. */
export function TriggerBox({ button, children, ...state }: TriggerBoxProps) {
  const { type, props, field, text } = state;
  const { value } = field;
  const { placeholder, valueId, label, clearable } = useTrigger(state);
  const name = nameAttribute(props.name);
  const knocks = () => knock(field.entry, true);
  return (
    <FieldBox
      type={type}
      props={props}
      field={field}
      {...controlLook(props, controlVariants)}
      data-pill={flag(props.pill)}
      data-block={flag(props.block)}
      data-open={flag(button?.["aria-expanded"])}
      data-empty={flag(value === null)}
      data-clearable={flag(clearable)}
      data-invalid={field.error && ""}
    >
      <button
        aria-expanded={false}
        // Whoever is to open it before its code is there waits for that.
        onClick={knocks}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            knocks();
          }
        }}
        {...(type === "Select"
          ? { role: "combobox", "aria-haspopup": "listbox", ...label }
          : {
              "aria-haspopup": "dialog",
              // The text of a combobox is its value; that of a button its name.
              "aria-labelledby": `${field.labelId} ${valueId}`,
            })}
        {...button}
        {...field.control}
        type="button"
        className="wr-Trigger"
        disabled={field.disabled}
      >
        {type === "DatePicker" && (
          <span className="wr-Trigger-icon">
            <Icon name="calendar" />
          </span>
        )}
        <span id={valueId} className="wr-Trigger-text">
          {value === null ? placeholder : text}
        </span>
        {field.pending ? <Spinner /> : <Chevron />}
      </button>
      {value !== null && name && (
        <input
          type="hidden"
          name={name}
          value={value}
          disabled={isTrue(props.disabled)}
        />
      )}
      {children}
    </FieldBox>
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

import {
  useRef,
  useState,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type RefObject,
} from "react";
import type { NodeProps } from "../context/WidgetContext.js";
import type { PropReader } from "../context/propReader.js";
import { pressEnter, useForm } from "../forms/FormContext.js";
import { FieldRoot } from "./FieldRoot.js";
import { nameAttribute } from "./nameAttribute.js";
import { Icon } from "./Icon.js";
import { isComposing } from "../forms/isComposing.js";
import { Spinner } from "./Spinner.js";
import { useLoader, type Load } from "./useLoader.js";
import type { Choice } from "./useChoice.js";
import {
  controlAttributes,
  controlVariants,
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
  /** Adds a button that clears the field. @default false */
  clearable?: boolean | null;
  /** @default false */
  disabled?: boolean | null;
}

/** The field of a Select or a DatePicker, with its value. */
export interface TriggerState {
  type: "Select" | "DatePicker";
  /** The properties of the node. */
  props: TriggerProps;
  read: PropReader;
  field: Choice;
  /** The value as it is shown. */
  text: string | null | undefined;
  /** The role of the popover. */
  opens: "listbox" | "dialog";
}

/** What the trigger gives to the part of the field that is loaded later. */
interface Opening {
  /** The trigger, while the popover is open. */
  anchor: HTMLElement | undefined;
  close: () => void;
  /** Set by that part. */
  actions: RefObject<TriggerActions | null>;
  /** Called by that part once it has loaded: handles the keys that were pressed before. */
  replay: () => void;
}

export interface TriggerActions {
  /** Called before the trigger handles a key, which it does not if the event is prevented. */
  onKeyDown: (event: KeyboardEvent) => void;
  prefetch: () => void;
  /** Whether the popover is rendered: while it is loading, it is only requested. */
  shown: boolean;
}

export type TriggerPartProps<State extends TriggerState> = State & {
  opening: Opening;
};

/** The keys that open the popover; a space does not if it is part of a typed text. */
const OPENING_KEYS: readonly string[] = [" ", "Enter", "ArrowDown", "ArrowUp"];

/** A value of more characters is long: the field may get narrower in a crowded row. */
const LONG_VALUE = 12;

interface TriggerFieldProps<State extends TriggerState> {
  state: State;
  /** Attributes of the native input with the value. @default a hidden one */
  native?: InputHTMLAttributes<HTMLInputElement>;
  /** Loads the part that opens the popover, as soon as the field is on the page. */
  load: Load<TriggerPartProps<State>>;
}

/** Values that the trigger and the part that is loaded later compute from the state. */
export function useTrigger({ type, read, field }: TriggerState) {
  const { labels } = read.context.settings;
  const authored = read.text("placeholder");
  const mayClear = read.boolean("clearable") && !field.disabled;
  const placeholder =
    authored ||
    labels[type === "Select" ? "selectPlaceholder" : "datePlaceholder"];
  return {
    placeholder,
    valueId: `${field.control.id}-value`,
    label: {
      "aria-labelledby": field.labelId,
      "aria-label": authored || read.text("name") || placeholder,
    },
    /** Whether the user may clear a value. */
    mayClear,
    clearable: mayClear && field.value !== null,
  };
}

/**
 * The field of a Select or a DatePicker. It takes clicks and keys from the start
 * and is never replaced: a press that begins before the code of its popover has
 * arrived ends on the same button, and opens it.
 */
export function TriggerField<State extends TriggerState>({
  state,
  native,
  load,
}: TriggerFieldProps<State>) {
  const { type, props, read, field, text, opens } = state;
  const { value, disabled } = field;
  const { placeholder, valueId, label, clearable } = useTrigger(state);
  const { form } = useForm();
  const name = nameAttribute(props.name);
  const shown = value === null ? placeholder : text;
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);
  // Otherwise the popover would open without a click once the field is enabled again.
  if (anchor && disabled) close();

  const actions = useRef<TriggerActions>(null);
  const typed = useRef<KeyboardEvent[]>([]);
  /** The code could not be loaded: keys that wait for it would keep the next ones from opening. */
  const isMissing = useRef(false);
  const press = (event: KeyboardEvent, trigger: HTMLElement | undefined) => {
    const { key, nativeEvent } = event;
    actions.current?.onKeyDown(event);
    if (event.defaultPrevented) return;
    if (!OPENING_KEYS.includes(key) || isComposing(nativeEvent)) return;
    event.preventDefault();
    // As in a native select: Enter submits the form, if there is one.
    if (key === "Enter" && type === "Select" && pressEnter(form)) return;
    setAnchor(trigger);
  };
  const replay = () => {
    for (const event of typed.current.splice(0)) {
      const trigger = event.target as HTMLElement;
      // The user may have gone on since, and a popover would take the focus.
      press(event, trigger.matches(":focus") ? trigger : undefined);
    }
  };
  const open = anchor !== undefined;
  const code = useLoader(load, open, {
    node: props.node,
    close: () => {
      typed.current = [];
      isMissing.current = true;
      close();
    },
  });
  return (
    <FieldRoot
      type={type}
      read={read}
      field={field}
      {...controlAttributes(read, controlVariants)}
      data-pill={read.booleanAttribute("pill")}
      data-block={read.booleanAttribute("block")}
      data-open={open ? "" : undefined}
      data-empty={value === null ? "" : undefined}
      data-clearable={clearable ? "" : undefined}
      data-invalid={field.error && ""}
      data-long={(shown ?? "").length > LONG_VALUE ? "" : undefined}
    >
      <button
        aria-expanded={open}
        aria-controls={open ? popoverIdOf(field) : undefined}
        aria-haspopup={opens}
        {...(type === "Select"
          ? { role: "combobox", ...label }
          : // The text of a combobox is its value, but the text of a button is its name.
            { "aria-labelledby": `${field.labelId} ${valueId}` })}
        {...field.control}
        type="button"
        className="wr-Trigger"
        disabled={disabled}
        onPointerEnter={() => actions.current?.prefetch()}
        onFocus={() => actions.current?.prefetch()}
        // A popover that opens later must not take the focus from where the user has gone.
        onBlur={() => {
          if (!actions.current?.shown) close();
        }}
        onClick={(event) => setAnchor(anchor ? undefined : event.currentTarget)}
        onKeyDown={(event) => {
          const { key } = event;
          const opens = OPENING_KEYS.includes(key);
          const edits = !opens && /^(?:.|Backspace|Delete)$/u.test(key);
          // What they do depends on code that has yet to load, and on the keys before.
          const waits = !actions.current && !isMissing.current;
          if (waits && (edits || typed.current.length > 0)) {
            typed.current.push(event);
            // The browser's click alone: React's event is still to be handled.
            if (opens) event.nativeEvent.preventDefault();
            return;
          }
          press(event, event.currentTarget);
        }}
        // Firefox clicks when the key is released, even if its press was prevented.
        onKeyUp={(event) => event.key === " " && event.preventDefault()}
      >
        {type === "DatePicker" && (
          <span className="wr-Trigger-icon">
            <Icon name="calendar" />
          </span>
        )}
        <span id={valueId} className="wr-Trigger-text" dir="auto">
          {shown}
        </span>
        {field.pending ? <Spinner /> : <Chevron />}
      </button>
      {value !== null && (native ?? name) && (
        <input
          type="hidden"
          {...native}
          name={name}
          value={value}
          disabled={read.boolean("disabled")}
        />
      )}
      {code.Part && (
        <code.Part {...state} opening={{ anchor, close, actions, replay }} />
      )}
    </FieldRoot>
  );
}

/** The DOM id of the popover of a field. */
export function popoverIdOf(field: Choice) {
  return `${field.control.id}-popup`;
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

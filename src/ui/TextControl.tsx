import {
  useEffect,
  useRef,
  type CSSProperties,
  type FocusEventHandler,
  type MouseEventHandler,
} from "react";
import { matchesPattern, patternFlag } from "../core/pattern.js";
import { toText } from "../core/json.js";
import { activeElement, focusInPlace } from "../forms/focus.js";
import type { PropReader } from "../context/propReader.js";
import { useField } from "../forms/useField.js";
import { FieldRoot } from "./FieldRoot.js";
import { nameAttribute } from "./nameAttribute.js";

export type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface TextControlProps {
  type: string;
  read: PropReader;
  /** @default as it is read */
  name?: string;
  /** @default as it is read */
  defaultValue?: unknown;
  /** Selects its text when it first appears. @default as it is read */
  selects?: boolean;
  /** Password managers may fill it in, unless it is read. @default false */
  autofills?: boolean;
  /** Attributes of the element around. */
  box: object;
  /** Attributes of the control; with `rows` it is a `<textarea>`. */
  control: {
    className: string;
    type?: string;
    rows?: number | undefined;
    style?: CSSProperties;
    onFocus?: FocusEventHandler<TextElement>;
    onBlur?: FocusEventHandler<TextElement>;
    onMouseDown?: MouseEventHandler<TextElement>;
    onClick?: MouseEventHandler<TextElement>;
  };
  /** Grows with its text; how far stands in the css. @default false */
  grows?: boolean;
}

/** Keeps password managers out. */
const UNFILLED = {
  autoComplete: "off",
  "data-1p-ignore": "",
  "data-bwignore": "",
  "data-lpignore": "true",
};

/** A text to fill in: a line, or several. */
export function TextControl({
  type,
  read,
  name = read.text("name", "if misspelt"),
  defaultValue = read.props["defaultValue"],
  selects = read.boolean("autoSelect"),
  autofills,
  box,
  control,
  grows = false,
}: TextControlProps) {
  const placeholder = read.text("placeholder");
  const autoComplete = read.text("autoComplete");
  const pattern = read.text("pattern");
  const flag = patternFlag(pattern);
  if (!flag) read.wrong("pattern", pattern, [], "a regular expression");
  read.text("defaultValue");
  const autofocuses = read.boolean("autoFocus");
  const { interactive, labels } = read.context.settings;
  const disabled = read.boolean("disabled");
  const field = useField({ name, defaultValue, read: toText, disabled }, true);
  const { value, entry } = field;
  const ref = useRef<HTMLInputElement>(null);
  const multiline = control.rows !== undefined;
  // A browser takes one that it cannot compile for none.
  const checks = multiline || flag === "u";
  const Control = (multiline ? "textarea" : "input") as "input";

  useEffect(() => {
    const element = ref.current;
    if (!interactive || !entry.isNew || !element) return;
    // Server HTML may be in use already.
    const active = activeElement(element);
    if (active && element.closest(".wr-root")?.contains(active)) return;
    // The page stays where the reader has it.
    if (autofocuses) focusInPlace(element);
    if (selects) element.select();
    // Only what holds at the first drawing counts: an update moves no focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  // What HTML, or an older browser, leaves to us.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    // Also where an update has brought a pattern that the browser checks itself.
    if (checks || entry.check) {
      entry.check = () =>
        element.setCustomValidity(
          !checks || matchesPattern(pattern, element.value)
            ? ""
            : labels.patternMismatch,
        );
      entry.check();
    }
    if (!multiline) return;
    if (!grows) element.style.height = "";
    // jsdom has no `CSS.supports`, or no `CSS` at all.
    if (!grows || globalThis.CSS?.supports?.("field-sizing", "content")) return;
    const stop = new AbortController();
    import("./autosize.js")
      .then(({ autosize }) => autosize(element, stop.signal))
      // Without it the field scrolls.
      .catch(() => undefined);
    return () => stop.abort();
  }, [multiline, checks, grows, pattern, value, labels, entry]);

  return (
    <FieldRoot
      type={type}
      read={read}
      field={field}
      {...box}
      // The css makes the box as wide as it where no field is as wide as its text.
      data-text={type === "Text" ? value || placeholder : undefined}
    >
      <Control
        {...field.control}
        // A Label may stand in the form, or not.
        aria-labelledby={field.labelId}
        aria-label={placeholder || name || read.fieldName(type)}
        {...(!read.boolean("allowAutofillExtensions", autofills) && UNFILLED)}
        {...(autoComplete !== "" && { autoComplete })}
        {...control}
        ref={ref}
        name={nameAttribute(name)}
        value={value}
        required={read.boolean("required")}
        pattern={
          flag === "v" && !multiline && pattern !== "" ? pattern : undefined
        }
        placeholder={placeholder || undefined}
        disabled={disabled}
        readOnly={!interactive}
        onChange={(event) => field.setValue(event.target.value)}
      />
    </FieldRoot>
  );
}

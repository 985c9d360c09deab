import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type FocusEventHandler,
  type MouseEventHandler,
} from "react";
import { ALWAYS_TESTED, matchesPattern, patternFlag } from "../core/pattern.js";
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
  /** @default the property `name` */
  name?: string;
  /** @default the property `defaultValue` */
  defaultValue?: unknown;
  /** Selects its text when it first appears. @default the property `autoSelect` */
  selectsOnMount?: boolean;
  /** Password managers may fill it in, if the author does not say. @default false */
  autofills?: boolean;
  /** Attributes of the element around. */
  box: object;
  /** Attributes of the control, which is a `<textarea>` if they have `rows`. */
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
  /** Grows with its text, within the limits of the css. @default false */
  grows?: boolean;
}

/** Attributes that keep password managers from filling a field in. */
const NO_AUTOFILL = {
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
  // Undefined where there is none, as in the other controls: one of them may replace this one.
  defaultValue = read.text("defaultValue") || undefined,
  selectsOnMount = read.boolean("autoSelect"),
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
  const focusesOnMount = read.boolean("autoFocus");
  const { interactive, labels } = read.context.settings;
  const disabled = read.boolean("disabled");
  const field = useField({ name, defaultValue, read: toText, disabled }, true);
  const { value, entry } = field;
  const ref = useRef<HTMLInputElement>(null);
  const multiline = control.rows !== undefined;
  // A browser ignores a pattern that it cannot compile with the flag `v`.
  const checksPattern = multiline || flag === "u";
  const Control = (multiline ? "textarea" : "input") as "input";

  useEffect(() => {
    const element = ref.current;
    if (!interactive || !entry.isNew || !element) return;
    // A user may already type into the HTML of a server.
    const active = activeElement(element);
    if (active && element.closest(".wr-root")?.contains(active)) return;
    // The page must not scroll away from what the user looks at.
    if (focusesOnMount) focusInPlace(element);
    if (selectsOnMount) element.select();
    // Only the JSON of the first render counts: an update must not move the focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  const [longest, setLongest] = useState(ALWAYS_TESTED);
  useEffect(() => {
    if (!pattern || !flag) return;
    import("../core/testedLength.js")
      .then((module) => setLongest(module.testedLength(pattern, flag)))
      // Longer values are for the server to check then.
      .catch(() => undefined);
  }, [pattern, flag]);

  // A letter runs no effect where the browser does all of it.
  const checked = checksPattern || grows ? value : undefined;
  // What HTML, or an older browser, does not do.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    // Also after an update to a pattern that the browser checks, to clear the error.
    if (checksPattern || entry.check) {
      entry.check = () =>
        element.setCustomValidity(
          !checksPattern ||
            element.value.length > longest ||
            matchesPattern(pattern, element.value)
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
      .then((module) => module.autosize(element, stop.signal))
      // Without it the field scrolls.
      .catch(() => undefined);
    return () => stop.abort();
  }, [
    multiline,
    checksPattern,
    grows,
    pattern,
    longest,
    checked,
    labels,
    entry,
  ]);

  return (
    <FieldRoot
      type={type}
      read={read}
      field={field}
      {...box}
      // Where a field cannot be as wide as its text, the css gives the box the width
      // of this text.
      data-text={type === "Text" ? value || placeholder : undefined}
    >
      <Control
        {...field.control}
        // If the form has no such Label, browsers use `aria-label`.
        aria-labelledby={field.labelId}
        aria-label={placeholder || name || read.fieldName(type)}
        {...(!read.boolean("allowAutofillExtensions", autofills) &&
          NO_AUTOFILL)}
        {...(autoComplete !== "" && { autoComplete })}
        {...control}
        ref={ref}
        name={nameAttribute(name)}
        dir={
          multiline || control.type === "number"
            ? undefined
            : directionOf(value, placeholder)
        }
        value={value}
        required={read.boolean("required")}
        pattern={
          // The browser tests it each time that the value changes.
          (!checksPattern && value.length <= longest && pattern) || undefined
        }
        placeholder={placeholder || undefined}
        disabled={disabled}
        readOnly={!interactive}
        onChange={(event) => field.setValue(event.target.value)}
      />
    </FieldRoot>
  );
}

/**
 * The direction of what a field shows, whose end is what does not fit. A browser finds
 * it for a value, but not for a placeholder.
 */
function directionOf(value: string, placeholder: string) {
  if (value !== "") return "auto";
  const letter = /\p{L}/u.exec(placeholder)?.[0];
  return (
    letter && (/[\u0590-\u08ff\ufb1d-\ufefc]/.test(letter) ? "rtl" : "ltr")
  );
}

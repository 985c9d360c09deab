import {
  useEffect,
  useRef,
  type CSSProperties,
  type FocusEventHandler,
  type MouseEventHandler,
} from "react";
import { useHost, type NodeProps } from "../context.js";
import { matchesPattern } from "../core/pattern.js";
import { toText } from "../core/tree.js";
import { activeElement, focusInPlace } from "../focus.js";
import { useField } from "../useField.js";
import { FieldBox } from "./FieldBox.js";
import { nameAttribute } from "./nameAttribute.js";
import { isTrue } from "./values.js";

export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** What Input, Textarea and an editable Text share: JSON, of any kind. */
interface TextFieldOptions extends NodeProps {
  name?: unknown;
  defaultValue?: unknown;
  required?: unknown;
  pattern?: unknown;
  placeholder?: unknown;
  disabled?: unknown;
  autoFocus?: unknown;
  autoSelect?: unknown;
  autoComplete?: unknown;
  allowAutofillExtensions?: unknown;
}

interface TextFieldProps {
  type: string;
  props: TextFieldOptions;
  /** Attributes of the element around. */
  box: object;
  /** Attributes of the control; with `rows` it is a `<textarea>`. */
  control: {
    className: string;
    type?: string;
    rows?: number | undefined;
    style?: CSSProperties;
    onFocus?: FocusEventHandler<TextControl>;
    onBlur?: FocusEventHandler<TextControl>;
    onMouseDown?: MouseEventHandler<TextControl>;
    onClick?: MouseEventHandler<TextControl>;
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
export function TextField({
  type,
  props,
  box,
  control,
  grows = false,
}: TextFieldProps) {
  const { name, defaultValue, pattern } = props;
  const placeholder = toText(props.placeholder);
  const autoComplete = toText(props.autoComplete);
  const { interactive, labels } = useHost().settings;
  const disabled = isTrue(props.disabled);
  const field = useField({ name, defaultValue, read: toText, disabled }, true);
  const { value, entry } = field;
  const ref = useRef<HTMLInputElement>(null);
  const multiline = control.rows !== undefined;
  const Control = (multiline ? "textarea" : "input") as "input";

  useEffect(() => {
    const element = ref.current;
    if (!interactive || !entry.isNew || !element) return;
    // Server HTML may be in use already.
    const active = activeElement(element);
    if (active && element.closest(".wr-root")?.contains(active)) return;
    // The page stays where the reader has it.
    if (isTrue(props.autoFocus)) focusInPlace(element);
    if (isTrue(props.autoSelect)) element.select();
    // Only what holds at the first drawing counts: an update moves no focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  // What HTML, or an older browser, leaves to us of a field of several lines.
  useEffect(() => {
    const element = ref.current;
    if (!element || !multiline) return;
    entry.check = () =>
      element.setCustomValidity(
        matchesPattern(pattern, element.value) ? "" : labels.patternMismatch,
      );
    entry.check();
    if (!grows) element.style.height = "";
    // jsdom has no `CSS.supports`, or no `CSS` at all.
    if (!grows || globalThis.CSS?.supports?.("field-sizing", "content")) return;
    const stop = new AbortController();
    import("./autosize.js")
      .then(({ autosize }) => autosize(element, stop.signal))
      // Without it the field scrolls.
      .catch(() => undefined);
    return () => stop.abort();
  }, [multiline, grows, pattern, value, labels, entry]);

  return (
    <FieldBox
      type={type}
      props={props}
      field={field}
      {...box}
      // The css makes the box as wide as it where no field is as wide as its text.
      data-text={type === "Text" ? value || placeholder : undefined}
    >
      <Control
        {...field.control}
        // A Label may stand in the form, or not.
        aria-labelledby={field.labelId}
        aria-label={placeholder || toText(name) || undefined}
        {...(!isTrue(props.allowAutofillExtensions) && UNFILLED)}
        {...(autoComplete !== "" && { autoComplete })}
        {...control}
        ref={ref}
        name={nameAttribute(name)}
        value={value}
        required={isTrue(props.required)}
        pattern={multiline ? undefined : toText(pattern) || undefined}
        placeholder={placeholder || undefined}
        disabled={disabled}
        readOnly={!interactive}
        onChange={(event) => field.setValue(event.target.value)}
      />
    </FieldBox>
  );
}

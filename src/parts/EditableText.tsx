import {
  useRef,
  type CSSProperties,
  type FocusEvent,
  type HTMLAttributes,
  type InputHTMLAttributes,
  type MouseEvent,
  type TextareaHTMLAttributes,
} from "react";
import { useHost } from "../context.js";
import { toText } from "../core/tree.js";
import { useField, type Field } from "../useField.js";
import { useAutosize } from "./autosize.js";
import {
  autofill,
  called,
  nameAttribute,
  useEntrance,
  usePattern,
} from "./field.js";
import { FieldError } from "./FieldError.js";
import { isTrue } from "./values.js";

/** How a Text can be edited in place. */
export interface Editable {
  /** The name of the value in the form; dots nest it: `"task.title"`. */
  name: string;
  /** Takes the focus when it first appears. @default false */
  autoFocus?: boolean | null;
  /** Selects all of it on each focus. @default false */
  autoSelect?: boolean | null;
  /** HTML `autocomplete`: `"name"`, `"street-address"`. */
  autoComplete?: string | null;
  /** Lets password managers fill it in. @default false */
  allowAutofillExtensions?: boolean | null;
  /** A regular expression that the whole value must match. */
  pattern?: string | null;
  /** Shown while there is no text. */
  placeholder?: string | null;
  /** The form is not submitted without a value. @default false */
  required?: boolean | null;
}

interface EditableTextProps extends HTMLAttributes<HTMLDivElement> {
  name: string;
  /** The author's text. */
  authored: string;
  options: Partial<Editable>;
  /** Lines that it has at least; `undefined`: a single line. */
  lines: number | undefined;
}

/** A Text with a field in it, which looks like the text until it is pointed at. */
export function EditableText({
  name,
  authored,
  options,
  lines,
  ...attributes
}: EditableTextProps) {
  const field = useField({ name, defaultValue: authored, read: toText });
  const { interactive } = useHost().settings;
  const shared: Shared = {
    ...field.control,
    ...called(name, field, options.placeholder),
    ...autofill(isTrue(options.allowAutofillExtensions), options.autoComplete),
    className: "wr-Text-field",
    name: nameAttribute(name),
    placeholder: toText(options.placeholder) || undefined,
    required: isTrue(options.required),
    readOnly: !interactive,
    value: field.value,
    onChange: (event) => field.setValue(event.target.value),
  };
  return (
    <div {...attributes} {...field.root}>
      {lines === undefined ? (
        <Line field={field} shared={shared} options={options} />
      ) : (
        <Lines field={field} shared={shared} options={options} lines={lines} />
      )}
      <FieldError field={field} />
    </div>
  );
}

/** What both kinds of field share. */
type Shared = InputHTMLAttributes<Control> &
  TextareaHTMLAttributes<Control> & { value: string };
type Control = HTMLInputElement | HTMLTextAreaElement;

interface LineProps {
  field: Field<string>;
  shared: Shared;
  options: Partial<Editable>;
}

function Line({ field, shared, options }: LineProps) {
  const ref = useEntrance<HTMLInputElement>(field, options.autoFocus, false);
  return (
    <input
      {...shared}
      {...useSelectOnFocus(isTrue(options.autoSelect))}
      ref={ref}
      type="text"
      pattern={toText(options.pattern) || undefined}
    />
  );
}

function Lines({
  field,
  shared,
  options,
  lines,
}: LineProps & { lines: number }) {
  const ref = useEntrance<HTMLTextAreaElement>(field, options.autoFocus, false);
  usePattern(ref, options.pattern, shared.value);
  useAutosize(ref, shared.value);
  return (
    <textarea
      {...shared}
      {...useSelectOnFocus(isTrue(options.autoSelect))}
      ref={ref}
      style={{ "--wr-rows": lines } as CSSProperties}
      rows={lines}
    />
  );
}

function useSelectOnFocus(enabled: boolean) {
  const pressed = useRef(false);
  const away = useRef(false);
  if (!enabled) return {};
  return {
    onFocus: ({ currentTarget: field }: FocusEvent<Control>) => {
      // Who comes back from another window goes on where the caret was.
      if (!away.current) field.select();
      away.current = false;
    },
    onBlur: ({ currentTarget: field }: FocusEvent<Control>) => {
      away.current = isActive(field);
    },
    // The press that brings the focus also sets the caret, after the focus.
    onMouseDown: ({ currentTarget: field }: MouseEvent<Control>) => {
      pressed.current = !isActive(field);
    },
    onClick: ({ currentTarget: field }: MouseEvent<Control>) => {
      // Who drags wants a part of it.
      if (pressed.current && field.selectionStart === field.selectionEnd) {
        field.select();
      }
      pressed.current = false;
    },
  };
}

/** Has the focus, or gets it back when its window does. */
function isActive(field: Control): boolean {
  return (field.getRootNode() as Document | ShadowRoot).activeElement === field;
}

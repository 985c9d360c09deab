import {
  useRef,
  type ChangeEvent,
  type CSSProperties,
  type FocusEvent,
  type MouseEvent,
} from "react";
import { useHost } from "../context.js";
import { toText } from "../core/tree.js";
import { useField } from "../useField.js";
import { useAutosize } from "./autosize.js";
import {
  autofill,
  useEntrance,
  useFieldAttributes,
  usePattern,
} from "./field.js";
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

interface EditableTextProps {
  name: string;
  /** The text to start with. */
  value: string;
  options: Partial<Editable>;
  /** Lines that it has at least; `undefined`: a single line. */
  lines: number | undefined;
}

/** The field of a Text: looks like the text until it is pointed at. */
export function EditableText(props: EditableTextProps) {
  return props.lines === undefined ? (
    <Line {...props} />
  ) : (
    <Lines {...props} lines={props.lines} />
  );
}

function Line({ name, value: authored, options }: EditableTextProps) {
  const [value, setValue] = useField(authored);
  const ref = useEntrance<HTMLInputElement>(options.autoFocus, false);
  return (
    <input
      {...useTextField(name, options)}
      ref={ref}
      type="text"
      pattern={toText(options.pattern) || undefined}
      value={value}
      onChange={(event) => setValue(event.target.value)}
    />
  );
}

function Lines({
  name,
  value: authored,
  options,
  lines,
}: EditableTextProps & { lines: number }) {
  const [value, setValue] = useField(authored);
  const ref = useEntrance<HTMLTextAreaElement>(options.autoFocus, false);
  usePattern(ref, options.pattern, value);
  useAutosize(ref, value);
  return (
    <textarea
      {...useTextField(name, options)}
      ref={ref}
      style={{ "--wr-rows": lines } as CSSProperties}
      rows={lines}
      value={value}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) =>
        setValue(event.target.value)
      }
    />
  );
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What both kinds of field share. */
function useTextField(name: string, options: Partial<Editable>) {
  const { interactive } = useHost().settings;
  return {
    ...useFieldAttributes(name, options.placeholder),
    ...autofill(isTrue(options.allowAutofillExtensions), options.autoComplete),
    ...useSelectOnFocus(isTrue(options.autoSelect)),
    className: "wr-Text-field",
    name,
    placeholder: toText(options.placeholder) || undefined,
    required: isTrue(options.required),
    readOnly: !interactive,
  };
}

function useSelectOnFocus(enabled: boolean) {
  const pressed = useRef(false);
  const away = useRef(false);
  if (!enabled) return {};
  return {
    onFocus: ({ currentTarget: field }: FocusEvent<Field>) => {
      // Who comes back from another window goes on where the caret was.
      if (!away.current) field.select();
      away.current = false;
    },
    onBlur: ({ currentTarget: field }: FocusEvent<Field>) => {
      away.current = isActive(field);
    },
    // The press that brings the focus also sets the caret, after the focus.
    onMouseDown: ({ currentTarget: field }: MouseEvent<Field>) => {
      pressed.current = !isActive(field);
    },
    onClick: ({ currentTarget: field }: MouseEvent<Field>) => {
      // Who drags wants a part of it.
      if (pressed.current && field.selectionStart === field.selectionEnd) {
        field.select();
      }
      pressed.current = false;
    },
  };
}

/** Has the focus, or gets it back when its window does. */
function isActive(field: Field): boolean {
  return (field.getRootNode() as Document | ShadowRoot).activeElement === field;
}

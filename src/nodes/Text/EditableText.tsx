import {
  useRef,
  type CSSProperties,
  type FocusEvent,
  type MouseEvent,
} from "react";
import { activeElement } from "../../forms/focus.js";
import type { PropReader } from "../../context/propReader.js";
import { TextControl, type TextElement } from "../../ui/TextControl.js";

/** How a Text can be edited in place. */
export interface Editable {
  /** The name of the value in the form; dots nest it: `"task.title"`. */
  name: string;
  /** Takes the focus when it first appears. @default false */
  autoFocus?: boolean | null;
  /** Selects the whole text on each focus. @default false */
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
  /** The author's text. */
  authored: string;
  /** Reads the properties of `editable`. */
  read: PropReader;
  /** Attributes of the element around the field. */
  box: object;
  /** The least number of lines; `undefined` is a field of a single line. */
  lines: number | undefined;
}

/** A Text with a field in it, which looks like the text until the user points at it. */
export function EditableText({
  name,
  authored,
  read,
  box,
  lines,
}: EditableTextProps) {
  const select = useSelectOnFocus();
  return (
    <TextControl
      type="Text"
      read={read}
      name={name}
      defaultValue={authored}
      // It selects its text on each focus instead.
      selectsOnMount={false}
      grows={lines !== undefined}
      box={box}
      control={{
        className: "wr-Text-field",
        rows: lines,
        style: { "--wr-rows": lines } as CSSProperties,
        ...(read.boolean("autoSelect") && select),
      }}
    />
  );
}

/** Handlers that select the whole text of a field as it gets the focus. */
function useSelectOnFocus() {
  /** Whether the user already has a caret in the field, which must stay. */
  const hasCaret = useRef(false);
  // On a change to another window the field stays active, and so does its caret.
  const update = ({ currentTarget: field }: FocusEvent | MouseEvent) => {
    hasCaret.current = activeElement(field) === field;
  };
  return {
    onFocus: ({ currentTarget: field }: FocusEvent<TextElement>) => {
      if (!hasCaret.current) field.select();
    },
    onBlur: update,
    onMouseDown: update,
    // The press that focuses the field sets the caret after the focus, which would
    // end the selection.
    onClick: ({ currentTarget: field }: MouseEvent<TextElement>) => {
      // A user who dragged has selected a part of the text, which stays.
      if (!hasCaret.current && field.selectionStart === field.selectionEnd) {
        field.select();
      }
    },
  };
}

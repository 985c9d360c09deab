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
  /** The author's text. */
  authored: string;
  /** Its properties as a field. */
  read: PropReader;
  /** Attributes of the text. */
  box: object;
  /** Lines that it has at least; `undefined`: a single line. */
  lines: number | undefined;
}

/** A Text with a field in it, which looks like the text until it is pointed at. */
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
      // On each focus, not as it appears.
      selects={false}
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

/** Handlers that select all of a field as it gets the focus. */
function useSelectOnFocus() {
  /** The reader has set the caret, or goes on where it was. */
  const placed = useRef(false);
  // Whoever comes back from another window finds the field active still.
  const place = ({ currentTarget: field }: FocusEvent | MouseEvent) => {
    placed.current = activeElement(field) === field;
  };
  return {
    onFocus: ({ currentTarget: field }: FocusEvent<TextElement>) => {
      if (!placed.current) field.select();
    },
    onBlur: place,
    onMouseDown: place,
    // The press that brings the focus also sets the caret, after the focus.
    onClick: ({ currentTarget: field }: MouseEvent<TextElement>) => {
      // Whoever drags wants a part of it.
      if (!placed.current && field.selectionStart === field.selectionEnd) {
        field.select();
      }
    },
  };
}

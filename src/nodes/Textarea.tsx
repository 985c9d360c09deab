import type { CSSProperties } from "react";
import { useHost, type NodeProps } from "../context.js";
import { toNumber } from "../core/style.js";
import { toText } from "../core/tree.js";
import { nodeAttributes } from "../parts/attributes.js";
import { useAutosize } from "../parts/autosize.js";
import {
  autofill,
  called,
  useEntrance,
  usePattern,
  nameAttribute,
} from "../parts/field.js";
import { FieldError } from "../parts/FieldError.js";
import {
  controlSizes,
  fieldVariants,
  flag,
  gutterSizes,
  isTrue,
  oneOf,
  type ControlSize,
  type FieldVariant,
  type GutterSize,
} from "../parts/values.js";
import { useField } from "../useField.js";

export interface TextareaProps extends NodeProps {
  /** The name of the value in the form; dots nest it: `"task.notes"`. */
  name: string;
  /** The text to start with. */
  defaultValue?: string | number | null;
  /** The form is not submitted without a value. @default false */
  required?: boolean | null;
  /** A regular expression that the whole value must match. */
  pattern?: string | null;
  /** Shown while the field is empty. */
  placeholder?: string | null;
  /** Height in lines. @default 3 */
  rows?: number | null;
  /** Grows with its text, up to `maxRows`. @default false */
  autoResize?: boolean | null;
  /** Lines before it scrolls, where it grows. @default the greater of `rows` and 10 */
  maxRows?: number | null;
  /** @default "outline" */
  variant?: FieldVariant | null;
  /** Type, corners and the height of one row as in Input: 3xs 22 … md 32 … 3xl 48 px. @default "md" */
  size?: ControlSize | null;
  /** Space before and after the text: 2xs 6, xs 8, sm 10, md 12, lg 14, xl 16 px. @default by `size` */
  gutterSize?: GutterSize | null;
  /** @default false */
  disabled?: boolean | null;
  /** Takes the focus when it first appears. @default false */
  autoFocus?: boolean | null;
  /** Selects its text when it first appears. @default false */
  autoSelect?: boolean | null;
  /** Lets password managers fill it in. @default false */
  allowAutofillExtensions?: boolean | null;
}

/** Several lines of text to fill in. */
export function Textarea({
  id,
  name,
  defaultValue,
  required,
  pattern,
  placeholder,
  rows,
  autoResize,
  maxRows,
  variant,
  size,
  gutterSize,
  disabled,
  autoFocus,
  autoSelect,
  allowAutofillExtensions,
}: TextareaProps) {
  const { interactive } = useHost().settings;
  const field = useField({
    name,
    defaultValue,
    read: toText,
    disabled: isTrue(disabled),
  });
  const ref = useEntrance<HTMLTextAreaElement>(field, autoFocus, autoSelect);
  usePattern(ref, pattern, field.value);
  useAutosize(ref, field.value, isTrue(autoResize));
  const least = lines(rows) ?? 3;
  const most = Math.max(least, lines(maxRows) ?? 10);
  return (
    <div
      {...field.root}
      {...nodeAttributes("Textarea", id)}
      data-variant={oneOf(fieldVariants, variant, "outline")}
      data-size={oneOf(controlSizes, size, "md")}
      data-gutter-size={oneOf(gutterSizes, gutterSize, undefined)}
      data-auto-resize={flag(autoResize)}
      data-disabled={flag(disabled)}
      data-readonly={interactive ? undefined : ""}
    >
      <textarea
        {...field.control}
        {...called(name, field, placeholder)}
        {...autofill(isTrue(allowAutofillExtensions))}
        ref={ref}
        className="wr-Field"
        style={{ "--wr-rows": least, "--wr-max-rows": most } as CSSProperties}
        name={nameAttribute(name)}
        rows={least}
        value={field.value}
        required={isTrue(required)}
        placeholder={toText(placeholder) || undefined}
        disabled={isTrue(disabled)}
        readOnly={!interactive}
        onChange={(event) => field.setValue(event.target.value)}
      />
      <FieldError field={field} />
    </div>
  );
}

/** A number of lines: whole, and one at least. */
function lines(value: unknown): number | undefined {
  const n = toNumber(value);
  return n === undefined ? undefined : Math.max(1, Math.round(n));
}

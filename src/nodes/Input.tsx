import { useHost, type NodeProps } from "../context.js";
import { toText } from "../core/tree.js";
import {
  autofill,
  called,
  useEntrance,
  nameAttribute,
} from "../parts/field.js";
import { FieldError } from "../parts/FieldError.js";
import { nodeAttributes } from "../parts/attributes.js";
import {
  closed,
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

type InputType = "text" | "number" | "email" | "password" | "tel" | "url";

export interface InputProps extends NodeProps {
  /** The name of the value in the form; dots nest it: `"task.title"`. */
  name: string;
  /** What the browser checks and which keyboard it shows. @default "text" */
  inputType?: InputType | null;
  /** The text to start with. */
  defaultValue?: string | number | null;
  /** The form is not submitted without a value. @default false */
  required?: boolean | null;
  /** A regular expression that the whole value must match. */
  pattern?: string | null;
  /** Shown while the field is empty. */
  placeholder?: string | null;
  /** @default "outline" */
  variant?: FieldVariant | null;
  /** Height: 3xs 22, 2xs 24, xs 26, sm 28, md 32, lg 36, xl 40, 2xl 44, 3xl 48 px. @default "md" */
  size?: ControlSize | null;
  /** Space before and after the text: 2xs 6, xs 8, sm 10, md 12, lg 14, xl 16 px. @default by `size` */
  gutterSize?: GutterSize | null;
  /** Fully rounded. @default false */
  pill?: boolean | null;
  /** @default false */
  disabled?: boolean | null;
  /** Takes the focus when it first appears. @default false */
  autoFocus?: boolean | null;
  /** Selects its text when it first appears. @default false */
  autoSelect?: boolean | null;
  /** Lets password managers fill it in. @default true where `inputType` is "password" */
  allowAutofillExtensions?: boolean | null;
}

const types = closed("text number email password tel url");

/** A line of text to fill in. */
export function Input({
  id,
  name,
  inputType,
  defaultValue,
  required,
  pattern,
  placeholder,
  variant,
  size,
  gutterSize,
  pill,
  disabled,
  autoFocus,
  autoSelect,
  allowAutofillExtensions,
}: InputProps) {
  const { interactive } = useHost().settings;
  const field = useField({
    name,
    defaultValue,
    read: toText,
    disabled: isTrue(disabled),
  });
  const ref = useEntrance<HTMLInputElement>(field, autoFocus, autoSelect);
  const type = oneOf(types, inputType, "text");
  return (
    <div
      {...field.root}
      {...nodeAttributes("Input", id)}
      data-variant={oneOf(fieldVariants, variant, "outline")}
      data-size={oneOf(controlSizes, size, "md")}
      data-gutter-size={oneOf(gutterSizes, gutterSize, undefined)}
      data-pill={flag(pill)}
      data-disabled={flag(disabled)}
      data-readonly={interactive ? undefined : ""}
    >
      <input
        {...field.control}
        {...called(name, field, placeholder)}
        {...autofill(isTrue(allowAutofillExtensions ?? type === "password"))}
        ref={ref}
        className="wr-Field"
        type={type}
        name={nameAttribute(name)}
        value={field.value}
        required={isTrue(required)}
        pattern={toText(pattern) || undefined}
        placeholder={toText(placeholder) || undefined}
        disabled={isTrue(disabled)}
        readOnly={!interactive}
        onChange={(event) => field.setValue(event.target.value)}
      />
      <FieldError field={field} />
    </div>
  );
}

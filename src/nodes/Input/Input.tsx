import { enumOf, type Member } from "../../core/json.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import { usePropReader } from "../../context/propReader.js";
import { TextControl } from "../../ui/TextControl.js";
import {
  controlAttributes,
  fieldVariants,
  gutterSizes,
  type ControlSize,
  type FieldVariant,
  type GutterSize,
} from "../../ui/values.js";

const inputTypes = enumOf("text number email password tel url");

export interface InputProps extends NodeProps {
  /** The name of the value in the form; dots nest it: `"task.title"`. */
  name: string;
  /** Decides what the browser validates and which keyboard it shows. @default "text" */
  inputType?: Member<typeof inputTypes> | null;
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

/** A line of text to fill in. */
export function Input(props: InputProps) {
  const read = usePropReader(props);
  const type = read.enumValue("inputType", inputTypes, "text");
  return (
    <TextControl
      type="Input"
      read={read}
      autofills={type === "password"}
      box={{
        ...controlAttributes(read, fieldVariants),
        "data-gutter-size": read.enumValue("gutterSize", gutterSizes),
        "data-pill": read.booleanAttribute("pill"),
      }}
      control={{ className: "wr-Control", type }}
    />
  );
}

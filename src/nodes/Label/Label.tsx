import { enumOf, type Member } from "../../core/json.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { ColorValue } from "../../core/style/value.js";
import { focusField } from "../../forms/focus.js";
import { useFieldIds } from "../../forms/useFieldIds.js";
import { usePropReader } from "../../context/propReader.js";
import { textAttributes, type TextProps } from "../../ui/textAttributes.js";

const sizes = enumOf("xs sm md lg xl");

export interface LabelProps extends NodeProps {
  /** Plain text; a number is taken as text. */
  value: string | number;
  /** The `name` of the field, in the same form, that it describes. */
  fieldName: string;
  /** xs 12, sm 14, md 16, lg 18, xl 20 px. @default "sm" */
  size?: Member<typeof sizes> | null;
  /** 400, 500, 600, 700. @default "medium" */
  weight?: Required<TextProps>["weight"];
  /** @default "start" */
  textAlign?: Required<TextProps>["textAlign"];
  /** A text token, a palette step, or CSS. @default "secondary" */
  color?: ColorValue | null;
}

/** What a field is called. A click on it goes to the field. */
export function Label(props: LabelProps) {
  const read = usePropReader(props);
  const size = read.enumValue("size", sizes, "sm");
  const attributes = textAttributes("Label", read, size, false);
  const { id, labelId } = useFieldIds(read.text("fieldName", true));
  const text = read.text("value", true);
  if (text === "") return null;
  return (
    // A pointer's way: keys reach the group by themselves.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <label
      {...attributes}
      id={labelId}
      htmlFor={id}
      onClick={(event) => {
        const label = event.currentTarget;
        const { control } = label;
        if (!control) {
          // Browsers do not go to what is no control, such as a group of radios.
          const page = label.getRootNode() as Document | ShadowRoot;
          const field = page.getElementById(id);
          if (field) focusField(field);
        } else if (control.matches("[aria-haspopup]")) {
          // A browser would press it; a native select is only focused.
          event.preventDefault();
          // WebKit would show it as if a key had been pressed.
          control.focus({ focusVisible: false });
        }
      }}
    >
      {text}
    </label>
  );
}

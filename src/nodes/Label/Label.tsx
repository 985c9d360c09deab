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

/** The name of a field. A click on it focuses the field. */
export function Label(props: LabelProps) {
  const read = usePropReader(props);
  const attributes = textAttributes(
    "Label",
    read,
    sizes,
    { size: "sm", weight: "medium" },
    false,
  );
  const { id, labelId } = useFieldIds(read.text("fieldName", true));
  const text = read.text("value", true);
  if (text === "") return null;
  return (
    // The click is for pointers: the keyboard reaches the field without it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <label
      {...attributes}
      id={labelId}
      htmlFor={id}
      onClick={(event) => {
        const label = event.currentTarget;
        const { control } = label;
        if (!control) {
          // Browsers focus only controls, and a group of radios is none.
          const page = label.getRootNode() as Document | ShadowRoot;
          const field = page.getElementById(id);
          if (field) focusField(field);
        } else if (control.matches("[aria-haspopup]")) {
          // The browser would press the button and open it; the label of a native
          // select only focuses it.
          event.preventDefault();
          // WebKit would show the focus ring, as after a key.
          control.focus({ focusVisible: false });
        }
      }}
    >
      {text}
    </label>
  );
}

import type { NodeProps } from "../../context/WidgetContext.js";
import type { ActionConfig } from "../../core/action.js";
import { usePropReader } from "../../context/propReader.js";
import { FieldRoot } from "../../ui/FieldRoot.js";
import { wordAttributes } from "../../ui/wordAttributes.js";
import { nameAttribute } from "../../ui/nameAttribute.js";
import { Spinner } from "../../ui/Spinner.js";
import { useChoice } from "../../ui/useChoice.js";
import { isTrue } from "../../ui/values.js";

export interface CheckboxProps extends NodeProps {
  /** The name of the value in the form; dots nest it: `"task.done"`. */
  name: string;
  /** The text beside the box. Without it, a Label of the form names the box, else its `name`. */
  label?: string | number | null;
  /** Whether it is checked at first; older servers send `"true"`. @default false */
  defaultChecked?: boolean | "true" | "false" | null;
  /** The form is not submitted unless it is checked. @default false */
  required?: boolean | null;
  /** @default false */
  disabled?: boolean | null;
  /** Started by each change. While it runs, nothing shows it by default. */
  onChangeAction?: ActionConfig | null;
}

/** A box to tick. */
export function Checkbox(props: CheckboxProps) {
  const read = usePropReader(props);
  // Reported only: a field compares its default as it is in the JSON.
  read.boolean("defaultChecked");
  const field = useChoice(read, props.defaultChecked, isTrue);
  const text = read.text("label");
  return (
    <FieldRoot type="Checkbox" read={read} field={field}>
      {/* A click anywhere in the row toggles the box. */}
      <label className="wr-Checkbox-row">
        <input
          {...field.control}
          // With a text, the `<label>` around names it, and so does a Label.
          aria-labelledby={text === "" ? field.labelId : undefined}
          aria-label={text === "" ? read.fieldName("Checkbox") : undefined}
          className="wr-Checkbox-input"
          type="checkbox"
          name={nameAttribute(props.name)}
          checked={field.value}
          required={read.boolean("required")}
          disabled={field.disabled}
          onChange={(event) => field.change(event.target.checked)}
        />
        <svg
          className="wr-Checkbox-tick"
          viewBox="0 0 18 18"
          aria-hidden="true"
        >
          <path d="m4.75 9.25 3 3 5.5-6.25" pathLength="1" />
        </svg>
        {text !== "" && (
          <span className="wr-Checkbox-label" {...wordAttributes(text)}>
            {text}
          </span>
        )}
      </label>
      {field.pending && <Spinner />}
    </FieldRoot>
  );
}

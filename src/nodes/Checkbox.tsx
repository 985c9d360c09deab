import { useHost, type NodeProps } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { toText } from "../core/tree.js";
import { called, nameAttribute } from "../parts/field.js";
import { FieldError } from "../parts/FieldError.js";
import { nodeAttributes, pendingAttributes } from "../parts/attributes.js";
import { Spinner } from "../parts/Spinner.js";
import { flag, isTrue } from "../parts/values.js";
import { useAction } from "../useAction.js";
import { useField } from "../useField.js";

export interface CheckboxProps extends NodeProps {
  /** The name of the value in the form; dots nest it: `"task.done"`. */
  name: string;
  /** Absent: a Label of the form names it, else its `name`. */
  label?: string | number | null;
  /** Also `"true"` and `"false"`. @default false */
  defaultChecked?: boolean | "true" | "false" | null;
  /** The form is not submitted unless it is checked. @default false */
  required?: boolean | null;
  /** @default false */
  disabled?: boolean | null;
  /** Started by each change; nothing shows that it runs by default. */
  onChangeAction?: ActionConfig | null;
}

/** A box to tick. */
export function Checkbox({
  id,
  name,
  label,
  defaultChecked,
  required,
  disabled,
  onChangeAction,
}: CheckboxProps) {
  const { interactive } = useHost().settings;
  const field = useField({
    name,
    defaultValue: defaultChecked,
    read: isTrue,
    disabled: isTrue(disabled),
  });
  const { run, pending } = useAction(onChangeAction, "none", field);
  const text = toText(label);
  return (
    <div
      {...field.root}
      {...nodeAttributes("Checkbox", id)}
      data-disabled={flag(disabled)}
      data-readonly={interactive ? undefined : ""}
      {...pendingAttributes(pending)}
    >
      {/* The whole row is the target. */}
      <label className="wr-Checkbox-row">
        <input
          // Its own label names it, and a Label as well.
          {...field.control}
          {...(text === "" && called(name, field))}
          className="wr-Checkbox-input"
          type="checkbox"
          name={nameAttribute(name)}
          checked={field.value}
          required={isTrue(required)}
          disabled={isTrue(disabled) || !interactive}
          onChange={(event) => {
            field.setValue(event.target.checked);
            run();
          }}
        />
        <svg
          className="wr-Checkbox-tick"
          viewBox="0 0 18 18"
          aria-hidden="true"
        >
          <path d="m4.75 9.25 3 3 5.5-6.25" pathLength="1" />
        </svg>
        {text !== "" && <span className="wr-Checkbox-label">{text}</span>}
      </label>
      {pending && <Spinner />}
      <FieldError field={field} />
    </div>
  );
}

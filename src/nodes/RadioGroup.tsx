import { useState } from "react";
import { useHost, type NodeProps } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { toText } from "../core/tree.js";
import { called } from "../parts/field.js";
import { FieldError } from "../parts/FieldError.js";
import { nodeAttributes, pendingAttributes } from "../parts/attributes.js";
import { readOptions } from "../parts/readOptions.js";
import { Spinner } from "../parts/Spinner.js";
import { closed, flag, isTrue, oneOf } from "../parts/values.js";
import { useAction } from "../useAction.js";
import { useField } from "../useField.js";

export interface RadioOption {
  label: string | number;
  /** What the form gets. */
  value: string | number;
  /** @default false */
  disabled?: boolean | null;
}

export interface RadioGroupProps extends NodeProps {
  /** The name of the value in the form; dots nest it: `"task.priority"`. */
  name: string;
  options?: readonly RadioOption[] | null;
  /** The `value` of the option to start with. */
  defaultValue?: string | number | null;
  /** Side by side, or below each other. @default "row" */
  direction?: "row" | "col" | null;
  /** What the group is called. @default its Label, else `name` */
  ariaLabel?: string | null;
  /** The form is not submitted without a choice. @default false */
  required?: boolean | null;
  /** @default false */
  disabled?: boolean | null;
  /** Started by each change; nothing shows that it runs by default. */
  onChangeAction?: ActionConfig | null;
}

const directions = closed("row col");

/** One choice of several, all of them in sight. */
export function RadioGroup({
  id,
  name,
  options,
  defaultValue,
  direction,
  ariaLabel,
  required,
  disabled,
  onChangeAction,
}: RadioGroupProps) {
  const { interactive } = useHost().settings;
  const list = readOptions(options);
  const field = useField({
    name,
    defaultValue,
    read: (json) => {
      const value = toText(json);
      return list.some((option) => option.value === value) ? value : null;
    },
    disabled: isTrue(disabled),
  });
  const { run, pending } = useAction(onChangeAction, "none", field);
  const { value } = field;
  // Tells options of the same value apart.
  const [picked, setPicked] = useState(-1);
  const named = called(name, field, ariaLabel);
  const checked =
    list[picked]?.value === value
      ? picked
      : list.findIndex((option) => option.value === value);
  return (
    <div
      {...field.root}
      {...field.control}
      {...named}
      aria-labelledby={toText(ariaLabel) ? undefined : named["aria-labelledby"]}
      {...nodeAttributes("RadioGroup", id)}
      role="radiogroup"
      aria-required={isTrue(required) || undefined}
      data-direction={oneOf(directions, direction, "row")}
      data-readonly={interactive ? undefined : ""}
      {...pendingAttributes(pending)}
    >
      {list.map((option, index) => {
        const off = isTrue(disabled) || option.disabled;
        return (
          <label
            key={index}
            className="wr-RadioGroup-option"
            data-disabled={flag(off)}
          >
            <input
              className="wr-RadioGroup-input"
              type="radio"
              // Radios of one name exclude each other across the whole page.
              name={field.control.id}
              value={option.value}
              checked={index === checked}
              required={isTrue(required)}
              disabled={off || !interactive}
              onChange={() => {
                field.setValue(option.value);
                setPicked(index);
                run();
              }}
            />
            <span className="wr-RadioGroup-label">{option.label}</span>
            {pending && index === checked && <Spinner />}
          </label>
        );
      })}
      <FieldError field={field} />
    </div>
  );
}

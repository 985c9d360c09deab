import { enumOf, type Member } from "../../core/json.js";
import { useEffect, useState } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { ActionConfig } from "../../core/action.js";
import { usePropReader } from "../../context/propReader.js";
import { FieldRoot } from "../../ui/FieldRoot.js";
import { wordAttributes } from "../../ui/wordAttributes.js";
import { Spinner } from "../../ui/Spinner.js";
import { useOptions } from "../../ui/useChoice.js";

const directions = enumOf("row col");

export interface RadioOption {
  /** The text beside its circle. */
  label: string | number;
  /** The value of the field while it is chosen. */
  value: string | number;
  /** @default false */
  disabled?: boolean | null;
}

export interface RadioGroupProps extends NodeProps {
  /** The name of the value in the form; dots nest it: `"task.priority"`. */
  name: string;
  /** The options, in the order in which they are shown. */
  options?: readonly RadioOption[] | null;
  /** The `value` of the option to start with. */
  defaultValue?: string | number | null;
  /** Side by side, or below each other. @default "row" */
  direction?: Member<typeof directions> | null;
  /** The name of the group for assistive technology. @default its Label, else `name` */
  ariaLabel?: string | null;
  /** The form is not submitted without a choice. @default false */
  required?: boolean | null;
  /** @default false */
  disabled?: boolean | null;
  /** Started by each change. While it runs, nothing shows it by default. */
  onChangeAction?: ActionConfig | null;
}

/** One choice of several options, all of which are shown. */
export function RadioGroup(props: RadioGroupProps) {
  const read = usePropReader(props);
  const { options, selected, field } = useOptions(read);
  // Options may have the same value: the index says which of them was picked.
  const [picked, setPicked] = useState(-1);
  const checked = options[picked]?.value === field.value ? picked : selected;
  const label = read.text("ariaLabel");
  const required = read.boolean("required");
  const groupName = field.control.id;
  const { entry } = field;

  // Radios of one name exclude each other in all of a form, which may be the host's and
  // contain two widgets with equal fields. So the attribute is unique to the group, and
  // the data of the form gets the name of the field, as that of other fields does. A
  // hidden input would be sent beside the radios, and radios without their form would
  // lose its validation, its reset and Enter.
  useEffect(() => {
    const form = entry.element?.querySelector("input")?.form;
    const rename = ({ formData }: FormDataEvent) => {
      const value = formData.get(groupName);
      formData.delete(groupName);
      if (value !== null && entry.name !== "")
        formData.append(entry.name, value);
    };
    form?.addEventListener("formdata", rename);
    return () => form?.removeEventListener("formdata", rename);
  }, [groupName, entry, options.length]);

  return (
    <FieldRoot
      type="RadioGroup"
      read={read}
      field={field}
      {...field.control}
      aria-label={label || read.fieldName("RadioGroup")}
      aria-labelledby={label ? undefined : field.labelId}
      role="radiogroup"
      aria-required={required || undefined}
      data-direction={read.enumAttribute("direction", directions, "row")}
    >
      {options.map((option, index) => (
        <label
          key={index}
          className="wr-RadioGroup-option"
          data-disabled={
            option.disabled ? "" : read.booleanAttribute("disabled")
          }
        >
          <input
            className="wr-RadioGroup-input"
            type="radio"
            name={groupName}
            value={option.value}
            checked={index === checked}
            required={required}
            disabled={option.disabled || field.disabled}
            onChange={() => {
              setPicked(index);
              field.change(option.value);
            }}
          />
          <span
            className="wr-RadioGroup-label"
            {...wordAttributes(option.label)}
          >
            {option.label}
          </span>
          {field.pending && index === checked && <Spinner />}
        </label>
      ))}
    </FieldRoot>
  );
}

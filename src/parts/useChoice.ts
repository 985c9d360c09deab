import { useMemo } from "react";
import { useHost } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { toText } from "../core/tree.js";
import type { DatePickerProps } from "../nodes/DatePicker.js";
import type { SelectProps } from "../nodes/Select.js";
import { useAction } from "../useAction.js";
import { useField } from "../useField.js";
import { formatDate, isoDate } from "./dateText.js";
import { useLocale } from "./locale.js";
import { readOptions } from "./readOptions.js";
import { isTrue } from "./values.js";

interface ChoiceProps {
  name: string;
  disabled?: boolean | null;
  onChangeAction?: ActionConfig | null;
}

/** A field whose changes may start an action. */
export function useChoice<T>(
  props: ChoiceProps,
  defaultValue: unknown,
  read: (json: unknown) => T,
) {
  const { interactive } = useHost().settings;
  const disabled = isTrue(props.disabled);
  const field = useField({ name: props.name, defaultValue, read, disabled });
  const { run, pending } = useAction(props.onChangeAction, "none", field);
  return {
    field,
    pending,
    /** Takes no change. */
    disabled: disabled || !interactive,
    change(value: T) {
      field.setValue(value);
      run();
    },
  };
}

export type Choice<T> = ReturnType<typeof useChoice<T>>;

/** A Select, what it can hold, and which of that it holds: `-1` is nothing. */
export function useSelect(props: SelectProps) {
  const options = useMemo(() => readOptions(props.options), [props.options]);
  const find = (value: unknown) =>
    options.findIndex((option) => option.value === value);
  const choice = useChoice(props, props.defaultValue, (json) => {
    const value = json == null ? null : toText(json);
    return find(value) < 0 ? null : value;
  });
  const selected = find(choice.field.value);
  const text = options[selected]?.label;
  return {
    options,
    selected,
    state: { type: "Select" as const, props, choice, text },
  };
}

/** A DatePicker and its date in the reader's words. */
export function useDate(props: DatePickerProps) {
  const locale = useLocale();
  const choice = useChoice(
    props,
    props.defaultValue,
    (json) => isoDate(json) ?? null,
  );
  const { value } = choice.field;
  const text = value === null ? undefined : formatDate(value, locale);
  return { type: "DatePicker" as const, props, choice, text };
}

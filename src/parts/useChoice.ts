import { useMemo } from "react";
import { useHost } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { toText } from "../core/tree.js";
import { useAction } from "../useAction.js";
import { useField } from "../useField.js";
import { formatDate, isoDate } from "./dateText.js";
import { useLocale } from "./locale.js";
import { readOptions } from "./readOptions.js";
import { isTrue } from "./values.js";

interface ChoiceProps {
  defaultValue?: unknown;
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
  const field = useField(
    { name: props.name, defaultValue, read, disabled },
    true,
  );
  const { run, pending } = useAction(props.onChangeAction, "none", field);
  return {
    ...field,
    pending,
    /** Takes no change. */
    disabled: disabled || !interactive,
    change(value: T) {
      field.setValue(value);
      run();
    },
  };
}

/** What a Select or a DatePicker holds; `null` while that is nothing. */
export type Choice = ReturnType<typeof useChoice<string | null>>;

/** One of several options. */
export function useOptions(props: ChoiceProps & { options?: unknown }) {
  const options = useMemo(() => readOptions(props.options), [props.options]);
  const find = (value: unknown) =>
    options.findIndex((option) => option.value === value);
  const field = useChoice(props, props.defaultValue, (json) => {
    const value = json == null ? null : toText(json);
    return find(value) < 0 ? null : value;
  });
  /** The first of its value; `-1` is none. */
  const selected = find(field.value);
  return { options, selected, field };
}

/** The date that a DatePicker holds, and how the reader writes it. */
export function useDate(props: ChoiceProps) {
  const locale = useLocale();
  const field = useChoice(
    props,
    props.defaultValue,
    (json) => isoDate(json) ?? null,
  );
  return { field, text: field.value && formatDate(field.value, locale) };
}

import { useMemo } from "react";
import type { ActionConfig } from "../core/action.js";
import { toText } from "../core/tree.js";
import type { SelectProps } from "../nodes/Select.js";
import { useAction } from "../useAction.js";
import { useField, type Field } from "../useField.js";
import { readOptions } from "./readOptions.js";
import type { TriggerProps } from "./TriggerBox.js";
import { isTrue } from "./values.js";

interface ChoiceProps extends TriggerProps {
  defaultValue?: unknown;
  onChangeAction?: ActionConfig | null | undefined;
}

/** What a Select or a DatePicker holds; `null` while that is nothing. */
export function useChoice(
  props: ChoiceProps,
  read: (json: unknown) => string | undefined,
): Field<string | null> {
  return useField<string | null>({
    name: props.name,
    defaultValue: props.defaultValue,
    read: (json) => read(json) ?? null,
    disabled: isTrue(props.disabled),
  });
}

/** How the reader changes it, and whether the action of the last change runs. */
export function useChange(
  field: Field<string | null>,
  onChangeAction: ActionConfig | null | undefined,
): [change: (next: string | undefined) => void, pending: boolean] {
  const { run, pending } = useAction(onChangeAction, "none", field);
  return [change, pending];

  function change(next: string | undefined) {
    if ((next ?? null) === field.value) return;
    field.setValue(next ?? null);
    run();
  }
}

/** What a Select can hold, and the option that it holds: `-1` is none. */
export function useSelect(props: SelectProps) {
  const options = useMemo(() => readOptions(props.options), [props.options]);
  const find = (value: unknown) =>
    options.findIndex((option) => option.value === value);
  const field = useChoice(props, (json) => {
    const value = json == null ? undefined : toText(json);
    return find(value) < 0 ? undefined : value;
  });
  return { options, selected: find(field.value), field };
}

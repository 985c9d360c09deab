import { useMemo } from "react";
import { useAction } from "../actions/useAction.js";
import type { PropReader } from "../context/propReader.js";
import { toText } from "../core/json.js";
import { useField } from "../forms/useField.js";
import { readOptions, type Option } from "./readOptions.js";

/** A field whose changes may start an action. */
export function useChoice<T>(
  read: PropReader,
  defaultValue: unknown,
  parse: (json: unknown) => T,
) {
  const { interactive } = read.context.settings;
  const disabled = read.boolean("disabled");
  const field = useField(
    {
      name: read.text("name", "if misspelt"),
      defaultValue,
      read: parse,
      disabled,
    },
    true,
  );
  const { run, pending } = useAction(
    read.action("onChangeAction"),
    "none",
    field,
  );
  return {
    ...field,
    pending,
    /** Whether the user cannot change it. */
    disabled: disabled || !interactive,
    change(value: T) {
      field.setValue(value);
      run();
    },
  };
}

/** The field of a Select or a DatePicker; its value is `null` while there is none. */
export type Choice = ReturnType<typeof useChoice<string | null>>;

/** Reports a default that no option has. Its label is what authors often write. */
function reportNoOption(read: PropReader, given: string, options: Option[]) {
  const named = options.find(({ label }) => label === given);
  read.wrong(
    "defaultValue",
    given,
    options.slice(0, 20).map(({ value }) => value),
    options.length > 0 ? undefined : "the value of an option",
    named?.value,
  );
}

/** A field with options: the one that is selected, by its value. */
export function useOptions(read: PropReader) {
  const { options: list, defaultValue } = read.props;
  const given = read.text("defaultValue");
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- reading depends on the list alone
  const options = useMemo(() => readOptions(read), [list]);
  const find = (value: unknown) =>
    options.findIndex((option) => option.value === value);
  if (given !== "" && find(given) < 0) reportNoOption(read, given, options);
  const field = useChoice(read, defaultValue, (json) => {
    const value = json == null ? null : toText(json);
    return find(value) < 0 ? null : value;
  });
  /** The first option with the value; `-1` if there is none. */
  const selected = find(field.value);
  return { options, selected, field };
}

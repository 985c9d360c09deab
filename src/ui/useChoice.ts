import { useMemo } from "react";
import { toText } from "../core/nodeTree.js";
import type { PropReader } from "../context/propReader.js";
import { useAction } from "../actions/useAction.js";
import { useField } from "../forms/useField.js";
import { formatDate, isoDate } from "../nodes/DatePicker/dateText.js";
import { useLocale } from "../context/locale.js";
import { readOptions } from "./readOptions.js";

/** A field whose changes may start an action. */
export function useChoice<T>(
  given: PropReader,
  defaultValue: unknown,
  read: (json: unknown) => T,
) {
  const { interactive } = given.context.settings;
  const disabled = given.boolean("disabled");
  const field = useField(
    { name: given.text("name", "if misspelt"), defaultValue, read, disabled },
    true,
  );
  const { run, pending } = useAction(
    given.action("onChangeAction"),
    "none",
    field,
  );
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
export function useOptions(read: PropReader) {
  const { options: list, defaultValue } = read.props;
  read.text("defaultValue");
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is given of the list alone
  const options = useMemo(() => readOptions(read), [list]);
  const find = (value: unknown) =>
    options.findIndex((option) => option.value === value);
  const field = useChoice(read, defaultValue, (json) => {
    const value = json == null ? null : toText(json);
    return find(value) < 0 ? null : value;
  });
  /** The first of its value; `-1` is none. */
  const selected = find(field.value);
  return { options, selected, field };
}

/** The date that a DatePicker holds, and how the reader writes it. */
export function useDate(read: PropReader) {
  const locale = useLocale();
  for (const name of ["defaultValue", "min", "max"]) {
    const value = read.props[name];
    if (value != null && value !== "" && isoDate(value) === undefined) {
      read.wrong(name, value, [], 'a date as "2026-11-12"');
    }
  }
  const field = useChoice(
    read,
    read.props["defaultValue"],
    (json) => isoDate(json) ?? null,
  );
  return { field, text: field.value && formatDate(field.value, locale) };
}

import { useMemo } from "react";
import { toText } from "../core/nodeTree.js";
import type { Given } from "../context/propReader.js";
import { useAction } from "../actions/useAction.js";
import { useField } from "../forms/useField.js";
import { formatDate, isoDate } from "../nodes/DatePicker/dateText.js";
import { useLocale } from "../context/locale.js";
import { readOptions } from "./readOptions.js";

/** A field whose changes may start an action. */
export function useChoice<T>(
  given: Given,
  defaultValue: unknown,
  read: (json: unknown) => T,
) {
  const { interactive } = given.host.settings;
  const disabled = given.is("disabled");
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
export function useOptions(given: Given) {
  const { options: list, defaultValue } = given.props;
  given.text("defaultValue");
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is given of the list alone
  const options = useMemo(() => readOptions(given), [list]);
  const find = (value: unknown) =>
    options.findIndex((option) => option.value === value);
  const field = useChoice(given, defaultValue, (json) => {
    const value = json == null ? null : toText(json);
    return find(value) < 0 ? null : value;
  });
  /** The first of its value; `-1` is none. */
  const selected = find(field.value);
  return { options, selected, field };
}

/** The date that a DatePicker holds, and how the reader writes it. */
export function useDate(given: Given) {
  const locale = useLocale();
  for (const name of ["defaultValue", "min", "max"]) {
    const value = given.props[name];
    if (value != null && value !== "" && isoDate(value) === undefined) {
      given.wrong(name, value, [], 'a date as "2026-11-12"');
    }
  }
  const field = useChoice(
    given,
    given.props["defaultValue"],
    (json) => isoDate(json) ?? null,
  );
  return { field, text: field.value && formatDate(field.value, locale) };
}

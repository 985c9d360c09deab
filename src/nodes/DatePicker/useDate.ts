import { useLocale } from "../../context/locale.js";
import type { PropReader } from "../../context/propReader.js";
import { isoDate } from "../../core/isoDate.js";
import { formatDate } from "./dateText.js";
import { useChoice } from "../../ui/useChoice.js";

/** The date of a DatePicker as a field, and as a text in the user's language. */
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

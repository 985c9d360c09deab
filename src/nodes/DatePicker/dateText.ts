import { toText } from "../../core/json.js";

/** A calendar date as `"YYYY-MM-DD"`: texts of this form compare like dates. */
export type IsoDate = string;

/**
 * The calendar date of a date or a datetime, as it is written: no time zone
 * changes it. `undefined` for what is no date.
 */
export function isoDate(value: unknown): IsoDate | undefined {
  const date = /^\s*(\d{4}-\d\d-\d\d)(?:\s*$|[T ])/.exec(toText(value))?.[1];
  // The 31st of a shorter month becomes another date, or an invalid one.
  return date && midnight(date).toJSON()?.startsWith(date) ? date : undefined;
}

/** The two ends of a range in their order; either may be open. */
export function dateRange(
  min: unknown,
  max: unknown,
): { min: IsoDate | undefined; max: IsoDate | undefined } {
  const [from, to] = [isoDate(min), isoDate(max)];
  return from !== undefined && to !== undefined && from > to
    ? { min: to, max: from }
    : { min: from, max: to };
}

const midnight = (date: IsoDate) => new Date(`${date}T00:00Z`);

/** The date as it is written in the user's language: "Nov 12, 2026". */
export function formatDate(date: IsoDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    calendar: "gregory",
    timeZone: "UTC",
  }).format(midnight(date));
}

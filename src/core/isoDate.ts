import { toText } from "./json.js";

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

/** From the first date to the last one; either end may be open. */
export interface DateRange {
  min: IsoDate | undefined;
  max: IsoDate | undefined;
}

/** The two ends of a range in their order; either may be open. */
export function dateRange(min: unknown, max: unknown): DateRange {
  const [from, to] = [isoDate(min), isoDate(max)];
  return from !== undefined && to !== undefined && from > to
    ? { min: to, max: from }
    : { min: from, max: to };
}

/** The moment at which a date begins, in UTC. */
export const midnight = (date: IsoDate) => new Date(`${date}T00:00Z`);

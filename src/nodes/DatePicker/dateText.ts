import { type IsoDate, midnight } from "../../core/isoDate.js";

/** The date as it is written in the user's language: "Nov 12, 2026". */
export function formatDate(date: IsoDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    calendar: "gregory",
    timeZone: "UTC",
  }).format(midnight(date));
}

import type { IsoDate } from "../../core/isoDate.js";

/** Midnight of the date in the user's time zone. */
export function toLocal(date: IsoDate): Date {
  return new Date(`${date}T00:00`);
}

/** The calendar date of a moment in the user's time zone. */
export function fromLocal(date: Date): IsoDate {
  const [year, month, day] = [
    date.getFullYear(),
    date.getMonth() + 1,
    date.getDate(),
  ];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

type Day = 0 | 1 | 2 | 3 | 4 | 5 | 6;

interface WeekLocale extends Intl.Locale {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** Regions whose week does not start on Monday, for browsers without `getWeekInfo`. */
const SATURDAY = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";
const SUNDAY =
  "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";

/** The first day of a week, 0 for Sunday. */
export function weekStart(locale: string): Day {
  const tag: WeekLocale = new Intl.Locale(locale);
  const info = tag.getWeekInfo?.() ?? tag.weekInfo;
  if (info) return (info.firstDay % 7) as Day;
  const region = tag.maximize().region ?? "001";
  return SATURDAY.includes(region) ? 6 : SUNDAY.includes(region) ? 0 : 1;
}

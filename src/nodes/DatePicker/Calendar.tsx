import { useEffect, useMemo, useRef, useState } from "react";
import {
  DayPicker,
  useDayPicker,
  type DayButtonProps,
  type MonthCaptionProps,
  type NavProps,
} from "react-day-picker";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { focusInPlace } from "../../forms/focus.js";
import type { Member } from "../../core/json.js";
import type { Labels } from "../../core/labels.js";
import { fromLocal, toLocal, weekStart } from "./date.js";
import type { IsoDate } from "../../core/isoDate.js";
import type { aligns, sides } from "./sides.js";
import { Icon } from "../../ui/Icon.js";
import { useLocale } from "../../context/locale.js";
import { Popover } from "../../ui/Popover.js";
import {
  useReturnFocus,
  type PopoverTriggerProps,
} from "../../ui/useReturnFocus.js";
import { directionOf } from "../../ui/Portal.js";

export interface CalendarProps extends PopoverTriggerProps {
  value: IsoDate | undefined;
  min: IsoDate | undefined;
  max: IsoDate | undefined;
  side: Member<typeof sides>;
  align: Member<typeof aligns>;
  onPick: (date: IsoDate) => void;
}

/** A popover beside the trigger, with a month to pick a date from. */
export default function Calendar({
  anchor,
  id,
  label,
  value,
  min,
  max,
  side,
  align,
  onPick,
  onClose,
}: CalendarProps) {
  const { labels } = useWidgetContext().settings;
  const locale = useLocale();
  const texts = useMemo(() => textsOf(locale, labels), [locale, labels]);
  const { finish, onCloseAutoFocus } = useReturnFocus({ anchor, id, onClose });
  const [dir] = useState(() => directionOf(anchor));
  const [today] = useState(() => new Date());
  const first = min === undefined ? undefined : toLocal(min);
  const last = max === undefined ? undefined : toLocal(max);
  return (
    <Popover
      {...label}
      anchor={anchor}
      id={id}
      className="wr-DatePicker-calendar"
      side={side}
      align={align}
      sideOffset={8}
      onClose={onClose}
      onCloseAutoFocus={onCloseAutoFocus}
    >
      <DayPicker
        mode="single"
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user has opened the dialog
        autoFocus
        selected={value === undefined ? undefined : toLocal(value)}
        onSelect={(date) => finish(() => onPick(fromLocal(date)))}
        defaultMonth={toLocal(value ?? clamp(fromLocal(today), min, max))}
        today={today}
        startMonth={first}
        endMonth={last}
        disabled={[
          ...(first ? [{ before: first }] : []),
          ...(last ? [{ after: last }] : []),
        ]}
        dir={dir}
        lang={locale}
        classNames={classNames}
        components={components}
        {...texts}
      />
    </Popover>
  );
}

function clamp(date: IsoDate, min = date, max = date): IsoDate {
  return date < min ? min : date > max ? max : date;
}

const classNames = {
  root: "wr-DatePicker-root",
  months: "wr-DatePicker-months",
  month: "wr-DatePicker-month",
  month_caption: "wr-DatePicker-caption",
  caption_label: "wr-hidden",
  month_grid: "wr-DatePicker-grid",
  weekdays: "wr-DatePicker-weekdays",
  weekday: "wr-DatePicker-weekday",
  weeks: "wr-DatePicker-weeks",
  week: "wr-DatePicker-week",
  day: "wr-DatePicker-day",
  day_button: "wr-DatePicker-button",
  nav: "wr-DatePicker-nav",
};

const components = { DayButton: Day, MonthCaption: Caption, Nav };

/** All texts of the calendar, also those for assistive technology, in the user's language. */
function textsOf(locale: string, labels: Labels) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(locale, {
      calendar: "gregory",
      ...options,
    });
    return (date: Date) => format(date);
  };
  const month = format({ month: "long", year: "numeric" });
  const part = new Intl.DisplayNames(locale, { type: "dateTimeField" });
  const number = new Intl.NumberFormat(locale, { useGrouping: false });
  return {
    weekStartsOn: weekStart(locale),
    formatters: {
      formatCaption: month,
      formatMonthDropdown: format({ month: "long" }),
      formatYearDropdown: format({ year: "numeric" }),
      formatDay: (date: Date) => number.format(date.getDate()),
      formatWeekdayName: weekdays(format),
    },
    labels: {
      labelGrid: month,
      labelDayButton: format({ dateStyle: "full" }),
      labelWeekday: format({ weekday: "long" }),
      labelPrevious: () => labels.previousMonth,
      labelNext: () => labels.nextMonth,
      labelMonthDropdown: () => part.of("month") ?? "",
      labelYearDropdown: () => part.of("year") ?? "",
    },
  };
}

/** Formats weekdays so that they fit a column: "Su", "dom", "日", else one letter. */
function weekdays(
  format: (options: Intl.DateTimeFormatOptions) => (date: Date) => string,
) {
  const short = format({ weekday: "short" });
  const narrow = format({ weekday: "narrow" });
  const name = (date: Date) => short(date).replace(/\.$/, "");
  const names = Array.from({ length: 7 }, (_, day) =>
    name(new Date(2024, 0, day)),
  );
  if (names.some((text) => text.length > 3)) return narrow;
  const two = new Set(names.map((text) => text.slice(0, 2)));
  const cut =
    two.size === 7 && names.every((text) => /^\p{Script=Latin}+$/u.test(text));
  return (date: Date) => (cut ? name(date).slice(0, 2) : name(date));
}

function Day({
  day: _day,
  modifiers,
  children,
  ...attributes
}: DayButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const focused = modifiers["focused"];
  useEffect(() => {
    // The calendar gets the focus before it has its position: the page must not scroll.
    if (focused && ref.current) focusInPlace(ref.current);
  }, [focused]);
  return (
    <button
      {...attributes}
      ref={ref}
      type="button"
      aria-current={modifiers["today"] ? "date" : undefined}
    >
      {children}
    </button>
  );
}

/** The years to choose from: so many before and after today and the shown date. */
const YEARS_BEFORE = 100;
const YEARS_AFTER = 20;

/** Of a shown date that is far from today, not all of the years in between. */
const MAX_DISTANCE = 500;

/** How many months there are from the year 0 to a date. */
const monthOf = (date: Date) => date.getFullYear() * 12 + date.getMonth();

/** The whole numbers from `from` to `to`. */
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The month and the year, each a select, in the order of the language. */
function Caption({
  calendarMonth: { date },
  displayIndex: _index,
  children,
  ...attributes
}: MonthCaptionProps) {
  const { dayPickerProps, formatters, labels, goToMonth } = useDayPicker();
  const { today = date, startMonth, endMonth, lang } = dayPickerProps;
  const [year, now] = [date.getFullYear(), today.getFullYear()];
  const min = startMonth ? monthOf(startMonth) : 12;
  const max = endMonth ? monthOf(endMonth) : 9999 * 12 + 11;
  const years = range(
    Math.max(
      Math.min(year, now) - YEARS_BEFORE,
      Math.floor(min / 12),
      year - MAX_DISTANCE,
    ),
    Math.min(
      Math.max(year, now) + YEARS_AFTER,
      Math.floor(max / 12),
      year + MAX_DISTANCE,
    ),
  );
  const first = year * 12;
  const at = (month: number) => {
    const day = new Date(date);
    day.setFullYear(Math.floor(month / 12), month % 12, 1);
    return day;
  };
  const choices = [
    <Choice
      key="month"
      label={labels.labelMonthDropdown()}
      value={date.getMonth()}
      options={range(Math.max(first, min), Math.min(first + 11, max)).map(
        (month) => [month % 12, formatters.formatMonthDropdown(at(month))],
      )}
      onChoose={(month) => goToMonth(at(first + month))}
    />,
    <Choice
      key="year"
      label={labels.labelYearDropdown()}
      value={year}
      options={years.map((other) => [
        other,
        formatters.formatYearDropdown(at(other * 12)),
      ])}
      onChoose={(other) => goToMonth(at(other * 12 + date.getMonth()))}
    />,
  ];
  return (
    <div {...attributes}>
      {isYearFirst(lang) ? choices.reverse() : choices}
      {children}
    </div>
  );
}

function isYearFirst(locale: string | undefined): boolean {
  const parts = new Intl.DateTimeFormat(locale, {
    calendar: "gregory",
    month: "long",
    year: "numeric",
  }).formatToParts();
  return (
    parts.find(({ type }) => /^(?:month|year)$/.test(type))?.type === "year"
  );
}

interface ChoiceProps {
  label: string;
  value: number;
  options: readonly (readonly [value: number, text: string])[];
  onChoose: (value: number) => void;
}

/** A native select, as wide as the text of the chosen option. */
function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <span className="wr-DatePicker-choice">
      <select
        className="wr-DatePicker-select"
        aria-label={label}
        value={value}
        onChange={(event) => onChoose(Number(event.target.value))}
      >
        {options.map(([option, text]) => (
          <option key={option} className="wr-DatePicker-option" value={option}>
            {text}
          </option>
        ))}
      </select>
      <span className="wr-DatePicker-title" aria-hidden="true">
        <span>{options.find(([option]) => option === value)?.[1]}</span>
        <svg
          className="wr-DatePicker-chevron"
          viewBox="0 0 8 5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.25"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d="m1 1 3 3 3-3" />
        </svg>
      </span>
    </span>
  );
}

function Nav({
  className,
  previousMonth,
  nextMonth,
  onPreviousClick,
  onNextClick,
}: NavProps) {
  const { dayPickerProps, labels } = useDayPicker();
  const [backward, forward] =
    dayPickerProps.dir === "rtl" ? ["right", "left"] : ["left", "right"];
  return (
    <div className={className}>
      <button
        type="button"
        className="wr-DatePicker-step"
        aria-label={labels.labelPrevious(previousMonth)}
        // A disabled button would lose the focus at the first month.
        aria-disabled={previousMonth ? undefined : true}
        onClick={onPreviousClick}
      >
        <Icon name={`chevron-${backward}`} />
      </button>
      <button
        type="button"
        className="wr-DatePicker-step"
        aria-label={labels.labelNext(nextMonth)}
        aria-disabled={nextMonth ? undefined : true}
        onClick={onNextClick}
      >
        <Icon name={`chevron-${forward}`} />
      </button>
    </div>
  );
}

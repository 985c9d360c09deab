import * as Radix from "@radix-ui/react-popover";
import { useEffect, useMemo, useRef, useState } from "react";
import {
  DayPicker,
  useDayPicker,
  type DayButtonProps,
  type NavProps,
} from "react-day-picker";
import { useHost } from "../context.js";
import { focusInPlace } from "../focus.js";
import type { Labels } from "../labels.js";
import { fromLocal, toLocal, weekStart } from "./date.js";
import type { IsoDate } from "./dateText.js";
import { Icon } from "./Icon.js";
import { useLocale } from "./locale.js";
import { Anchor, Portal, directionOf } from "./Portal.js";
import { useReturn, type PopupProps } from "./popup.js";

export interface CalendarProps extends PopupProps {
  value: IsoDate | undefined;
  min: IsoDate | undefined;
  max: IsoDate | undefined;
  side: "top" | "right" | "bottom" | "left";
  align: "start" | "center" | "end";
  onPick: (date: IsoDate) => void;
}

/** A month to pick a date from, beside its trigger. */
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
  const { labels } = useHost().settings;
  const locale = useLocale();
  const texts = useMemo(() => textsOf(locale, labels), [locale, labels]);
  const { finish, onCloseAutoFocus } = useReturn({ anchor, onClose });
  const [dir] = useState(() => directionOf(anchor));
  const [today] = useState(() => new Date());
  const first = min === undefined ? undefined : toLocal(min);
  const last = max === undefined ? undefined : toLocal(max);
  return (
    <Portal anchor={anchor}>
      <Radix.Root open onOpenChange={(open) => !open && onClose()}>
        <Radix.Trigger asChild>
          <Anchor element={anchor} />
        </Radix.Trigger>
        <Radix.Content
          {...label}
          id={id}
          className="wr-Popover wr-Calendar"
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={8}
          // The day that is picked, or today, takes the focus.
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          <DayPicker
            mode="single"
            required
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was asked for
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
        </Radix.Content>
      </Radix.Root>
    </Portal>
  );
}

function clamp(date: IsoDate, min = date, max = date): IsoDate {
  return date < min ? min : date > max ? max : date;
}

const classNames = {
  root: "wr-Calendar-root",
  months: "wr-Calendar-months",
  month: "wr-Calendar-month",
  month_caption: "wr-Calendar-caption",
  caption_label: "wr-Calendar-title",
  month_grid: "wr-Calendar-grid",
  weekdays: "wr-Calendar-weekdays",
  weekday: "wr-Calendar-weekday",
  weeks: "wr-Calendar-weeks",
  week: "wr-Calendar-week",
  day: "wr-Calendar-day",
  day_button: "wr-Calendar-button",
  nav: "wr-Calendar-nav",
};

const components = { DayButton: Day, Nav };

/** Everything the calendar shows or says, in the reader's language. */
function textsOf(locale: string, labels: Labels) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format } = new Intl.DateTimeFormat(locale, {
      calendar: "gregory",
      ...options,
    });
    return (date: Date) => format(date);
  };
  const month = format({ month: "long", year: "numeric" });
  const number = new Intl.NumberFormat(locale, { useGrouping: false });
  return {
    weekStartsOn: weekStart(locale),
    formatters: {
      formatCaption: month,
      formatDay: (date: Date) => number.format(date.getDate()),
      formatWeekdayName: weekdays(format),
    },
    labels: {
      labelGrid: month,
      labelDayButton: format({ dateStyle: "full" }),
      labelWeekday: format({ weekday: "long" }),
      labelPrevious: () => labels.previousMonth,
      labelNext: () => labels.nextMonth,
    },
  };
}

/** Names of weekdays that fit a column: "Su", "dom", "日", else one letter. */
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
    // The calendar is focused before it is placed: nothing may scroll to it.
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

function Nav({
  className,
  previousMonth,
  nextMonth,
  onPreviousClick,
  onNextClick,
}: NavProps) {
  const { dayPickerProps, labels } = useDayPicker();
  const [back, on] =
    dayPickerProps.dir === "rtl" ? ["right", "left"] : ["left", "right"];
  return (
    <div className={className}>
      <button
        type="button"
        className="wr-Calendar-step"
        aria-label={labels.labelPrevious(previousMonth)}
        // Disabled it would lose the focus at the first month.
        aria-disabled={previousMonth ? undefined : true}
        onClick={onPreviousClick}
      >
        <Icon name={`chevron-${back}`} />
      </button>
      <button
        type="button"
        className="wr-Calendar-step"
        aria-label={labels.labelNext(nextMonth)}
        aria-disabled={nextMonth ? undefined : true}
        onClick={onNextClick}
      >
        <Icon name={`chevron-${on}`} />
      </button>
    </div>
  );
}

import { flushSync } from "react-dom";
import { useHost } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { toText } from "../core/tree.js";
import type { CalendarProps } from "../parts/Calendar.js";
import { dateRange, formatDate, isoDate } from "../parts/date.js";
import { Icon } from "../parts/Icon.js";
import { useLocale } from "../parts/locale.js";
import { usePopup, type LoadPopup } from "../parts/popup.js";
import { Trigger, type TriggerProps } from "../parts/Trigger.js";
import { oneOf } from "../parts/values.js";
import { useAction } from "../useAction.js";
import { useField } from "../useField.js";

type Side = "top" | "right" | "bottom" | "left";
type Align = "start" | "center" | "end";

export interface DatePickerProps extends TriggerProps {
  /** The date to start with: `"2026-11-12"`. Of a datetime, the date as it is written. */
  defaultValue?: string | null;
  /** The first date that can be picked. */
  min?: string | null;
  /** The last date that can be picked. */
  max?: string | null;
  /** Shown while there is no date. */
  placeholder?: string | null;
  /** Where the calendar opens, if there is room. @default "bottom" */
  side?: Side | null;
  /** How the calendar lines up with the field. @default "center" */
  align?: Align | null;
  /** Started by each change; nothing shows that it runs by default. */
  onChangeAction?: ActionConfig | null;
}

const sides = new Set<Side>(["top", "right", "bottom", "left"]);
const aligns = new Set<Align>(["start", "center", "end"]);

const loadCalendar: LoadPopup<CalendarProps> = () =>
  import("../parts/Calendar.js");

/** A date, picked from a calendar. */
export function DatePicker(props: DatePickerProps) {
  const { placeholder, onChangeAction } = props;
  const { labels } = useHost().settings;
  const locale = useLocale();
  const [value, setValue] = useField(isoDate(props.defaultValue));
  const { run } = useAction(onChangeAction, "none");
  const popup = usePopup(loadCalendar, props);

  function change(next: string | undefined) {
    if (next === value) return;
    // The action reads the form as it is then.
    flushSync(() => setValue(next));
    run();
  }
  return (
    <Trigger
      type="DatePicker"
      props={props}
      popup={popup}
      opens="dialog"
      icon={<Icon name="calendar" />}
      placeholder={toText(placeholder) || labels.datePlaceholder}
      fallback={placeholder}
      text={value === undefined ? "" : formatDate(value, locale)}
      value={value}
      onClear={() => change(undefined)}
    >
      {(shared, Calendar) => (
        <Calendar
          {...shared}
          {...dateRange(props.min, props.max)}
          value={value}
          side={oneOf(sides, props.side, "bottom")}
          align={oneOf(aligns, props.align, "center")}
          onPick={(date) => {
            popup.close();
            change(date);
          }}
        />
      )}
    </Trigger>
  );
}

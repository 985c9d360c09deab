import * as messages from "../../context/messages.js";
import type { DatePickerProps } from "./DatePicker.js";
import type { CalendarProps } from "./Calendar.js";
import { dateRange, isoDate } from "../../core/isoDate.js";
import { aligns, sides } from "./sides.js";
import { TriggerPopover } from "../../ui/TriggerPopover.js";
import type { TriggerPartProps, TriggerState } from "../../ui/TriggerField.js";
import type { Load } from "../../ui/useLoader.js";

const loadCalendar: Load<CalendarProps> = () => import("./Calendar.js");

/** The part of a DatePicker that is loaded later: it opens the calendar. */
export default function DateField(
  state: TriggerPartProps<TriggerState & { props: DatePickerProps }>,
) {
  const { props, read, field, opening } = state;
  const range = dateRange(props.min, props.max);
  if (range.min !== isoDate(props.min)) {
    read.report("min", messages.reversedDates(range));
  }
  return (
    <TriggerPopover state={state} load={loadCalendar}>
      {(shared, Calendar) => (
        <Calendar
          {...shared}
          {...range}
          value={field.value ?? undefined}
          side={read.enumValue("side", sides, "bottom")}
          align={read.enumValue("align", aligns, "center")}
          onPick={(date) => {
            opening.close();
            if (date !== field.value) field.change(date);
          }}
        />
      )}
    </TriggerPopover>
  );
}

import type { DatePickerProps } from "../nodes/DatePicker.js";
import type { CalendarProps } from "./Calendar.js";
import { dateRange } from "./date.js";
import { usePopup, type LoadPopup } from "./popup.js";
import { Trigger } from "./Trigger.js";
import { closed, oneOf } from "./values.js";
import { useDate } from "./useChoice.js";

const sides = closed("top right bottom left");
const aligns = closed("start center end");

const loadCalendar: LoadPopup<CalendarProps> = () => import("./Calendar.js");

/** A DatePicker that acts. */
export default function DateField(props: DatePickerProps) {
  const { field, text } = useDate(props);
  const popup = usePopup(loadCalendar, props);
  return (
    <Trigger
      state={{ type: "DatePicker", props, field, text }}
      popup={popup}
      opens="dialog"
    >
      {(shared, Calendar) => (
        <Calendar
          {...shared}
          {...dateRange(props.min, props.max)}
          value={field.value ?? undefined}
          side={oneOf(sides, props.side, "bottom")}
          align={oneOf(aligns, props.align, "center")}
          onPick={(date) => {
            popup.close();
            if (date !== field.value) field.change(date);
          }}
        />
      )}
    </Trigger>
  );
}

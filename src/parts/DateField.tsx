import type { DatePickerProps } from "../nodes/DatePicker.js";
import type { CalendarProps } from "./Calendar.js";
import { dateRange } from "./date.js";
import { formatDate, isoDate } from "./dateText.js";
import { useLocale } from "./locale.js";
import { usePopup, type LoadPopup } from "./popup.js";
import { Trigger } from "./Trigger.js";
import { closed, oneOf } from "./values.js";
import { useChange, useChoice } from "./useChoice.js";

const sides = closed("top right bottom left");
const aligns = closed("start center end");

const loadCalendar: LoadPopup<CalendarProps> = () => import("./Calendar.js");

/** A DatePicker that acts. */
export default function DateField(props: DatePickerProps) {
  const locale = useLocale();
  const field = useChoice(props, isoDate);
  const [change, pending] = useChange(field, props.onChangeAction);
  const value = field.value ?? undefined;
  const popup = usePopup(loadCalendar, props);
  return (
    <Trigger
      state={{
        type: "DatePicker",
        props,
        field,
        pending,
        text: value && formatDate(value, locale),
      }}
      popup={popup}
      opens="dialog"
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

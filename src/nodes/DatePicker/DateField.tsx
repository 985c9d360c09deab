import type { DatePickerProps } from "./DatePicker.js";
import type { CalendarProps } from "./Calendar.js";
import { dateRange } from "./dateText.js";
import { Trigger } from "../../ui/TriggerPopover.js";
import type { TriggerPartProps, TriggerState } from "../../ui/TriggerField.js";
import type { Load } from "../../ui/useLoader.js";
import { closed } from "../../ui/values.js";

const sides = closed("top right bottom left");
const aligns = closed("start center end");

const loadCalendar: Load<CalendarProps> = () => import("./Calendar.js");

/** What a DatePicker opens. */
export default function DateField(
  state: TriggerPartProps<TriggerState & { props: DatePickerProps }>,
) {
  const { props, given, field, opening } = state;
  return (
    <Trigger state={state} load={loadCalendar}>
      {(shared, Calendar) => (
        <Calendar
          {...shared}
          {...dateRange(props.min, props.max)}
          value={field.value ?? undefined}
          side={given.oneOf("side", sides, "bottom")}
          align={given.oneOf("align", aligns, "center")}
          onPick={(date) => {
            opening.close();
            if (date !== field.value) field.change(date);
          }}
        />
      )}
    </Trigger>
  );
}

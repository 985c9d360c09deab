import type { ActionConfig } from "../core/action.js";
import { TriggerBox, type TriggerProps } from "../parts/TriggerBox.js";
import { useDate } from "../parts/useChoice.js";

type Side = "top" | "right" | "bottom" | "left";
type Align = "start" | "center" | "end";

export interface DatePickerProps extends TriggerProps {
  /** The date to start with: `"2026-11-12"`. Of a datetime, the date as it is written. */
  defaultValue?: string | null;
  /** The first date that can be picked. */
  min?: string | null;
  /** The last date that can be picked. */
  max?: string | null;
  /** Where the calendar opens, if there is room. @default "bottom" */
  side?: Side | null;
  /** How the calendar lines up with the field. @default "center" */
  align?: Align | null;
  /** Started by each change; nothing shows that it runs by default. */
  onChangeAction?: ActionConfig | null;
}

const load = () => import("../parts/DateField.js");

/** A date, picked from a calendar. */
export function DatePicker(props: DatePickerProps) {
  return (
    <TriggerBox
      load={load}
      state={{ type: "DatePicker", props, opens: "dialog", ...useDate(props) }}
    />
  );
}

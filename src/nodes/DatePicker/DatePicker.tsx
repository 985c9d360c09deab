import type { ActionConfig } from "../../core/action.js";
import type { Member } from "../../core/json.js";
import { focusField } from "../../forms/focus.js";
import { dateRange, isoDate } from "../../core/isoDate.js";
import type { aligns, sides } from "./sides.js";
import { usePropReader } from "../../context/propReader.js";
import { TriggerField, type TriggerProps } from "../../ui/TriggerField.js";
import { useDate } from "./useDate.js";

export interface DatePickerProps extends TriggerProps {
  /** The date to start with: `"2026-11-12"`. Of a datetime, the date as written: no time zone changes it. */
  defaultValue?: string | null;
  /** The first date that can be picked: `"2026-11-01"`. */
  min?: string | null;
  /** The last date that can be picked: `"2026-11-30"`. */
  max?: string | null;
  /** Where the calendar opens, if there is room. @default "bottom" */
  side?: Member<typeof sides> | null;
  /** How the calendar lines up with the field. @default "center" */
  align?: Member<typeof aligns> | null;
  /** Started by each change. While it runs, nothing shows it by default. */
  onChangeAction?: ActionConfig | null;
}

const load = () => import("./DateField.js");

/** A date, picked from a calendar. */
export function DatePicker(props: DatePickerProps) {
  const read = usePropReader(props);
  const date = useDate(read);
  const { field } = date;
  return (
    <TriggerField
      load={load}
      state={{
        type: "DatePicker",
        props,
        read,
        opens: "dialog",
        ...date,
      }}
      // The browser validates the range and has the messages for it.
      native={{
        ...dateRange(props.min, props.max),
        type: "date",
        className: "wr-hidden",
        "aria-hidden": true,
        tabIndex: -1,
        autoComplete: "off",
        onFocus: ({ currentTarget }) =>
          focusField(currentTarget.closest("[data-field]")!),
        // The browser validates the fields of a host's form, and calls this.
        onInvalid: ({ currentTarget }) =>
          field.entry.setError(currentTarget.validationMessage),
        onChange: ({ currentTarget }) =>
          field.change(isoDate(currentTarget.value) ?? null),
      }}
    />
  );
}

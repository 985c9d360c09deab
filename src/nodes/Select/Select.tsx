import type { ActionConfig } from "../../core/action.js";
import { usePropReader } from "../../context/propReader.js";
import { TriggerField, type TriggerProps } from "../../ui/TriggerField.js";
import { useOptions } from "../../ui/useChoice.js";

export interface SelectOption {
  /** What the form gets. */
  value: string | number;
  /** What is shown in the list, and in the field once it is chosen. */
  label: string | number;
  /** A second line below the label. */
  description?: string | null;
  /** @default false */
  disabled?: boolean | null;
}

export interface SelectProps extends TriggerProps {
  /** What there is to choose from, in this order. */
  options: readonly SelectOption[];
  /** The `value` of the option to start with. */
  defaultValue?: string | number | null;
  /** Shows a search field above the options. @default with more than 15 options */
  searchable?: boolean | null;
  /** Started by each change; nothing shows that it runs by default. */
  onChangeAction?: ActionConfig | null;
}

const load = () => import("./SelectField.js");

/** More options than this are searched unless the author says otherwise. */
const UNSEARCHED = 15;

/** One choice of several, which show when the field is opened. */
export function Select(props: SelectProps) {
  const read = usePropReader(props);
  read.list("options");
  const choice = useOptions(read);
  const { options, selected } = choice;
  const searchable = read.boolean("searchable", options.length > UNSEARCHED);
  return (
    <TriggerField
      load={load}
      state={{
        type: "Select",
        props,
        read,
        opens: searchable ? "dialog" : "listbox",
        text: options[selected]?.label,
        ...choice,
      }}
    />
  );
}

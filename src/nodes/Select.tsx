import type { ActionConfig } from "../core/action.js";
import { latePart } from "../parts/Lazy.js";
import { TriggerBox, type TriggerProps } from "../parts/TriggerBox.js";
import { useOptions } from "../parts/useChoice.js";

export interface SelectOption {
  /** What the form gets. */
  value: string | number;
  label: string | number;
  /** A second line below the label. */
  description?: string | null;
  /** @default false */
  disabled?: boolean | null;
}

export interface SelectProps extends TriggerProps {
  options: readonly SelectOption[];
  /** The `value` of the option to start with. */
  defaultValue?: string | number | null;
  /** Shows a search field above the options. @default with more than 15 options */
  searchable?: boolean | null;
  /** Started by each change; nothing shows that it runs by default. */
  onChangeAction?: ActionConfig | null;
}

const Field = latePart<SelectProps>(
  () => import("../parts/SelectField.js"),
  Still,
);

/** One choice of several, which show when the field is opened. */
export function Select(props: SelectProps) {
  return <Field {...props} />;
}

/** What stands there until the field can act. */
function Still(props: SelectProps) {
  const { options, selected, field } = useOptions(props);
  const text = options[selected]?.label;
  return <TriggerBox type="Select" props={props} field={field} text={text} />;
}

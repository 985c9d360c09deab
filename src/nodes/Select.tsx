import { useMemo } from "react";
import { flushSync } from "react-dom";
import { useHost } from "../context.js";
import type { ActionConfig } from "../core/action.js";
import { toText } from "../core/tree.js";
import { findTyped, readOptions, useTyping } from "../parts/options.js";
import { usePopup, type LoadPopup } from "../parts/popup.js";
import type { SelectPopupProps } from "../parts/SelectPopup.js";
import { Trigger, type TriggerProps } from "../parts/Trigger.js";
import { isTrue } from "../parts/values.js";
import { useAction } from "../useAction.js";
import { useField } from "../useField.js";

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
  /** Shown while nothing is chosen. */
  placeholder?: string | null;
  /** Shows a search field above the options. @default with more than 15 options */
  searchable?: boolean | null;
  /** Started by each change; nothing shows that it runs by default. */
  onChangeAction?: ActionConfig | null;
}

/** More options than this are searched unless the author says otherwise. */
const SEARCHED_FROM = 16;

const loadList: LoadPopup<SelectPopupProps> = () =>
  import("../parts/SelectPopup.js");
const loadSearch: LoadPopup<SelectPopupProps> = () =>
  import("../parts/SearchPopup.js");

/** One choice of several, which show when the field is opened. */
export function Select(props: SelectProps) {
  const { block, placeholder, onChangeAction } = props;
  const { labels } = useHost().settings;
  const options = useMemo(() => readOptions(props.options), [props.options]);
  const find = (value: string | undefined) =>
    options.findIndex((option) => option.value === value);
  const authored =
    props.defaultValue == null ? undefined : toText(props.defaultValue);
  const [value, setValue] = useField(find(authored) < 0 ? undefined : authored);
  const { run } = useAction(onChangeAction, "none");
  const searchable =
    props.searchable == null
      ? options.length >= SEARCHED_FROM
      : isTrue(props.searchable);
  const popup = usePopup(searchable ? loadSearch : loadList, props);
  const typing = useTyping();
  const selected = find(value);

  function change(next: string | undefined) {
    if (next === value) return;
    // The action reads the form as it is then.
    flushSync(() => setValue(next));
    run();
  }
  return (
    <Trigger
      type="Select"
      props={props}
      popup={popup}
      opens={searchable ? "dialog" : "listbox"}
      placeholder={toText(placeholder) || labels.selectPlaceholder}
      fallback={placeholder}
      text={options[selected]?.label ?? ""}
      value={options[selected]?.value}
      onClear={() => change(undefined)}
      onKeyDown={(event) => {
        const typed = typing(event);
        if (typed === undefined) return;
        event.preventDefault();
        const found = findTyped(options, typed, selected);
        if (found !== undefined) change(options[found]?.value);
      }}
    >
      {(shared, Popup) => (
        <Popup
          {...shared}
          options={options}
          selected={selected}
          block={isTrue(block)}
          onChoose={(index) => {
            popup.close();
            change(options[index]?.value);
          }}
        />
      )}
    </Trigger>
  );
}

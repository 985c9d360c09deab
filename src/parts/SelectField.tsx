import { useMemo } from "react";
import { toText } from "../core/tree.js";
import type { SelectProps } from "../nodes/Select.js";
import { findTyped, useTyping } from "./options.js";
import { usePopup, type LoadPopup } from "./popup.js";
import { readOptions } from "./readOptions.js";
import type { SelectPopupProps } from "./SelectPopup.js";
import { Trigger } from "./Trigger.js";
import { isTrue } from "./values.js";
import { useChoice } from "./useChoice.js";

/** More options than this are searched unless the author says otherwise. */
const SEARCHED_FROM = 16;

const loadList: LoadPopup<SelectPopupProps> = () => import("./SelectPopup.js");
const loadSearch: LoadPopup<SelectPopupProps> = () =>
  import("./SearchPopup.js");

/** A Select that acts. */
export default function SelectField(props: SelectProps) {
  const options = useMemo(() => readOptions(props.options), [props.options]);
  const find = (value: string | undefined) =>
    options.findIndex((option) => option.value === value);
  const authored =
    props.defaultValue == null ? undefined : toText(props.defaultValue);
  const [value, change] = useChoice(
    find(authored) < 0 ? undefined : authored,
    props.onChangeAction,
  );
  const searchable =
    props.searchable == null
      ? options.length >= SEARCHED_FROM
      : isTrue(props.searchable);
  const popup = usePopup(searchable ? loadSearch : loadList, props);
  const typing = useTyping();
  const selected = find(value);
  return (
    <Trigger
      state={{
        type: "Select",
        props,
        value: options[selected]?.value,
        text: options[selected]?.label,
      }}
      popup={popup}
      opens={searchable ? "dialog" : "listbox"}
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
          block={isTrue(props.block)}
          onChoose={(index) => {
            popup.close();
            change(options[index]?.value);
          }}
        />
      )}
    </Trigger>
  );
}

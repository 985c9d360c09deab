import type { SelectProps } from "../nodes/Select.js";
import { findTyped, useTyping } from "./options.js";
import { usePopup, type LoadPopup } from "./popup.js";
import type { SelectPopupProps } from "./SelectPopup.js";
import { Trigger } from "./Trigger.js";
import { isTrue } from "./values.js";
import { useOptions } from "./useChoice.js";

/** More options than this are searched unless the author says otherwise. */
const SEARCHED_FROM = 16;

const loadList: LoadPopup<SelectPopupProps> = () => import("./SelectPopup.js");
const loadSearch: LoadPopup<SelectPopupProps> = () =>
  import("./SearchPopup.js");

/** A Select that acts. */
export default function SelectField(props: SelectProps) {
  const { options, selected, field } = useOptions(props);
  const choose = (index: number) => {
    const { value } = options[index]!;
    if (value !== field.value) field.change(value);
  };
  const searchable =
    props.searchable == null
      ? options.length >= SEARCHED_FROM
      : isTrue(props.searchable);
  const popup = usePopup(searchable ? loadSearch : loadList, props);
  const typing = useTyping();
  return (
    <Trigger
      state={{ type: "Select", props, field, text: options[selected]?.label }}
      popup={popup}
      opens={searchable ? "dialog" : "listbox"}
      onKeyDown={(event) => {
        const typed = typing(event);
        if (typed === undefined) return;
        event.preventDefault();
        const found = findTyped(options, typed, selected);
        if (found !== undefined) choose(found);
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
            choose(index);
          }}
        />
      )}
    </Trigger>
  );
}

import type { SelectProps } from "../nodes/Select.js";
import { findTyped, useTyping } from "./options.js";
import type { SelectPopupProps } from "./SelectPopup.js";
import { Trigger } from "./Trigger.js";
import type { TriggerPartProps, TriggerState } from "./TriggerBox.js";
import type { Load } from "./useLoader.js";
import { isTrue } from "./values.js";
import type { useOptions } from "./useChoice.js";

const loadList: Load<SelectPopupProps> = () => import("./SelectPopup.js");
const loadSearch: Load<SelectPopupProps> = () => import("./SearchPopup.js");

type SelectState = TriggerState &
  ReturnType<typeof useOptions> & { props: SelectProps };

/** What a Select opens, and what its trigger does with the keys of a text. */
export default function SelectField(state: TriggerPartProps<SelectState>) {
  const { props, options, selected, field, opening } = state;
  const choose = (index: number) => {
    const { value } = options[index]!;
    // Of several keys at once each sees what the last one has chosen.
    if (value !== field.entry.value) field.change(value);
  };
  const typing = useTyping();
  return (
    <Trigger
      state={state}
      load={state.opens === "dialog" ? loadSearch : loadList}
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
            opening.close();
            choose(index);
          }}
        />
      )}
    </Trigger>
  );
}

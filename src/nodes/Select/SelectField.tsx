import { useState } from "react";
import { useTypeahead } from "./options.js";
import type { SelectPopoverProps } from "./useOptionList.js";
import { TriggerPopover } from "../../ui/TriggerPopover.js";
import type { TriggerPartProps, TriggerState } from "../../ui/TriggerField.js";
import type { Load } from "../../ui/useLoader.js";
import type { Option } from "../../ui/readOptions.js";
import type { useOptions } from "../../ui/useChoice.js";

const loadList: Load<SelectPopoverProps> = () => import("./ListPopover.js");
const loadSearch: Load<SelectPopoverProps> = () => import("./SearchPopover.js");

type SelectState = TriggerState & ReturnType<typeof useOptions>;

/** What a Select opens, and what its trigger does with the keys of a text. */
export default function SelectField(state: TriggerPartProps<SelectState>) {
  const { read, options, selected, field, opening } = state;
  // Of several keys at once each sees what the last one has chosen.
  const isChosen = ({ value }: Option) => value === field.entry.value;
  const choose = (index: number) => {
    const option = options[index]!;
    if (!isChosen(option)) field.change(option.value);
  };
  const typing = useTypeahead(options);
  // What is open stays as it is, even if the next time something else opens.
  const [opens, setOpens] = useState(state.opens);
  if (!opening.anchor && opens !== state.opens) setOpens(state.opens);
  return (
    <TriggerPopover
      state={state}
      load={opens === "dialog" ? loadSearch : loadList}
      onKeyDown={(event) => {
        const found = typing(event, options.findIndex(isChosen));
        if (found === undefined) return;
        event.preventDefault();
        if (found >= 0) choose(found);
      }}
    >
      {(shared, Popup) => (
        <Popup
          {...shared}
          options={options}
          selected={selected}
          block={read.boolean("block")}
          onChoose={(index) => {
            opening.close();
            choose(index);
          }}
        />
      )}
    </TriggerPopover>
  );
}

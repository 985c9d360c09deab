import {
  useRef,
  useState,
  type HTMLAttributes,
  type KeyboardEvent,
  type SyntheticEvent,
} from "react";
import { isComposing } from "../../forms/isComposing.js";
import {
  useReturnFocus,
  type PopoverTriggerProps,
} from "../../ui/useReturnFocus.js";
import type { Option } from "../../ui/readOptions.js";
import { nextIndex } from "./options.js";
import { useOptionWindow, type OptionRow } from "./useOptionWindow.js";

/** What the popover of a Select gets, with a search or without. */
export interface SelectPopoverProps extends PopoverTriggerProps {
  options: readonly Option[];
  /** The position of the chosen option, -1 for none. */
  selected: number;
  /** As wide as the trigger, however narrow that is. */
  block: boolean;
  onChoose: (index: number) => void;
}

/** The options of an open Select: which one is active, and what chooses one. */
export function useOptionList(
  { anchor, id, options, selected, onChoose, onClose }: SelectPopoverProps,
  /** The positions of the options that are shown. */
  shown: readonly number[],
  /** What a key of a text leads to, if the list is not searched. */
  findTyped?: (event: KeyboardEvent, active: number) => number | undefined,
) {
  const reachable = shown.filter((index) => !options[index]?.disabled);
  const [moved, setMoved] = useState<number>();
  const active = reachable.includes(moved ?? selected)
    ? (moved ?? selected)
    : (reachable[0] ?? -1);
  const { leave, finish, onCloseAutoFocus } = useReturnFocus({
    anchor,
    id,
    onClose,
  });
  const list = useRef<HTMLDivElement>(null);
  const pointer = useRef("");
  const choose = (index: number) => finish(() => onChoose(index));
  const optionId = (index: number) => `${id}-option-${index}`;

  const { rows, rest, onScroll } = useOptionWindow(list, shown, active);

  function handleKey(event: KeyboardEvent) {
    const { key } = event;
    // The focus is within the popover as long as that is open, so no key is for
    // what lies around its trigger, nor for what Radix itself does with keys.
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    if (key === "Tab") {
      leave();
      return;
    }
    const typed = findTyped?.(event, active);
    const next = nextIndex(key, reachable.indexOf(active), reachable.length);
    if (typed !== undefined) setMoved(typed < 0 ? active : typed);
    else if (next !== undefined) setMoved(reachable[next]);
    else if (key === "Enter" || (key === " " && findTyped)) {
      if (active >= 0) choose(active);
    } else return;
    event.preventDefault();
  }

  /** The attributes of one option. Preventing an event keeps Radix from it, too. */
  function optionProps({ index, position, gap }: OptionRow) {
    const disabled = options[index]?.disabled;
    return {
      ...position,
      style: gap ? { marginTop: gap } : undefined,
      id: optionId(index),
      className: "wr-Select-option",
      role: "option",
      tabIndex: -1,
      "aria-selected": index === selected,
      "aria-disabled": disabled || undefined,
      "data-disabled": disabled ? "" : undefined,
      "data-highlighted": index === active ? "" : undefined,
      "data-state": index === selected ? "checked" : "unchecked",
      // The focus stays where the keys are handled.
      onPointerDown: prevent,
      onMouseDown: prevent,
      onPointerMove: (event) => {
        event.preventDefault();
        const { screenX, screenY } = event;
        const before = pointer.current;
        pointer.current = `${screenX} ${screenY}`;
        // Safari reports a move when the list scrolls below a pointer that lies still.
        if (pointer.current !== before && !disabled) setMoved(index);
      },
      onPointerLeave: prevent,
      // The click chooses, that of a script as well.
      onPointerUp: prevent,
      onClick: (event) => {
        event.preventDefault();
        if (!disabled) choose(index);
      },
    } satisfies HTMLAttributes<HTMLElement> & Record<`data-${string}`, unknown>;
  }

  return {
    active,
    list,
    rows,
    /** What takes the height of the options after the last row. */
    rest: rest > 0 ? { role: "presentation", style: { height: rest } } : null,
    onScroll,
    onCloseAutoFocus,
    handleKey,
    optionId,
    optionProps,
    /** Another text is searched for: its first option is active. */
    reset: () => setMoved(undefined),
  };
}

function prevent(event: SyntheticEvent) {
  event.preventDefault();
}

/** For what a dialog of the host keeps from the page, but not from the list. */
export function stop(event: SyntheticEvent) {
  event.stopPropagation();
}

import {
  useImperativeHandle,
  useLayoutEffect,
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { useWidgetContext } from "../context/WidgetContext.js";
import type { PopoverTriggerProps } from "./useReturnFocus.js";
import {
  popoverIdOf,
  useTrigger,
  type TriggerActions,
  type TriggerPartProps,
  type TriggerState,
} from "./TriggerField.js";
import { useLoader, type Load } from "./useLoader.js";

interface Props<Popup extends PopoverTriggerProps> {
  state: TriggerPartProps<TriggerState>;
  load: Load<Popup>;
  onKeyDown?: TriggerActions["onKeyDown"];
  /** Renders the popover while it is open. */
  children: (
    shared: PopoverTriggerProps,
    Part: ComponentType<Popup>,
  ) => ReactNode;
}

/** What is beside a trigger: its popover, and the button that clears the field. */
export function TriggerPopover<Popup extends PopoverTriggerProps>({
  state,
  load,
  onKeyDown,
  children,
}: Props<Popup>) {
  const { labels } = useWidgetContext().settings;
  const { valueId, label, mayClear, clearable } = useTrigger(state);
  const { field, props, opening } = state;
  const { anchor, close, actions, replay } = opening;
  const clearId = `${field.control.id}-clear`;

  const { Part } = useLoader(load, anchor, { node: props.node, close });
  const handleKey = (event: KeyboardEvent) => {
    onKeyDown?.(event);
    const { key, defaultPrevented } = event;
    if (defaultPrevented || !mayClear) return;
    if (key !== "Backspace" && key !== "Delete") return;
    // Not the value of this render: of several keys at once one may have chosen it.
    if (field.entry.value === null) return;
    event.preventDefault();
    field.change(null);
  };
  useImperativeHandle(actions, () => ({
    prefetch: () => void load().catch(() => {}),
    shown: Part !== undefined,
    onKeyDown: handleKey,
  }));
  // Before the next key can come, which goes on with the text of these.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, as this code has loaded
  useLayoutEffect(replay, []);
  return (
    <>
      {clearable && (
        <button
          type="button"
          id={clearId}
          className="wr-Trigger-clear"
          aria-label={labels.clear}
          aria-labelledby={`${clearId} ${field.labelId} ${valueId}`}
          onClick={(event) => {
            // This button disappears with the value, so the trigger gets the focus.
            const control = event.currentTarget.parentElement;
            field.change(null);
            control?.querySelector("button")?.focus();
          }}
        >
          <Cross />
        </button>
      )}
      {anchor &&
        Part &&
        children(
          { anchor, id: popoverIdOf(field), label, onClose: close },
          Part,
        )}
    </>
  );
}

function Cross() {
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="m1.5 1.5 7 7m0-7-7 7" />
    </svg>
  );
}

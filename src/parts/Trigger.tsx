import {
  useEffect,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { useHost } from "../context.js";
import { pressEnter, useForm } from "../form.js";
import type { Popup, PopupProps } from "./popup.js";
import {
  TriggerBox,
  knock,
  useTrigger,
  type TriggerState,
} from "./TriggerBox.js";

interface Props<Part extends PopupProps> {
  state: TriggerState;
  /** What the trigger opens, and how assistive technology calls that. */
  popup: Popup<Part>;
  opens: "listbox" | "dialog";
  onKeyDown?: (event: KeyboardEvent<HTMLButtonElement>) => void;
  /** Draws the popup while it is open. */
  children: (
    shared: PopupProps,
    Part: NonNullable<Popup<Part>["Part"]>,
  ) => ReactNode;
}

/** A field that shows its value and opens something to change it. */
export function Trigger<Part extends PopupProps>({
  state,
  popup,
  opens,
  onKeyDown,
  children,
}: Props<Part>) {
  const { labels } = useHost().settings;
  const { form } = useForm();
  const { valueId, label, clearable } = useTrigger(state);
  const { entry, control, labelId, change } = state.field;
  const { id } = control;
  const [clearId, popupId] = [`${id}-clear`, `${id}-popup`];
  const { anchor, open } = popup;
  useEffect(() => {
    const button = entry.element?.querySelector("button");
    if (button && knock(entry, false)) open(button);
  }, [entry, open]);
  return (
    <TriggerBox
      {...state}
      button={{
        "aria-haspopup": opens,
        "aria-expanded": anchor !== undefined,
        "aria-controls": anchor ? popupId : undefined,
        onPointerEnter: popup.prefetch,
        onFocus: popup.prefetch,
        onBlur: () => popup.anchor && !popup.Part && popup.close(),
        onClick: (event) => {
          if (isFromLabel(event)) event.currentTarget.focus();
          else if (anchor) popup.close();
          else popup.open(event.currentTarget);
        },
        onKeyDown: (event) => {
          onKeyDown?.(event);
          if (!event.defaultPrevented) handleKey(event);
        },
        // Firefox clicks at the end of a press whose start was taken.
        onKeyUp: (event) => event.key === " " && event.preventDefault(),
      }}
    >
      {clearable && (
        <button
          type="button"
          id={clearId}
          className="wr-Trigger-clear"
          aria-label={labels.clear}
          aria-labelledby={`${clearId} ${labelId} ${valueId}`}
          onClick={(event) => {
            // This button goes with the value.
            const control = event.currentTarget.parentElement;
            change(null);
            control?.querySelector("button")?.focus();
          }}
        >
          <Cross />
        </button>
      )}
      {anchor &&
        popup.Part &&
        children(
          {
            anchor,
            id: popupId,
            label,
            onClose: popup.close,
          },
          popup.Part,
        )}
    </TriggerBox>
  );

  function handleKey(event: KeyboardEvent<HTMLButtonElement>) {
    switch (event.key) {
      case " ":
      case "ArrowDown":
      case "ArrowUp":
        popup.open(event.currentTarget);
        break;
      case "Enter":
        pressEnter(form);
        break;
      case "Backspace":
      case "Delete":
        if (!clearable) return;
        change(null);
        break;
      case "Escape":
        if (!anchor) return;
        popup.close();
        break;
      default:
        return;
    }
    event.preventDefault();
  }
}

/**
 * A click on the Label is passed on to the field, with the place where it was:
 * as with a native select it is to focus, not to open.
 */
function isFromLabel(event: MouseEvent<HTMLElement>): boolean {
  const { left, right, top, bottom } =
    event.currentTarget.getBoundingClientRect();
  const { clientX: x, clientY: y, nativeEvent } = event;
  // What a script clicks has no place, and means the field itself.
  return (
    nativeEvent.isTrusted &&
    event.detail > 0 &&
    (x < left || x > right || y < top || y > bottom)
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

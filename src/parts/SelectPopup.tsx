import * as Radix from "@radix-ui/react-select";
import {
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from "react";
import { Icon } from "./Icon.js";
import { Anchor, Portal, directionOf } from "./Portal.js";
import { findTyped, moveByKey, useTyping } from "./options.js";
import { useReturn, type PopupProps } from "./popup.js";
import type { Option } from "./readOptions.js";

export interface SelectPopupProps extends PopupProps {
  options: readonly Option[];
  /** The position of the chosen option, -1 for none. */
  selected: number;
  /** As wide as the trigger, however narrow that is. */
  block: boolean;
  onChoose: (index: number) => void;
}

/** The options of a Select, in a list beside its trigger. */
export default function SelectPopup({
  anchor,
  id,
  label,
  options,
  selected,
  block,
  onChoose,
  onClose,
}: SelectPopupProps) {
  const [dir] = useState(() => directionOf(anchor));
  const typing = useTyping();
  const makeRestInert = useInertRest();
  const { leave, onCloseAutoFocus } = useReturn({ anchor, onClose });
  const begun = useRef(false);

  /**
   * Radix finds its items by a part of it that injects a stylesheet, and the
   * focus in the document, where it is not in a shadow root: so the keys that
   * move are handled here.
   */
  function handleKey(event: KeyboardEvent<HTMLElement>) {
    const { currentTarget: list, key } = event;
    if (key === "Tab") {
      event.stopPropagation();
      leave();
      return;
    }
    const items = itemsOf(list);
    const current = items.indexOf(focusIn(list) as HTMLElement);
    const typed = typing(event);
    const target =
      typed === undefined
        ? step(items, key, current)
        : items[findTyped(options, typed, current) ?? -1];
    if (target) move(target);
    if (target || typed !== undefined) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  function handleFocus(event: FocusEvent<HTMLElement>) {
    makeRestInert();
    // In a shadow root Radix does not see that the option took the focus, and
    // goes on to the list itself.
    if (event.target !== event.currentTarget || begun.current) return;
    begun.current = true;
    if (event.target.getRootNode() instanceof ShadowRoot) {
      const items = itemsOf(event.currentTarget);
      const first = items[selected] ?? step(items, "Home", -1);
      if (first) move(first);
    }
  }

  return (
    <Portal anchor={anchor}>
      <Radix.Root
        open
        value={selected < 0 ? "" : String(selected)}
        dir={dir}
        onValueChange={(index) => onChoose(Number(index))}
        onOpenChange={(open) => !open && onClose()}
      >
        <Radix.Trigger asChild>
          <Anchor element={anchor} />
        </Radix.Trigger>
        <Radix.Content
          {...label}
          ref={allowScroll}
          id={id}
          className="wr-Popover wr-Select-menu"
          data-block={block ? "" : undefined}
          position="popper"
          align="start"
          sideOffset={5}
          collisionPadding={8}
          onKeyDownCapture={handleKey}
          onFocus={handleFocus}
          onPointerDownOutside={(event) => {
            const { pointerType } = event.detail.originalEvent;
            if (pointerType === "mouse") return;
            // A touch ends with a click, which would open the list again.
            event.preventDefault();
            document.addEventListener("click", onClose, { once: true });
          }}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          <div className="wr-Select-list" role="presentation">
            {options.map((option, index) => (
              <Radix.Item
                key={index}
                ref={allowScroll}
                className="wr-Select-option"
                // Values of an author may be empty or equal; positions are not.
                value={String(index)}
                disabled={option.disabled}
                aria-selected={index === selected}
                // By what it holds: the description is part of its name.
                aria-labelledby={undefined}
              >
                <span className="wr-Select-check">
                  {index === selected && <Icon name="check" />}
                </span>
                <span className="wr-Select-content">
                  <Radix.ItemText asChild>
                    <span className="wr-Select-label">{option.label}</span>
                  </Radix.ItemText>
                  {option.description && (
                    <span className="wr-Select-description">
                      {option.description}
                    </span>
                  )}
                </span>
              </Radix.Item>
            ))}
          </div>
        </Radix.Content>
      </Radix.Root>
    </Portal>
  );
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return Array.from(list.querySelectorAll<HTMLElement>('[role="option"]'));
}

function focusIn(element: HTMLElement): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).activeElement;
}

/** The option that a key leads to, past those that are disabled. */
function step(items: readonly HTMLElement[], key: string, current: number) {
  const enabled = items.filter(
    (item) => item.getAttribute("aria-disabled") !== "true",
  );
  const from = enabled.indexOf(items[current]!);
  return enabled[moveByKey(key, from, enabled.length) ?? -1];
}

/**
 * Radix scrolls to whatever it focuses, which throws where elements cannot be
 * scrolled to: jsdom has no layout and no `scrollIntoView`.
 */
function allowScroll(element: HTMLElement | null) {
  if (element && typeof element.scrollIntoView !== "function") {
    Object.assign(element, { scrollIntoView: () => undefined });
  }
}

function move(item: HTMLElement) {
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

/**
 * Radix hides the rest of the page from assistive technology but leaves it in
 * the reach of the keyboard; what is hidden has to be inert.
 */
function useInertRest() {
  const rest = useRef<HTMLElement[]>(undefined);
  // Before React puts `inert` itself on what waits for an action.
  useLayoutEffect(
    () => () => {
      setInert(rest.current ?? [], false);
      rest.current = undefined;
    },
    [],
  );
  return () => {
    rest.current ??= setInert(
      document.querySelectorAll<HTMLElement>("[data-aria-hidden]:not([inert])"),
      true,
    );
  };
}

function setInert(elements: Iterable<HTMLElement>, inert: boolean) {
  const list = Array.from(elements);
  for (const element of list) element.inert = inert;
  return list;
}

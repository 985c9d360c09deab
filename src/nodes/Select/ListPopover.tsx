import * as Radix from "@radix-ui/react-select";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
} from "react";
import { focusInPlace } from "../../forms/focus.js";
import { Anchor, Portal, directionOf } from "../../ui/Portal.js";
import { OptionText } from "./OptionText.js";
import { useTypeahead } from "./options.js";
import {
  stop,
  useOptionList,
  type SelectPopoverProps,
} from "./useOptionList.js";
import { activeOption } from "./useOptionWindow.js";

/**
 * The options of a Select in a list of Radix beside its trigger. The focus is on
 * the active one. Radix would close it when the window loses the focus or
 * changes its size, and gives back the focus in a later task: it is open for as
 * long as this is rendered, and `useOptionList` closes it.
 */
export default function ListPopover(props: SelectPopoverProps) {
  const { anchor, id, label, options, selected, block, onClose } = props;
  const [dir] = useState(() => directionOf(anchor));
  const all = useMemo(() => Array.from(options.keys()), [options]);
  const { active, list, rows, rest, optionProps, ...popover } = useOptionList(
    props,
    all,
    useTypeahead(options),
  );
  // Radix focuses it, and dispatches a change each time that it changes.
  const [first] = useState(active);
  const [content, setContent] = useState<HTMLElement | null>(null);
  const contentRef = useCallback((element: HTMLElement | null) => {
    keepScroll(element);
    setContent(element);
  }, []);
  useInertRest(content);
  useLayoutEffect(() => givePointerBack(anchor), [anchor]);

  const focusActive = () => {
    const option = activeOption(list.current);
    if (option) focusInPlace(option);
    return option;
  };
  // Not before the trigger knows that the popover is there: it closes what it has
  // only asked for as it loses the focus.
  useEffect(() => {
    const popup = list.current?.parentElement;
    if (!focusActive() && popup) focusInPlace(popup);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the active option has changed
  }, [active]);

  return (
    <Portal anchor={anchor}>
      <Radix.Root open value={String(first)} dir={dir}>
        <Radix.Trigger asChild>
          <Anchor element={anchor} />
        </Radix.Trigger>
        <Radix.Content
          {...label}
          ref={contentRef}
          id={id}
          className="wr-Popover wr-Select-menu"
          data-block={block ? "" : undefined}
          position="popper"
          align="start"
          sideOffset={5}
          collisionPadding={8}
          onPointerDownOutside={onClose}
          onCloseAutoFocus={popover.onCloseAutoFocus}
          onKeyDownCapture={popover.handleKey}
          onFocus={(event: FocusEvent) => {
            // Radix focuses the first option again once the list is at its trigger
            // and, in a shadow root, the list itself.
            if (event.target !== activeOption(list.current)) focusActive();
          }}
          onWheel={stop}
          onTouchMove={stop}
        >
          <div
            ref={list}
            className="wr-Select-list"
            role="presentation"
            onScroll={popover.onScroll}
          >
            {rows.map((row) => (
              <Radix.Item
                key={row.index}
                ref={keepScroll}
                // Values of an author may be empty or equal; positions are not.
                value={String(row.index)}
                disabled={options[row.index]!.disabled}
                // It is named by all of its text, the description included.
                aria-labelledby={undefined}
                {...optionProps(row)}
              >
                <OptionText
                  option={options[row.index]!}
                  selected={row.index === selected}
                />
              </Radix.Item>
            ))}
            {rest && <div {...rest} />}
          </div>
        </Radix.Content>
      </Radix.Root>
    </Portal>
  );
}

/**
 * Radix scrolls everything around what it focuses, and throws in jsdom, which has
 * no `scrollIntoView`. Here the list alone is scrolled, to the active option.
 */
function keepScroll(element: HTMLElement | null) {
  if (element) element.scrollIntoView = () => {};
}

/** The elements around `element`, from the inside out, through shadow roots. */
function ancestorsOf(element: Element): Element[] {
  const around: Element[] = [];
  let node: Node | null = element;
  while (node) {
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
    if (node && "tagName" in node) around.push(node as Element);
  }
  return around;
}

/**
 * Radix takes the pointer from the page. Then a press beside the list would be
 * one outside of the dialog or the popover around the trigger, which the browser
 * would close. `useReturnFocus` keeps such a press from everything else.
 */
function givePointerBack(anchor: HTMLElement) {
  // What is around it is within `html` and `body`.
  const top = ancestorsOf(anchor).at(-3) as HTMLElement | undefined;
  if (!top) return undefined;
  const { pointerEvents } = top.style;
  top.style.pointerEvents = "auto";
  return () => void (top.style.pointerEvents = pointerEvents);
}

/**
 * Radix hides the rest of the page from assistive technology but leaves it in
 * the reach of the keyboard; what is hidden has to be inert.
 */
function useInertRest(list: HTMLElement | null) {
  const rest = useRef<HTMLElement[]>([]);
  useEffect(() => {
    if (!list) return;
    const around = ancestorsOf(list);
    const hidden = Array.from(
      list.ownerDocument.querySelectorAll<HTMLElement>(
        "[data-aria-hidden]:not([inert])",
      ),
    );
    rest.current = hidden.filter((element) => !around.includes(element));
    setInert(rest.current, true);
    // In a shadow root within another Radix does not find what is around the list.
    for (const element of hidden) {
      if (around.includes(element)) element.removeAttribute("aria-hidden");
    }
  }, [list]);
  // Before React sets `inert` itself on what waits for an action.
  useLayoutEffect(() => () => setInert(rest.current, false), []);
}

function setInert(elements: readonly HTMLElement[], inert: boolean) {
  for (const element of elements) element.inert = inert;
}

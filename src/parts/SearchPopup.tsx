/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a native list is not moved in from a text field */
import * as Radix from "@radix-ui/react-popover";
import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type SyntheticEvent,
} from "react";
import { useHost } from "../context.js";
import { Icon } from "./Icon.js";
import { Anchor, Portal, directionOf } from "./Portal.js";
import { useLocale } from "./locale.js";
import { moveByKey, search } from "./options.js";
import { useReturn } from "./popup.js";
import type { Option } from "./readOptions.js";
import type { SelectPopupProps } from "./SelectPopup.js";

/** More options than this are not drawn: nobody reads them all. */
const SHOWN = 300;

/** Px between an option and the edge of the list: its padding. */
const EDGE = 6;

/** The options of a Select below a search field. */
export default function SearchPopup({
  anchor,
  id,
  label,
  options,
  selected,
  block,
  onChoose,
  onClose,
}: SelectPopupProps) {
  const { labels } = useHost().settings;
  const locale = useLocale();
  const [dir] = useState(() => directionOf(anchor));
  const [query, setQuery] = useState("");
  const found = useMemo(() => search(options, query), [options, query]);
  const shown = found.slice(0, SHOWN);
  const reachable = shown.filter((index) => !options[index]?.disabled);
  const [moved, setMoved] = useState<number>();
  const active = reachable.includes(moved ?? selected)
    ? (moved ?? selected)
    : (reachable[0] ?? -1);
  const { leave, finish, onCloseAutoFocus } = useReturn({ anchor, onClose });
  const list = useRef<HTMLDivElement>(null);
  const listId = `${id}-list`;
  const optionId = (index: number) => `${listId}-${index}`;
  const more = found.length - shown.length;

  useLayoutEffect(() => reveal(list.current, "center"), []);
  useLayoutEffect(() => reveal(list.current, "nearest"), [active, query]);

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Tab") {
      event.stopPropagation();
      leave();
      return;
    }
    const target =
      reachable[
        moveByKey(event.key, reachable.indexOf(active), reachable.length) ?? -1
      ];
    if (event.key === "Enter" && active >= 0) finish(() => onChoose(active));
    else if (target !== undefined) setMoved(target);
    if (event.key === "Enter" || target !== undefined) event.preventDefault();
  }

  return (
    <Portal anchor={anchor}>
      <Radix.Root open onOpenChange={(open) => !open && onClose()}>
        <Radix.Trigger asChild>
          <Anchor element={anchor} />
        </Radix.Trigger>
        <Radix.Content
          {...label}
          id={id}
          className="wr-Popover wr-Select-menu"
          data-block={block ? "" : undefined}
          dir={dir}
          align="start"
          sideOffset={5}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          // In a shadow root Radix does not see that the search field took the
          // focus, and goes on to the popup itself.
          onFocus={(event) => {
            const { target, currentTarget: popup } = event;
            if (target === popup) popup.querySelector("input")?.focus();
          }}
          // A dialog of the host may hold the page still, but not this list.
          onWheel={stop}
          onTouchMove={stop}
        >
          <div className="wr-Select-search">
            <Icon name="search" />
            <input
              className="wr-Select-query"
              type="text"
              role="combobox"
              aria-label={labels.search}
              aria-autocomplete="list"
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={active < 0 ? undefined : optionId(active)}
              placeholder={labels.search}
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setMoved(undefined);
              }}
              onKeyDown={handleKey}
            />
          </div>
          <div ref={list} className="wr-Select-list">
            <div {...label} id={listId} role="listbox">
              {shown.map((index) => (
                <Choice
                  key={index}
                  id={optionId(index)}
                  option={options[index]!}
                  selected={index === selected}
                  active={index === active}
                  onReach={() => setMoved(index)}
                  onChoose={() => finish(() => onChoose(index))}
                />
              ))}
            </div>
            <output className="wr-Select-note">
              {found.length === 0
                ? labels.noResults
                : more > 0
                  ? labels.moreOptions.replace(
                      "{n}",
                      new Intl.NumberFormat(locale).format(more),
                    )
                  : ""}
            </output>
          </div>
        </Radix.Content>
      </Radix.Root>
    </Portal>
  );
}

interface ChoiceProps {
  id: string;
  option: Option;
  selected: boolean;
  active: boolean;
  onReach: () => void;
  onChoose: () => void;
}

function Choice({
  id,
  option: { label, description, disabled },
  selected,
  active,
  onReach,
  onChoose,
}: ChoiceProps) {
  return (
    <div
      id={id}
      className="wr-Select-option"
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={disabled || undefined}
      data-disabled={disabled ? "" : undefined}
      data-highlighted={active ? "" : undefined}
      data-state={selected ? "checked" : "unchecked"}
      // The focus stays in the search field, which handles the keys.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={() => !disabled && !active && onReach()}
      onClick={() => !disabled && onChoose()}
    >
      <span className="wr-Select-check">
        {selected && <Icon name="check" />}
      </span>
      <span className="wr-Select-content">
        <span className="wr-Select-label">{label}</span>
        {description && (
          <span className="wr-Select-description">{description}</span>
        )}
      </span>
    </div>
  );
}

function stop(event: SyntheticEvent) {
  event.stopPropagation();
}

/** Scrolls the list, and nothing around it, to the active option. */
function reveal(list: HTMLElement | null, where: "center" | "nearest") {
  const option = list?.querySelector<HTMLElement>("[data-highlighted]");
  if (!list || !option) return;
  const { offsetTop: top, offsetHeight: height } = option;
  const bottom = top + height;
  const room = list.clientHeight;
  if (where === "center") list.scrollTop = (top + bottom - room) / 2;
  else if (top - EDGE < list.scrollTop) list.scrollTop = top - EDGE;
  else if (bottom + EDGE > list.scrollTop + room) {
    list.scrollTop = bottom + EDGE - room;
  }
}

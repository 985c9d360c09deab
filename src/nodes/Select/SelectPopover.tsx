/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a native list is not moved in from a text field */
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type SyntheticEvent,
} from "react";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { focusInPlace } from "../../forms/focus.js";
import { Icon } from "../../ui/Icon.js";
import { isComposing } from "../../forms/isComposing.js";
import { useLocale } from "../../context/locale.js";
import { nextIndex, search, useTypeahead } from "./options.js";
import { Popover } from "../../ui/Popover.js";
import {
  useReturnFocus,
  type PopoverTriggerProps,
} from "../../ui/useReturnFocus.js";
import { directionOf } from "../../ui/Portal.js";
import type { Option } from "../../ui/readOptions.js";

export interface SelectPopoverProps extends PopoverTriggerProps {
  options: readonly Option[];
  /** The position of the chosen option, -1 for none. */
  selected: number;
  /** Shows a search field above the options. */
  searchable: boolean;
  /** As wide as the trigger, however narrow that is. */
  block: boolean;
  onChoose: (index: number) => void;
}

/** More options than this are not rendered where they can be searched. */
const SHOWN = 300;

/** Px between an option and the edge of the list: its padding. */
const EDGE = 6;

/**
 * The options of a Select beside its trigger. The focus is on the active one or,
 * where they are searched, in the search field.
 */
export default function SelectPopover({
  anchor,
  id,
  label,
  options,
  selected,
  block,
  onChoose,
  onClose,
  ...props
}: SelectPopoverProps) {
  const { labels } = useWidgetContext().settings;
  const locale = useLocale();
  const [dir] = useState(() => directionOf(anchor));
  // What is open stays as it is, even if the next time something else opens.
  const [searchable] = useState(props.searchable);
  const [query, setQuery] = useState("");
  const found = useMemo(() => search(options, query), [options, query]);
  const shown = searchable ? found.slice(0, SHOWN) : found;
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
  const typing = useTypeahead(options);
  const list = useRef<HTMLDivElement>(null);
  const pointer = useRef("");
  const listId = `${id}-list`;
  const optionId = (index: number) => `${listId}-${index}`;
  const more = found.length - shown.length;

  useLayoutEffect(() => reveal(list.current, "center"), []);
  useLayoutEffect(() => reveal(list.current, "nearest"), [active, query]);
  // Not before the trigger knows that the popup is there: it closes what it has
  // only asked for as it loses the focus.
  useEffect(() => {
    const popup = list.current?.parentElement;
    if (popup) focusInPlace(popup.querySelector("input") ?? popup);
  }, []);
  useEffect(() => {
    const option = list.current?.querySelector<HTMLElement>(HIGHLIGHTED);
    if (option && !searchable) focusInPlace(option);
  }, [active, searchable]);

  function isMoved({ screenX, screenY }: PointerEvent) {
    const before = pointer.current;
    pointer.current = `${screenX} ${screenY}`;
    return pointer.current !== before;
  }

  function handleKey(event: KeyboardEvent) {
    const { key } = event;
    if (isComposing(event.nativeEvent)) return;
    if (key === "Tab") {
      event.stopPropagation();
      leave();
      return;
    }
    const typed = searchable ? undefined : typing(event, active);
    const next = nextIndex(key, reachable.indexOf(active), reachable.length);
    if (typed !== undefined) setMoved(typed < 0 ? active : typed);
    else if (next !== undefined) setMoved(reachable[next]);
    else if (key === "Enter" || (key === " " && !searchable)) {
      if (active >= 0) finish(() => onChoose(active));
    } else return;
    event.preventDefault();
  }

  return (
    <Popover
      {...label}
      anchor={anchor}
      id={id}
      className="wr-Select-menu"
      role={searchable ? "dialog" : "listbox"}
      data-block={block ? "" : undefined}
      dir={dir}
      align="start"
      sideOffset={5}
      onClose={onClose}
      onCloseAutoFocus={onCloseAutoFocus}
      onKeyDown={handleKey}
      // A dialog of the host may hold the page still, but not this list.
      onWheel={stop}
      onTouchMove={stop}
    >
      {searchable && (
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
          />
        </div>
      )}
      <div ref={list} className="wr-Select-list" role="presentation">
        <div
          {...(searchable
            ? { ...label, id: listId, role: "listbox" }
            : { role: "presentation" })}
        >
          {shown.map((index) => (
            <Choice
              key={index}
              id={optionId(index)}
              option={options[index]!}
              selected={index === selected}
              active={index === active}
              isMoved={isMoved}
              onReach={() => setMoved(index)}
              onChoose={() => finish(() => onChoose(index))}
            />
          ))}
        </div>
        {searchable && (
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
        )}
      </div>
    </Popover>
  );
}

interface ChoiceProps {
  id: string;
  option: Option;
  selected: boolean;
  active: boolean;
  /** Safari reports a move when the list scrolls below a pointer that lies still. */
  isMoved: (event: PointerEvent) => boolean;
  onReach: () => void;
  onChoose: () => void;
}

function Choice({
  id,
  option: { label, description, disabled },
  selected,
  active,
  isMoved,
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
      // The focus stays where the keys are handled.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={(event) => {
        if (isMoved(event) && !disabled && !active) onReach();
      }}
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

const HIGHLIGHTED = "[data-highlighted]";

/** Scrolls the list, and nothing around it, to the active option. */
function reveal(list: HTMLElement | null, where: "center" | "nearest") {
  const option = list?.querySelector<HTMLElement>(HIGHLIGHTED);
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

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native list is not moved in from a text field */
import { useEffect, useMemo, useState } from "react";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { focusInPlace } from "../../forms/focus.js";
import { Icon } from "../../ui/Icon.js";
import { Popover } from "../../ui/Popover.js";
import { directionOf } from "../../ui/Portal.js";
import { OptionText } from "./OptionText.js";
import { search } from "./options.js";
import {
  stop,
  useOptionList,
  type SelectPopoverProps,
} from "./useOptionList.js";

/**
 * The options of a Select below a search field, which keeps the focus: a list of
 * Radix takes the focus itself, so this is a popover.
 */
export default function SearchPopover(props: SelectPopoverProps) {
  const { anchor, id, label, options, selected, block, onClose } = props;
  const { labels } = useWidgetContext().settings;
  const [dir] = useState(() => directionOf(anchor));
  const [query, setQuery] = useState("");
  const found = useMemo(() => search(options, query), [options, query]);
  const { active, list, rows, rest, optionId, optionProps, ...popover } =
    useOptionList(props, found);
  const listId = `${id}-list`;

  // Not before the trigger knows that the popover is there: it closes what it has
  // only asked for as it loses the focus.
  useEffect(() => {
    const input = list.current?.parentElement?.querySelector("input");
    if (input) focusInPlace(input);
  }, [list]);

  return (
    <Popover
      {...label}
      anchor={anchor}
      id={id}
      className="wr-Select-menu"
      data-block={block ? "" : undefined}
      dir={dir}
      align="start"
      sideOffset={5}
      onClose={onClose}
      onCloseAutoFocus={popover.onCloseAutoFocus}
      onKeyDown={popover.handleKey}
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
            popover.reset();
          }}
        />
      </div>
      <div
        ref={list}
        className="wr-Select-list"
        role="presentation"
        onScroll={popover.onScroll}
      >
        <div {...label} id={listId} role="listbox">
          {rows.map((row) => (
            <div key={row.index} {...optionProps(row)}>
              <OptionText
                option={options[row.index]!}
                selected={row.index === selected}
              />
            </div>
          ))}
          {rest && <div {...rest} />}
        </div>
        <output className="wr-Select-note">
          {found.length === 0 && labels.noResults}
        </output>
      </div>
    </Popover>
  );
}

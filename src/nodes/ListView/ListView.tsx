import {
  isValidElement,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from "react";
import {
  useWidgetContext,
  type NodeProps,
} from "../../context/WidgetContext.js";
import type { Member } from "../../core/json.js";
import { usePropReader } from "../../context/propReader.js";
import { useIsomorphicLayoutEffect } from "../../context/useIsomorphicLayoutEffect.js";
import { classNameOf, nodeAttributes } from "../../ui/nodeAttributes.js";
import { isNode, listOf } from "../../ui/children.js";
import { Status, type WidgetStatus } from "../../ui/Status.js";
import { schemes } from "../../ui/values.js";
import {
  ListViewItem,
  inList,
  targetOf,
} from "../ListViewItem/ListViewItem.js";

export interface ListViewProps extends NodeProps {
  /** How many rows are shown before "Show more"; `"auto"` is 6. A last row alone is never hidden. @default "auto" */
  limit?: number | "auto" | null;
  /** A line above the list, with an icon or a favicon. */
  status?: WidgetStatus | null;
  /** Forces a colour scheme on everything inside. @default inherit */
  theme?: Member<typeof schemes> | null;
  children?: ReactNode;
}

/** A list of more rows is long: the browser may skip rows that are not in view. */
const LONG_LIST = 100;

/** Rows on a bordered surface, some of them behind "Show more". */
export function ListView(props: ListViewProps) {
  const read = usePropReader(props);
  const status = read.object("status", "text");
  const limit = props.limit === "auto" ? undefined : read.count("limit");
  const { labels } = read.context.settings;
  const list = useRef<HTMLUListElement>(null);
  const [revealed, setRevealed] = useState<number>();
  const itemsOf = useItems();
  useInertRows(list);
  const rows = listOf(props.children);
  const growing = read.context.renderProps().growth === "growing";
  const shown =
    revealed === undefined ? shownOf(limit, rows.length, growing) : Infinity;

  // The button has gone with its focus, which goes to the first row that it revealed.
  useEffect(() => {
    if (revealed !== undefined) focusRow(list.current?.children[revealed]);
  }, [revealed]);

  return (
    <div
      {...nodeAttributes("ListView", props.id)}
      data-theme={read.enumValue("theme", schemes)}
    >
      {status && <Status status={status} />}
      {rows.length > 0 && (
        <div className="wr-ListView-surface">
          <ul
            ref={list}
            className="wr-ListView-list"
            // Safari takes a list without markers for none.
            // oxlint-disable-next-line jsx-a11y/no-redundant-roles
            role="list"
            data-long={rows.length > LONG_LIST ? "" : undefined}
          >
            {itemsOf(rows.slice(0, shown))}
          </ul>
          {shown < rows.length && (
            <button
              type="button"
              className="wr-ListView-more"
              onClick={() => setRevealed(shown)}
            >
              {labels.showMore}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Makes the other rows inert while the action of one row runs. */
function useInertRows(list: { readonly current: HTMLUListElement | null }) {
  const { subscribe, getShown } = useWidgetContext().pendingActions;
  const { pending } = useSyncExternalStore(subscribe, getShown, getShown);
  // After every render, since an update may bring more rows.
  useIsomorphicLayoutEffect(() => {
    if (pending.length === 0) return undefined;
    const rows = Array.from(list.current?.children ?? []) as HTMLElement[];
    const others = rows.filter((row) => !row.hasAttribute("aria-busy"));
    if (others.length === rows.length) return undefined;
    // React 18 and 19 disagree about the attribute, so the property is set.
    for (const row of others) row.inert = true;
    return () => {
      for (const row of others) row.inert = false;
    };
  });
}

/** Renders rows as items of the list. A row that did not change gives the same element, which React skips. */
function useItems() {
  const replaced = Object.hasOwn(
    useWidgetContext().settings.components,
    "ListViewItem",
  );
  const last = useRef<Items>({ rows: [], items: [] });
  const itemOf = (row: ReactNode, i: number) =>
    !replaced && isNode(row, ListViewItem, "ListViewItem")
      ? inList(row)
      : wrapInItem(row, isValidElement(row) ? row.key : i);
  return (rows: readonly ReactNode[]) => {
    const { current } = last;
    let moved: Map<ReactNode, ReactElement> | undefined;
    const items = rows.map((row, i) => {
      const before = current.rows[i];
      if (row === before) return current.items[i]!;
      // Another row was here, so this one may have been elsewhere.
      if (
        isValidElement(row) &&
        isValidElement(before) &&
        row.key !== before.key
      ) {
        moved ??= new Map(
          current.rows.map((old, k) => [old, current.items[k]!]),
        );
      }
      return moved?.get(row) ?? itemOf(row, i);
    });
    last.current = { rows, items };
    return items;
  };
}

interface Items {
  rows: readonly ReactNode[];
  items: readonly ReactElement[];
}

function wrapInItem(row: ReactNode, key: string | number | null) {
  return (
    <li key={key} className={classNameOf("ListView-row", "col")}>
      {row}
    </li>
  );
}

function shownOf(limit = 6, count: number, growing: boolean): number {
  // The button takes as much room as one row. With one more row to come, that one
  // would have to go again.
  return limit + (growing ? 0 : 1) >= count ? count : limit;
}

function focusRow(row: Element | undefined) {
  const target = row && targetOf(row);
  if (target) target.focus();
  else if (row instanceof HTMLElement) {
    row.tabIndex = -1;
    row.focus();
  }
}

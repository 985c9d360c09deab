import { useId, type KeyboardEvent, type ReactNode } from "react";

interface TabHead<Id extends string> {
  id: Id;
  label: string;
  count?: number;
  bad?: boolean;
}

export interface Tab<Id extends string> extends TabHead<Id> {
  /** It stays mounted while another one is shown. */
  panel: ReactNode;
}

interface TabListProps<Id extends string> {
  /** What the ids of the tabs and their panels begin with. */
  base: string;
  label: string;
  tabs: readonly TabHead<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}

interface TabsProps<Id extends string> extends Omit<TabListProps<Id>, "base"> {
  tabs: readonly Tab<Id>[];
  /** Beside the tabs. */
  tools?: ReactNode;
  className: string;
}

// By their number: what a tab is called may be the path of a file.
export const tabId = (base: string, index: number) => `${base}-${index}`;
export const panelId = (base: string, index: number) =>
  `${base}-${index}-panel`;

/** Tabs with their panels. */
export function Tabs<Id extends string>({
  tools,
  className,
  ...list
}: TabsProps<Id>) {
  const base = useId();
  return (
    <section className={`pg-tabs ${className}`}>
      <div className="pg-head">
        <TabList base={base} {...list} />
        {tools}
      </div>
      {list.tabs.map(({ id, panel }, index) => (
        <div
          key={id}
          role="tabpanel"
          id={panelId(base, index)}
          aria-labelledby={tabId(base, index)}
          className="pg-panel"
          hidden={id !== list.selected}
        >
          {panel}
        </div>
      ))}
    </section>
  );
}

/** Tabs as assistive technology knows them: arrow keys move, one stop for Tab. */
export function TabList<Id extends string>({
  base,
  label,
  tabs,
  selected,
  onSelect,
}: TabListProps<Id>) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const at = tabs.findIndex(({ id }) => id === selected);
    // The key of the side to which the next one is.
    const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
    const to = {
      [isRtl ? "ArrowLeft" : "ArrowRight"]: (at + 1) % tabs.length,
      [isRtl ? "ArrowRight" : "ArrowLeft"]:
        (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : tabs[to];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(tabId(base, tabs.indexOf(next)))?.focus();
  }

  return (
    <div
      role="tablist"
      aria-label={label}
      tabIndex={-1}
      className="pg-tablist"
      onKeyDown={onKeyDown}
    >
      {tabs.map(({ id, label, count, bad }, index) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(base, index)}
          className="pg-tab"
          aria-selected={id === selected}
          aria-controls={panelId(base, index)}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {label}
          {count ? (
            <span className="pg-count" data-bad={bad ? "" : undefined}>
              {count}
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}

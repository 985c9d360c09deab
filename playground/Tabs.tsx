import { useId, type KeyboardEvent, type ReactNode } from "react";

interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; label: string; count?: number; bad?: boolean }[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** Beside the tabs. */
  tools?: ReactNode;
  className: string;
  /** The panel of the selected tab. */
  children: ReactNode;
}

/** Tabs as assistive technology knows them: arrow keys move, one stop for Tab. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  tools,
  className,
  children,
}: TabsProps<Id>) {
  const base = useId();

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const at = tabs.findIndex(({ id }) => id === selected);
    const to = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : tabs[to];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${base}-${next.id}`)?.focus();
  }

  return (
    <section className={`pg-tabs ${className}`}>
      <div className="pg-head">
        <div
          role="tablist"
          aria-label={label}
          tabIndex={-1}
          className="pg-tablist"
          onKeyDown={onKeyDown}
        >
          {tabs.map(({ id, label, count, bad }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`${base}-${id}`}
              className="pg-tab"
              aria-selected={id === selected}
              aria-controls={id === selected ? `${base}-panel` : undefined}
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
        {tools}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${selected}`}
        className="pg-panel"
      >
        {children}
      </div>
    </section>
  );
}

import { useId, type ReactNode } from "react";
import { TabList, panelId, tabId } from "./Tabs.js";
import type { Width } from "./useWidth.js";

interface PanesProps<Id extends string> {
  panes: readonly { id: Id; label: string; content: ReactNode }[];
  /** How many panes have room: one, two or all. The last one is the one that is always there with two. */
  width: Width;
  selected: Id;
  onSelect: (id: Id) => void;
}

/** The parts of the page beside each other; where there is no room for all, those without are tabs. */
export function Panes<Id extends string>({
  panes,
  width,
  selected,
  onSelect,
}: PanesProps<Id>) {
  const base = useId();
  const tabs =
    width === "wide" ? [] : width === "medium" ? panes.slice(0, -1) : panes;
  // The last tab is the text, which is what most users come for.
  const current = tabs.some(({ id }) => id === selected)
    ? selected
    : tabs.at(-1)?.id;
  return (
    <div className="pg-panes">
      {tabs.length > 0 && current !== undefined && (
        <TabList
          base={base}
          label="Panes"
          tabs={tabs}
          selected={current}
          onSelect={onSelect}
        />
      )}
      {panes.map(({ id, content }, index) => {
        const isTab = index < tabs.length;
        return (
          <div
            key={id}
            id={panelId(base, index)}
            className={`pg-pane pg-pane-${id}`}
            role={isTab ? "tabpanel" : undefined}
            aria-labelledby={isTab ? tabId(base, index) : undefined}
            hidden={isTab && id !== current}
          >
            {content}
          </div>
        );
      })}
    </div>
  );
}

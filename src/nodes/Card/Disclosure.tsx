import type { ReactNode } from "react";
import { useWidgetContext } from "../../context/WidgetContext.js";
import { Icon } from "../../ui/Icon.js";

interface DisclosureProps {
  title: string;
  /** An icon or a picture in front of the title. */
  mark?: ReactNode;
  expanded: boolean;
  /** The DOM id of what is shown and hidden. */
  controls: string;
  onToggle: () => void;
}

/** The header of what can be folded: its title and a chevron, one button. */
export function Disclosure({
  title,
  mark,
  expanded,
  controls,
  onToggle,
}: DisclosureProps) {
  const { labels } = useWidgetContext().settings;
  return (
    <button
      type="button"
      className="wr-Card-disclosure"
      aria-expanded={expanded}
      aria-controls={controls}
      aria-label={
        title === "" ? (expanded ? labels.collapse : labels.expand) : undefined
      }
      onClick={onToggle}
    >
      {mark}
      <span className="wr-Card-title" dir="auto">
        {title}
      </span>
      <span className="wr-Card-chevron">
        <Icon name="chevron-right" />
      </span>
    </button>
  );
}

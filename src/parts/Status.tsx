import { toText } from "../core/tree.js";
import { Icon } from "./Icon.js";
import { useImageUrl } from "./url.js";
import { flag } from "./values.js";

/** A line above a Card or a ListView: what it is, or how it stands. */
export interface WidgetStatus {
  /** One line; a number is taken as text. */
  text: string | number;
  /** URL of a small picture. */
  favicon?: string | null;
  /** A frame around the favicon, for contrast. @default false */
  frame?: boolean | null;
  /** Before the text, where there is no favicon: a name as `Icon` takes it. */
  icon?: string | null;
}

interface StatusProps {
  status: WidgetStatus;
  node: unknown;
}

export function Status({ status, node }: StatusProps) {
  return (
    <div className="wr-Status">
      <StatusMark status={status} node={node} />
      <span className="wr-Status-text">{toText(status.text)}</span>
    </div>
  );
}

/** The favicon or the icon of a status, if it has one. */
export function StatusMark({ status, node }: StatusProps) {
  const { favicon, frame, icon } = status;
  const src = useImageUrl(favicon, node, "status.favicon");
  if (src) {
    return (
      <img
        className="wr-Status-favicon"
        data-frame={flag(frame)}
        src={src}
        alt=""
        decoding="async"
        referrerPolicy="no-referrer"
      />
    );
  }
  return icon ? (
    <span className="wr-Status-icon">
      <Icon name={icon} node={node} />
    </span>
  ) : null;
}

import { toText } from "../core/tree.js";
import { Icon } from "./Icon.js";
import { useImageUrl } from "./url.js";

/** A line above a Card or a ListView: what it is, or how it stands. */
export interface WidgetStatus {
  text: string | number;
  /** URL of a small picture. */
  favicon?: string | null;
  /** A frame around the favicon, for contrast. @default false */
  frame?: boolean | null;
  icon?: string | null;
}

interface StatusProps {
  status: WidgetStatus;
  node: unknown;
}

export function Status({ status, node }: StatusProps) {
  const { text, favicon, frame, icon } = status;
  const src = useImageUrl(favicon, node, "status.favicon");
  return (
    <div className="wr-Status">
      {src ? (
        <img
          className="wr-Status-favicon"
          data-frame={frame ? "" : undefined}
          src={src}
          alt=""
          decoding="async"
          referrerPolicy="no-referrer"
        />
      ) : (
        icon && (
          <span className="wr-Status-icon">
            <Icon name={icon} node={node} />
          </span>
        )
      )}
      <span className="wr-Status-text">{toText(text)}</span>
    </div>
  );
}

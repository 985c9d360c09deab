import type { PropReader } from "../context/propReader.js";
import { Icon } from "./Icon.js";
import { wordAttributes } from "./wordAttributes.js";
import { useImageUrl } from "../context/url.js";

/** A line above a Card or a ListView: what it is, or its state. */
export interface WidgetStatus {
  /** One line; a number is taken as text. */
  text: string | number;
  /** URL of a small picture. */
  favicon?: string | null;
  /** Adds a frame around the favicon, for contrast. @default false */
  frame?: boolean | null;
  /** The name of an icon before the text, as in `Icon`; used without a favicon. */
  icon?: string | null;
}

interface StatusProps {
  status: PropReader;
}

export function Status({ status }: StatusProps) {
  const text = status.text("text", true);
  return (
    <div className="wr-Status">
      <StatusMark status={status} />
      <span className="wr-Status-text" {...wordAttributes(text)}>
        {text}
      </span>
    </div>
  );
}

/** The favicon or the icon of a status, if it has one. */
export function StatusMark({ status }: StatusProps) {
  const favicon = status.text("favicon");
  const src = useImageUrl(favicon, status.node, "status.favicon");
  return src ? (
    <img
      className="wr-Status-favicon"
      data-frame={status.booleanAttribute("frame")}
      src={src}
      alt=""
      decoding="async"
      referrerPolicy="no-referrer"
    />
  ) : (
    <Icon
      name={status.text("icon")}
      node={status.node}
      box={{ className: "wr-Status-icon" }}
    />
  );
}

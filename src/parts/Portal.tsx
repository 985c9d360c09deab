import {
  forwardRef,
  useImperativeHandle,
  useMemo,
  useState,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import { createPortal } from "react-dom";
import { useHost } from "../context.js";
import { themeOf } from "../theme.js";

interface PortalProps {
  /** What the popup belongs to: it looks as if it stood there. */
  anchor: HTMLElement;
  children: ReactNode;
}

/** Draws a popup where nothing clips it, with what it would inherit in place. */
export function Portal({ anchor, children }: PortalProps) {
  const { theme } = useHost().settings;
  const { variables } = useMemo(() => themeOf(theme), [theme]);
  const [place] = useState(() => placeOf(anchor));
  return createPortal(
    <div
      role="presentation"
      className={["wr-portal", ...place.classes].join(" ")}
      dir={place.dir}
      style={{ ...variables, colorScheme: place.colorScheme }}
      // React hands events on to what stands around the field, which a popup
      // does not belong to for the reader.
      onClick={stop}
      onKeyDown={stop}
    >
      {children}
    </div>,
    place.container,
  );
}

function stop(event: SyntheticEvent) {
  event.stopPropagation();
}

export function directionOf(element: HTMLElement): "ltr" | "rtl" {
  return getComputedStyle(element).direction === "rtl" ? "rtl" : "ltr";
}

function placeOf(anchor: HTMLElement) {
  const { colorScheme } = getComputedStyle(anchor);
  const root = anchor.getRootNode();
  return {
    // What lies in the top layer or keeps the focus inside would cover the
    // popup, or take the focus from it.
    container:
      anchor.closest('dialog[open], [popover], [aria-modal="true"]') ??
      (root instanceof ShadowRoot ? root : anchor.ownerDocument.body),
    dir: directionOf(anchor),
    colorScheme: colorScheme === "normal" ? undefined : colorScheme,
    // The theme's, the host's own and what they set.
    classes: [
      ...(anchor.closest(".wr-root")?.classList ?? []),
      anchor.closest(".wr-exact-colors") && "wr-exact-colors",
    ].filter((name) => name && name !== "wr-root"),
  };
}

/**
 * Stands for an element that is drawn elsewhere: what takes this for its trigger
 * is placed at it and gives the focus back to it.
 */
export const Anchor = forwardRef<HTMLElement, { element: HTMLElement }>(
  function Anchor({ element }, ref) {
    useImperativeHandle(ref, () => element, [element]);
    return null;
  },
);

import {
  forwardRef,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import clsx from "clsx/lite";
import { createPortal } from "react-dom";
import { useWidgetContext } from "../context/WidgetContext.js";
import { themeOf } from "../context/theme.js";

interface PortalProps {
  /** What the popup belongs to: it looks as if it stood there. */
  anchor: HTMLElement;
  children: ReactNode;
}

/** Renders a popover where nothing clips it, with what it would inherit at its trigger. */
export function Portal({ anchor, children }: PortalProps) {
  const { theme } = useWidgetContext().settings;
  const { variables } = useMemo(() => themeOf(theme), [theme]);
  const [place] = useState(() => placeOf(anchor));
  const portal = useRef<HTMLDivElement>(null);
  const { popover } = place;
  useLayoutEffect(() => {
    // In the top layer nothing around the trigger clips, moves or covers it.
    if (popover) portal.current?.togglePopover?.(true);
  }, [popover]);
  return createPortal(
    <div
      ref={portal}
      popover={popover}
      role="presentation"
      className={clsx("wr-portal", ...place.classes)}
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

/**
 * What may keep the focus, the pointer or the eye inside. Many dialogs do it
 * without a mark that says so, so a popup lies in each.
 */
const AROUND =
  'dialog, [popover], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

function containerOf(anchor: HTMLElement): Element | ShadowRoot {
  const { body } = anchor.ownerDocument;
  const root = anchor.getRootNode() as Document | ShadowRoot;
  let element: HTMLElement | null = anchor;
  for (; element && element !== body; element = element.parentElement) {
    if (element === root.fullscreenElement || element.matches(AROUND)) {
      return element;
    }
  }
  return root instanceof ShadowRoot ? root : body;
}

function placeOf(anchor: HTMLElement) {
  const { colorScheme } = getComputedStyle(anchor);
  const container = containerOf(anchor);
  return {
    container,
    popover: container === anchor.ownerDocument.body ? undefined : "manual",
    dir: directionOf(anchor),
    colorScheme: colorScheme === "normal" ? undefined : colorScheme,
    // The theme's, the host's own and what they set.
    classes: [
      ...(anchor.closest(".wr-root")?.classList ?? []),
      anchor.closest(".wr-exact-colors") && "wr-exact-colors",
    ].filter((name) => name !== "wr-root"),
  } as const;
}

/**
 * Represents an element that is rendered elsewhere: what uses this as its trigger
 * is placed at it and gives the focus back to it.
 */
export const Anchor = forwardRef<HTMLElement, { element: HTMLElement }>(
  function Anchor({ element }, ref) {
    useImperativeHandle(ref, () => element, [element]);
    return null;
  },
);

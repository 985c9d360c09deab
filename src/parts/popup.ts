import { useRef, useState, type ComponentType } from "react";
import { flushSync } from "react-dom";
import { useHost } from "../context.js";
import { isTrue } from "./values.js";

/** What every popup gets from the trigger that opened it. */
export interface PopupProps {
  /** The trigger: the popup stands beside it and gives the focus back to it. */
  anchor: HTMLElement;
  /** DOM id, for the trigger's `aria-controls`. */
  id: string;
  /** What the field is called. */
  label: { "aria-label": string; "aria-labelledby": string | undefined };
  onClose: () => void;
}

export type LoadPopup<Props> = () => Promise<{ default: ComponentType<Props> }>;

export interface Popup<Props> {
  /** The trigger, while the popup is open. */
  anchor: HTMLElement | undefined;
  /** What draws the popup, as soon as it is loaded. */
  Part: ComponentType<Props> | undefined;
  open: (anchor: HTMLElement) => void;
  close: () => void;
  /** Loads what the popup needs before it is asked for. */
  prefetch: () => void;
}

/**
 * A popup whose code is loaded when it is first needed. Without `React.lazy`: a
 * load that failed may succeed when the reader tries again.
 */
export function usePopup<Props>(
  load: LoadPopup<Props>,
  { node, disabled }: { node?: unknown; disabled?: unknown },
): Popup<Props> {
  const { report, settings } = useHost();
  // What is open stays as it is, even if the next time something else opens.
  const [opened, setOpened] = useState<{
    anchor: HTMLElement;
    load: LoadPopup<Props>;
  }>();
  const [loaded, setLoaded] = useState<{
    Part: ComponentType<Props>;
    load: LoadPopup<Props>;
  }>();

  // Not to open by itself as soon as it may again.
  if (opened && (isTrue(disabled) || !settings.interactive)) {
    setOpened(undefined);
  }

  async function fetch() {
    if (loaded?.load === load) return;
    const { default: Part } = await load();
    setLoaded({ Part, load });
  }
  return {
    anchor: opened?.anchor,
    Part: loaded?.load === opened?.load ? loaded?.Part : undefined,
    open(anchor) {
      setOpened({ anchor, load });
      fetch().catch((cause: unknown) => {
        setOpened(undefined);
        report({
          code: "render",
          message:
            "What a field opens could not be loaded, so it stays closed; the next click tries again. Check that the files of the library are still served.",
          node,
          cause,
        });
      });
    },
    close: () => setOpened(undefined),
    prefetch: () => void fetch().catch(() => {}),
  };
}

/** Where the focus goes when a popup closes. */
export function useReturn({
  anchor,
  onClose,
}: Pick<PopupProps, "anchor" | "onClose">) {
  const leaving = useRef(false);
  return {
    /** Closes the popup, so that the browser's Tab goes on from the trigger. */
    leave() {
      leaving.current = true;
      flushSync(onClose);
      anchor.focus();
    },
    /** Back to the trigger, unless the reader went elsewhere. */
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      const { activeElement, body } = document;
      const elsewhere = activeElement !== null && activeElement !== body;
      if (!leaving.current && !elsewhere) anchor.focus({ preventScroll: true });
    },
  };
}

import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { focusInPlace, isElsewhere } from "../focus.js";

/** What every popup gets from the trigger that opened it. */
export interface PopupProps {
  /** The trigger: the popup lies beside it and gives the focus back to it. */
  anchor: HTMLElement;
  /** DOM id, for the trigger's `aria-controls`. */
  id: string;
  /** What the field is called. */
  label: { "aria-label": string; "aria-labelledby": string | undefined };
  onClose: () => void;
}

/** How a popup closes by the keyboard, and where the focus goes then. */
export function useReturn({
  anchor,
  onClose,
}: Pick<PopupProps, "anchor" | "onClose">) {
  const leaving = useRef(false);
  const byKey = useRef(false);

  /** Back to the trigger, unless the user went elsewhere. */
  const giveBack = () => {
    if (leaving.current || isElsewhere(anchor)) return;
    // WebKit goes by how the popup was opened, not by how it was left.
    focusInPlace(anchor, byKey.current ? { focusVisible: true } : {});
  };

  /**
   * Runs what closes the popup, and gives the focus back in the same task: a key
   * may come next. Radix gives it back in a later one.
   */
  const finish = (close: () => void) => {
    flushSync(close);
    giveBack();
  };

  useEffect(() => {
    // Dialogs of a host listen on the document, and before us: so this listens
    // on the window. Escape closes the popup and nothing around it.
    const view = anchor.ownerDocument.defaultView!;
    const handlePointer = () => void (byKey.current = false);
    const handleKey = (event: KeyboardEvent) => {
      byKey.current = true;
      if (event.key !== "Escape") return;
      event.stopPropagation();
      // It ends the composition of a text.
      if (event.isComposing) return;
      event.preventDefault();
      finish(onClose);
    };
    view.addEventListener("pointerdown", handlePointer, true);
    view.addEventListener("keydown", handleKey, true);
    return () => {
      view.removeEventListener("pointerdown", handlePointer, true);
      view.removeEventListener("keydown", handleKey, true);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `onClose` does the same each time
  }, [anchor]);
  return {
    /** Closes the popup, so that the browser's Tab goes on from the trigger. */
    leave() {
      leaving.current = true;
      flushSync(onClose);
      anchor.focus();
    },
    finish,
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      giveBack();
    },
  };
}

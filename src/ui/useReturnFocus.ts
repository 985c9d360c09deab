import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { focusInPlace, isElsewhere } from "../forms/focus.js";
import { isComposing } from "../forms/isComposing.js";

/** What every popup gets from the trigger that opened it. */
export interface PopoverTriggerProps {
  /** The trigger: the popup lies beside it and gives the focus back to it. */
  anchor: HTMLElement;
  /** DOM id, for the trigger's `aria-controls`. */
  id: string;
  /** What the field is called. */
  label: { "aria-label": string; "aria-labelledby": string | undefined };
  onClose: () => void;
}

/** What a browser dispatches for one press, in its order. */
const PRESS = [
  "pointerdown",
  "touchstart",
  "mousedown",
  "pointerup",
  "touchend",
  "mouseup",
  "click",
] as const;

/** Stops the click that ends a press: it comes in the same task as `mouseup`. */
function stopClick(scope: EventTarget) {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  const stop = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  scope.addEventListener("click", stop, options);
  scope.addEventListener("pointerdown", () => end.abort(), options);
  setTimeout(() => end.abort());
}

function closedRootsAround(element: Element): ShadowRoot[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  if (!("host" in root)) return [];
  const around = closedRootsAround(root.host);
  return root.mode === "closed" ? [root, ...around] : around;
}

/**
 * How a popup closes by the keyboard and by a press beside it, and where the
 * focus goes then. Such a press closes the popup and does nothing else: what lies
 * behind is not pressed by mistake, and a dialog around it stays open.
 */
export function useReturnFocus({
  anchor,
  id,
  onClose,
}: Pick<PopoverTriggerProps, "anchor" | "id" | "onClose">) {
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
    // From outside of a closed shadow root its host is all that is seen of a press
    // in it.
    const closed = closedRootsAround(anchor);
    const scopes: EventTarget[] = [view, ...closed];
    // A press has begun beside the popup.
    let beside = false;

    const handlePress = (event: Event) => {
      const { type } = event;
      const path = event.composedPath();
      if (closed.some(({ host }) => host === path[0])) return;
      const inside = path.some((target) => (target as Element).id === id);
      if (type === "pointerdown") {
        byKey.current = false;
        beside = !inside && (event as PointerEvent).button === 0;
      }
      if (!beside || inside) return;
      event.stopPropagation();
      // The focus stays, and nothing is activated.
      if (type === "mousedown" || type === "click") event.preventDefault();
      // WebKit leaves the click out where the start of the press was prevented.
      if (type === "mouseup") stopClick(event.currentTarget!);
      if (type === "mouseup" || type === "click") finish(onClose);
    };

    // The key that has opened the popup may still be down: it would choose, too.
    let held = true;
    const handleKey = (event: KeyboardEvent) => {
      const { key, repeat } = event;
      byKey.current = true;
      beside = false;
      held &&= repeat;
      const opens = held && (key === "Enter" || key === " ");
      if (!opens && key !== "Escape") return;
      event.stopPropagation();
      if (isComposing(event)) return;
      event.preventDefault();
      if (!opens) finish(onClose);
    };

    for (const scope of scopes) {
      for (const type of PRESS) scope.addEventListener(type, handlePress, true);
    }
    view.addEventListener("keydown", handleKey, true);
    return () => {
      for (const scope of scopes) {
        for (const type of PRESS) {
          scope.removeEventListener(type, handlePress, true);
        }
      }
      view.removeEventListener("keydown", handleKey, true);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `onClose` does the same each time
  }, [anchor, id]);
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

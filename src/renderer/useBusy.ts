import { type RefObject, useCallback, useEffect, useState } from "react";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { captureFocus } from "../forms/focus.js";

/** How long it is shown that an action was refused. */
const MOMENT = 5_000;

/**
 * Whether an action runs, and whether one that the whole widget waits for; and
 * whether one was refused a moment ago.
 */
export function useBusy(element: RefObject<HTMLElement | null>) {
  const [counts, setCounts] = useState({ self: 0, container: 0, refused: 0 });
  const { refused } = counts;
  const busy = counts.container > 0;
  useEffect(() => {
    if (refused === 0) return undefined;
    const end = () => setCounts((now) => ({ ...now, refused: 0 }));
    const timer = setTimeout(end, MOMENT);
    return () => clearTimeout(timer);
  }, [refused]);
  useEffect(
    () => (busy && element.current ? makeInert(element.current) : undefined),
    [element, busy],
  );
  const hold = useCallback<WidgetContextValue["countActions"]>(
    (loading, change) =>
      setCounts((now) => ({ ...now, [loading]: now[loading] + change })),
    [],
  );
  return {
    running: busy || counts.self > 0,
    busy,
    refused: refused > 0,
    hold,
  };
}

/** React 18 and 19 disagree about the attribute, so the property is set. */
function makeInert(root: HTMLElement) {
  // `inert` takes the focus.
  const restoreFocus = captureFocus(root);
  root.inert = true;
  return () => {
    root.inert = false;
    restoreFocus?.();
  };
}

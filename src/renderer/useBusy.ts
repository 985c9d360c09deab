import { useCallback, useEffect, useState, type RefObject } from "react";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { captureFocus } from "../forms/focus.js";

/** How long the notice of a refused action is shown, in ms. */
const NOTICE_DURATION = 5_000;

/**
 * Whether an action is pending, whether one is that makes the whole widget inert,
 * and whether one was refused a moment ago.
 */
export function useBusy(element: RefObject<HTMLElement | null>) {
  const [counts, setCounts] = useState({ self: 0, container: 0, refused: 0 });
  const { refused } = counts;
  const isBusy = counts.container > 0;
  useEffect(() => {
    if (refused === 0) return undefined;
    const hide = () => setCounts((now) => ({ ...now, refused: 0 }));
    const timer = setTimeout(hide, NOTICE_DURATION);
    return () => clearTimeout(timer);
  }, [refused]);
  useEffect(
    () => (isBusy && element.current ? makeInert(element.current) : undefined),
    [element, isBusy],
  );
  const countActions = useCallback<WidgetContextValue["countActions"]>(
    (loading, change) =>
      setCounts((now) => ({ ...now, [loading]: now[loading] + change })),
    [],
  );
  return {
    isPending: isBusy || counts.self > 0,
    isBusy,
    isRefused: refused > 0,
    countActions,
  };
}

/** React 18 and 19 disagree about the attribute, so the property is set. */
function makeInert(root: HTMLElement) {
  // `inert` takes the focus away.
  const restoreFocus = captureFocus(root);
  root.inert = true;
  return () => {
    root.inert = false;
    restoreFocus?.();
  };
}

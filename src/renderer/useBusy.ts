import {
  useEffect,
  useState,
  useSyncExternalStore,
  type RefObject,
} from "react";
import type { PendingActions } from "../context/pendingActions.js";
import { captureFocus } from "../forms/focus.js";

/** How long the notice of a refused action is shown, in ms. */
const NOTICE_DURATION = 5_000;

/**
 * The actions of a widget that show, whether one makes the whole widget inert, and
 * whether one was refused a moment ago.
 */
export function useBusy(
  { subscribe, getShown }: PendingActions,
  element: RefObject<HTMLElement | null>,
) {
  const shown = useSyncExternalStore(subscribe, getShown, getShown);
  const { pending, refusals } = shown;
  const [seen, setSeen] = useState(0);
  const isBusy = pending.some(({ loading }) => loading === "container");
  useEffect(() => {
    if (refusals === 0) return undefined;
    const timer = setTimeout(() => setSeen(refusals), NOTICE_DURATION);
    return () => clearTimeout(timer);
  }, [refusals]);
  useEffect(
    () => (isBusy && element.current ? makeInert(element.current) : undefined),
    [element, isBusy],
  );
  return { pending, isBusy, isRefused: refusals > seen };
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

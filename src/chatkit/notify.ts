/** How long listeners wait, in milliseconds, where no frames are rendered, as in a hidden tab. */
const HIDDEN_DELAY = 100;

/**
 * The listeners of a store. `notifySoon` calls them once before the next frame, however
 * often it is called; `notifyNow` calls them at once.
 */
export function createNotifier() {
  const listeners = new Set<() => void>();
  let cancel: (() => void) | undefined;
  return { subscribe, notifySoon, notifyNow };

  function subscribe(listener: () => void): () => void {
    // A new function each time, because the same listener may subscribe twice.
    const subscription = () => listener();
    listeners.add(subscription);
    return () => {
      listeners.delete(subscription);
      if (listeners.size === 0) cancel?.();
    };
  }

  function notifySoon() {
    if (cancel || listeners.size === 0) return;
    const frames = typeof requestAnimationFrame === "function";
    const timer = setTimeout(notifyNow, frames ? HIDDEN_DELAY : 0);
    const frame = frames ? requestAnimationFrame(notifyNow) : 0;
    cancel = () => {
      cancel = undefined;
      clearTimeout(timer);
      if (frames) cancelAnimationFrame(frame);
    };
  }

  function notifyNow() {
    cancel?.();
    for (const listener of Array.from(listeners)) safely(listener);
  }
}

/** Runs a function of the host: if it throws, that is logged and stops nothing else. */
export function safely(run: () => void) {
  try {
    run();
  } catch (cause) {
    console.error("widget-renderer [stream]: a listener threw", cause);
  }
}

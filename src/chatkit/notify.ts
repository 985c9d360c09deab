/** Where frames do not come, as in a hidden tab, listeners hear after this long. */
const HIDDEN = 100;

/**
 * Listeners of a store. `soon` tells them once before the next frame, however
 * often it is called; `now` tells them at once.
 */
export function createNotifier() {
  const listeners = new Set<() => void>();
  let cancel: (() => void) | undefined;
  return { subscribe, soon, now };

  function subscribe(listener: () => void): () => void {
    // The same function may listen twice.
    const entry = () => listener();
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
      if (listeners.size === 0) cancel?.();
    };
  }

  function soon() {
    if (cancel || listeners.size === 0) return;
    const frames = typeof requestAnimationFrame === "function";
    const timer = setTimeout(now, frames ? HIDDEN : 0);
    const frame = frames ? requestAnimationFrame(now) : 0;
    cancel = () => {
      cancel = undefined;
      clearTimeout(timer);
      if (frames) cancelAnimationFrame(frame);
    };
  }

  function now() {
    cancel?.();
    for (const listener of Array.from(listeners)) safely(listener);
  }
}

/** A host's function that throws is told of, and stops nothing else. */
export function safely(run: () => void) {
  try {
    run();
  } catch (cause) {
    console.error("widget-renderer [stream]: a listener threw", cause);
  }
}

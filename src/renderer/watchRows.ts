import { observeSize } from "../ui/observeSize.js";

/**
 * Rows of a widget that do not fit scroll sideways: `data-more` says on which side
 * there is more, and ui/scroll.css does the rest. One observer for all of them,
 * since nearly every row fits: one that does is no scroll container, which would
 * clip what reaches out of it.
 */
export function watchRows(root: HTMLElement): () => void {
  const check = (around: Element) => {
    const rows = Array.from(around.querySelectorAll<HTMLElement>(ROWS));
    if (around.matches(ROWS)) rows.unshift(around as HTMLElement);
    // From the inside out: what scrolls leaves its parent as it is.
    for (const row of rows.reverse()) {
      // To measure a row out of sight would lay it out.
      if (!row.checkVisibility({ contentVisibilityAuto: true })) continue;
      update(row);
      changes.observe(row, { ...CHANGES, characterData: true });
    }
  };
  const ruler = addRuler(root);
  /** Where something has changed since the last check. */
  let changed = new Set([root as Element]);
  const observe = () =>
    observeSize([ruler], () => {
      // The ruler has another width, if nothing has changed.
      const scopes = changed.size > 0 ? changed : [root];
      changed = new Set();
      for (const scope of scopes) if (scope.isConnected) check(scope);
    });
  let stop = observe();
  // A new observer reports once the changes have been laid out.
  const changes = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      const scope = outermostRow(root, target);
      // Most texts that grow are in no row, and add none.
      if (scope.matches(ROWS) || Array.from(addedNodes).some(hasRow)) {
        changed.add(scope);
      }
    }
    if (changed.size === 0) return;
    stop();
    stop = observe();
  });
  const listeners = new AbortController();
  const on = (event: string, run: (target: HTMLElement) => void) =>
    root.addEventListener(event, ({ target }) => run(target as HTMLElement), {
      capture: true,
      signal: listeners.signal,
    });
  // Without texts: a change of a long text takes 10 µs more where it is observed, and most that grow are in no row.
  changes.observe(root, CHANGES);
  on("scroll", (target) => target.dataset["more"] && update(target));
  on("focusin", reveal);
  on("contentvisibilityautostatechange", check);
  return () => {
    stop();
    ruler.remove();
    changes.disconnect();
    listeners.abort();
  };
}

const ROWS = ".wr-horizontal";

const CHANGES: MutationObserverInit = { subtree: true, childList: true };

function hasRow(node: Node): boolean {
  return (
    node instanceof Element &&
    (node.matches(ROWS) || node.querySelector(ROWS) !== null)
  );
}

/**
 * The outermost row around a change: the change may alter the widths of all that is in
 * it, and of nothing else. Without a row it is where the change is.
 */
function outermostRow(root: Element, target: Node): Element {
  const element = target instanceof Element ? target : target.parentElement;
  let outermost = element ?? root;
  for (let row = outermost.closest(ROWS); row && root.contains(row);) {
    outermost = row;
    row = row.parentElement?.closest(ROWS) ?? null;
  }
  return root.contains(outermost) ? outermost : root;
}

/**
 * An element as wide as the widget and without a height. Heights change while the
 * browser reports sizes (a textarea grows, rows come into view), and an
 * observer of an element around them causes an error event, "ResizeObserver loop completed".
 */
function addRuler(root: HTMLElement): HTMLElement {
  const ruler = document.createElement("span");
  ruler.ariaHidden = "true";
  ruler.style.cssText = "position: absolute; inset-inline: 0; height: 0";
  root.append(ruler);
  return ruler;
}

function update(row: HTMLElement) {
  const { scrollWidth, clientWidth, scrollLeft, dataset } = row;
  const most = scrollWidth - clientWidth;
  const scrolled = dataset["more"];
  const scrolls = most > 1 && (scrolled || leaves(row));
  if (scrolls) {
    // From right to left it is negative.
    const at = Math.abs(scrollLeft);
    dataset["more"] = at <= 1 ? "end" : at < most - 1 ? "both" : "start";
  } else if (scrolled) delete dataset["more"];
  if (scrolls && !row.querySelector(CONTROLS)) row.tabIndex = 0;
  else if (row.tabIndex === 0) row.removeAttribute("tabindex");
}

/** The edge that fades, and the focus ring. */
const EDGE = 28;

/**
 * Scrolls a row to the control that the keyboard has reached in it: Chromium leaves
 * where it is what is in sight in part.
 */
function reveal(control: HTMLElement) {
  const row = control.parentElement?.closest("[data-more]");
  // A press would move the control from below the pointer.
  if (!row || !control.matches(":focus-visible")) return;
  const box = control.getBoundingClientRect();
  const room = row.getBoundingClientRect();
  row.scrollLeft +=
    Math.max(0, box.right + EDGE - room.right) ||
    Math.min(0, box.left - EDGE - room.left);
}

/** What the keyboard reaches, and scrolls to. */
const CONTROLS =
  "a[href], button:enabled, input:enabled, textarea:enabled, [tabindex]";

/** Whether a child is out of the row, by more than the outer edge of a Table. */
function leaves(row: HTMLElement): boolean {
  const { left, right } = row.getBoundingClientRect();
  return Array.from(row.children).some((child) => {
    const box = child.getBoundingClientRect();
    return (
      (box.left < left - 5 || box.right > right + 5) &&
      !child.matches("[data-flush]")
    );
  });
}

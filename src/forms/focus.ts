import type { FieldEntry, Return } from "../context/fieldRegistry.js";

/** What has the focus on the page, or in the shadow root, of `element`. */
export function activeElement(element: Element): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).activeElement;
}

/**
 * Whether the user has gone on to something else than `element`. What lies
 * around it does not count: it gets the focus when what had it is gone, from the
 * browser (the page) or from a dialog that keeps the focus inside.
 */
export function isElsewhere(element: Element): boolean {
  let { activeElement: active } = element.ownerDocument;
  while (active?.shadowRoot?.activeElement) {
    active = active.shadowRoot.activeElement;
  }
  let around: Node | null = element;
  while (around && around !== active) {
    around = around.parentNode ?? (around as Partial<ShadowRoot>).host ?? null;
  }
  return active !== null && around === null;
}

/**
 * Moves the focus and leaves the page where it is. WebKit scrolls in spite of
 * `preventScroll` while the layout is out of date, so that comes first.
 */
export function focusInPlace(element: HTMLElement, options?: FocusOptions) {
  void element.offsetTop;
  element.focus({ ...options, preventScroll: true });
}

/**
 * Before a change that may take the focus from what has it inside of `root`. What
 * it returns gives the focus back: to what had it or, if that is gone, hidden or
 * disabled, to the nearest of what lay around it. From there the user goes on
 * with the keyboard, instead of from the start of the page.
 */
export function captureFocus(root: HTMLElement): (() => void) | null {
  const focused = activeElement(root) as HTMLElement | null;
  if (focused === root || !root.contains(focused)) return null;
  const path: HTMLElement[] = [];
  for (let around = focused; around; around = around.parentElement) {
    path.push(around);
    if (around === root) break;
  }
  const options = { focusVisible: focused?.matches(":focus-visible") };
  return () => {
    const target = path.find(
      (element) =>
        element.isConnected && !element.closest(":disabled, [hidden]"),
    );
    if (!target) return;
    // What is disabled or hidden may have the focus until the next frame.
    if (activeElement(target) !== focused && isElsewhere(target)) return;
    // It takes the focus of a script alone.
    if (target.tabIndex < 0) target.tabIndex = -1;
    focusInPlace(target, options);
  };
}

/** The way back to where the reader is in a field, if that is where they are. */
export function captureFieldFocus({ element }: FieldEntry): Return | undefined {
  const active = element && activeElement(element);
  if (!active || !element.contains(active)) return undefined;
  const { selectionStart, selectionEnd, scrollTop } =
    active as HTMLInputElement;
  return (field) => {
    const control = focusField(field, focusInPlace) as HTMLInputElement | null;
    if (!control) return;
    // Only fields of plain text have a caret, not those for an e-mail address.
    if (selectionStart != null && control.selectionStart != null) {
      control.setSelectionRange(selectionStart, selectionEnd);
    }
    control.scrollTop = scrollTop;
    // Firefox scrolls to the caret once more, with the next frame.
    requestAnimationFrame(() => (control.scrollTop = scrollTop));
  };
}

/**
 * Back to a field whose popup has closed while the widget was inert, unless the
 * reader went elsewhere.
 */
export function returnFocus({ element }: FieldEntry) {
  if (element && !isElsewhere(element)) {
    focusField(element, focusInPlace);
  }
}

/** Moves the focus into a field: to what is chosen of it, else to its first part. */
export function focusField(
  field: Element,
  focus: (part: HTMLElement) => void = (part) => part.focus(),
): HTMLElement | null {
  const part =
    field.querySelector<HTMLElement>(":checked:not(:disabled)") ??
    field.querySelector<HTMLElement>(
      ":is(input:not([type=hidden]), textarea, button, select, [tabindex]):not(:disabled)",
    );
  if (part) focus(part);
  return part;
}

import type { FieldEntry, RestoreFocus } from "../context/fieldRegistry.js";

/** The element that has the focus in the document, or in the shadow root, of `element`. */
export function activeElement(element: Element): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).activeElement;
}

/**
 * Whether the user has moved the focus away from `element`, to an element that does not
 * contain it. One that does contain it does not count: when the focused element is
 * removed, the browser focuses the page, and a dialog focuses itself.
 */
export function isElsewhere(element: Element): boolean {
  let { activeElement: active } = element.ownerDocument;
  while (active?.shadowRoot?.activeElement) {
    active = active.shadowRoot.activeElement;
  }
  let ancestor: Node | null = element;
  while (ancestor && ancestor !== active) {
    ancestor =
      ancestor.parentNode ?? (ancestor as Partial<ShadowRoot>).host ?? null;
  }
  return active !== null && ancestor === null;
}

/**
 * Focuses an element without scrolling the page. WebKit scrolls in spite of
 * `preventScroll` while the layout is out of date, so reading `offsetTop` updates it first.
 */
export function focusInPlace(element: HTMLElement, options?: FocusOptions) {
  void element.offsetTop;
  element.focus({ ...options, preventScroll: true });
}

/**
 * Remembers the focused element inside of `root`, before a change that may remove, hide
 * or disable it. The function that it returns gives the focus back: to that element, or
 * to its nearest ancestor that still can have it. From there the user can continue with
 * the keyboard, instead of from the start of the page. `null`: nothing inside has the focus.
 */
export function captureFocus(root: HTMLElement): (() => void) | null {
  const focused = activeElement(root) as HTMLElement | null;
  if (focused === root || !root.contains(focused)) return null;
  const path: HTMLElement[] = [];
  for (let ancestor = focused; ancestor; ancestor = ancestor.parentElement) {
    path.push(ancestor);
    if (ancestor === root) break;
  }
  const options = { focusVisible: focused?.matches(":focus-visible") };
  return () => {
    const target = path.find(
      (element) =>
        element.isConnected && !element.closest(":disabled, [hidden]"),
    );
    if (!target) return;
    // An element that was disabled or hidden may keep the focus until the next frame.
    if (activeElement(target) !== focused && isElsewhere(target)) return;
    // Focusable by this script, but not by the Tab key.
    if (target.tabIndex < 0) target.tabIndex = -1;
    focusInPlace(target, options);
  };
}

/** Remembers the focus, the caret and the scroll position in a field; `undefined`: the focus is elsewhere. */
export function captureFieldFocus({
  element,
}: FieldEntry): RestoreFocus | undefined {
  const active = element && activeElement(element);
  if (!active || !element.contains(active)) return undefined;
  const { selectionStart, selectionEnd, scrollTop } =
    active as HTMLInputElement;
  return (field) => {
    const control = focusField(field, focusInPlace) as HTMLInputElement | null;
    if (!control) return;
    // Only some inputs report their caret: one for an e-mail address does not.
    if (selectionStart != null && control.selectionStart != null) {
      control.setSelectionRange(selectionStart, selectionEnd);
    }
    control.scrollTop = scrollTop;
    // Firefox scrolls to the caret once more, with the next frame.
    requestAnimationFrame(() => (control.scrollTop = scrollTop));
  };
}

/**
 * Gives the focus back to a field whose popover has closed while the widget was inert,
 * unless the user has moved it elsewhere.
 */
export function returnFocus({ element }: FieldEntry) {
  if (element && !isElsewhere(element)) {
    focusField(element, focusInPlace);
  }
}

/** Focuses a field: the checked one of its controls, or else the first. */
export function focusField(
  field: Element,
  focus: (control: HTMLElement) => void = (control) => control.focus(),
): HTMLElement | null {
  const control =
    field.querySelector<HTMLElement>(":checked:not(:disabled)") ??
    field.querySelector<HTMLElement>(
      ":is(input:not([type=hidden]), textarea, button, select, [tabindex]):not(:disabled)",
    );
  if (control) focus(control);
  return control;
}

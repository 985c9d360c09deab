import type { Locator } from "vitest/browser";

/**
 * A press in one go: the focus first, and then a click. One of the mouse has an
 * end of its own, by when an element that is being replaced may be another one.
 */
export function press(target: Locator) {
  const element = target.element() as HTMLElement;
  element.focus();
  element.click();
}

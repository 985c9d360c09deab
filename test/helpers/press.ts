import { vi } from "vitest";
import type { Locator } from "vitest/browser";

/** A press in one go, wherever the element is just moving to: the focus first, then a click. */
export function press(target: Locator) {
  const element = target.element() as HTMLElement;
  element.focus();
  element.click();
}

/**
 * Says when keys are pressed, in ms, until mocks are restored: which ones make a
 * word depends on the pauses between them, and those on the machine.
 */
export function keysComeAt(ms: number) {
  vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(ms);
}

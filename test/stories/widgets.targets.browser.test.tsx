import { beforeEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { loaded } from "../helpers/loaded.js";
import { boxOf, rootElement } from "../helpers/queries.js";
import { storyWidgets } from "../helpers/storyWidgets.js";
import { widgetAtWidth } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

/** The least size of a target, in px, by WCAG 2.2. */
const LEAST = 24;

beforeEach(() => page.viewport(800, 600));

/** Where a press acts: a link in a text is as high as its line, which WCAG allows. */
const targets = () =>
  [
    ...rootElement().querySelectorAll<HTMLElement>(
      "button:enabled, input:enabled:not(.wr-hidden, [type='hidden']), textarea:enabled",
    ),
  ].map((element) => {
    const whole = element.closest("label") ?? element;
    // The row of a list is the target of its button.
    return whole.matches(".wr-ListViewItem-target")
      ? whole.closest("li")!
      : whole;
  });

/** A circle of 24 px in the middle of a small target meets no other target. */
function hasRoom(target: Element, others: readonly Element[]): boolean {
  const { left, top, width, height } = boxOf(target);
  if (width >= LEAST && height >= LEAST) return true;
  const x = left + width / 2;
  const y = top + height / 2;
  return others.every((other) => {
    if (other === target || other.contains(target)) return true;
    const box = boxOf(other);
    const dx = Math.max(box.left - x, 0, x - box.right);
    const dy = Math.max(box.top - y, 0, y - box.bottom);
    return Math.hypot(dx, dy) >= LEAST / 2;
  });
}

describe.each([320, 800])("at %d px", (width) => {
  test.for(storyWidgets)(
    "what is pressed in %s is 24 px high and wide, or as far from the next",
    async ([, widget]) => {
      await render(widgetAtWidth(width, widget));
      await loaded();
      const all = targets();
      expect(
        all
          .filter((target) => !hasRoom(target, all))
          .map((target) => `${target.className}: ${target.textContent}`),
      ).toEqual([]);
    },
  );
});

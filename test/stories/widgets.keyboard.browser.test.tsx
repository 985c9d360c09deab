import { beforeEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { loaded } from "../helpers/loaded.js";
import { button, rootElement } from "../helpers/queries.js";
import { storyWidgets } from "../helpers/storyWidgets.js";
import { isInView, showsFocus, tabStopsOf } from "../helpers/tabStops.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

beforeEach(() => page.viewport(390, 600));

const nameOf = (element: Element | null) =>
  element?.getAttribute("class") || element?.outerHTML.slice(0, 80);

/** What the name of a control has: the words that a button shows; of others any. */
function wordsOf(element: Element): RegExp {
  const words = element.matches("button:not([role])")
    ? element.textContent.trim().split(/\s+/)
    : [];
  return new RegExp(words.map(escape).join("\\s+") || "\\S");
}

const escape = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

describe("Tab", () => {
  test.for(storyWidgets)(
    "goes through %s in the order of the page, and out of it at both ends",
    async ([, widget]) => {
      const onAction = vi.fn();
      await render(
        <>
          <button type="button">Before</button>
          {widgetElement(widget, { onAction, sendAction: onAction })}
          <button type="button">After</button>
        </>,
      );
      await loaded();
      const stops = tabStopsOf(rootElement());
      button("Before").element().focus();
      for (const stop of stops) {
        await userEvent.tab();
        expect(nameOf(document.activeElement)).toBe(nameOf(stop));
        expect(document.activeElement).toBe(stop);
        await expect
          .element(page.elementLocator(stop))
          .toHaveAccessibleName(wordsOf(stop));
        expect([nameOf(stop), isInView(stop)]).toEqual([nameOf(stop), true]);
        await expect
          .poll(() => showsFocus(stop), { timeout: 5_000 })
          .toBe(true);
      }
      await userEvent.tab();
      await expect.element(button("After")).toHaveFocus();
      expect(onAction).not.toHaveBeenCalled();
      expect(document.querySelector(".wr-Popover")).toBeNull();
      for (let count = stops.length; count > 0; count--) {
        await userEvent.tab({ shift: true });
        expect(rootElement().contains(document.activeElement)).toBe(true);
      }
      await userEvent.tab({ shift: true });
      await expect.element(button("Before")).toHaveFocus();
    },
  );
});

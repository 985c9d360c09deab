import { useEffect, useState } from "react";
import { expect } from "vitest";
import { userEvent } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { fresh } from "./builders.js";
import { textbox } from "./queries.js";
import { type WidgetProps, widgetElement } from "./widgetElement.js";

/** Runs `act` while updates come; `act` may wait for a number of them. */
export type During = (
  act: (updates: (count: number) => Promise<void>) => Promise<unknown>,
) => Promise<void>;

/**
 * A widget that changes many times a second, as it does while it streams, but only
 * during `act`: between acts a test aims at elements, which then may not move.
 */
export function stream(widget: (n: number) => WidgetNode, props?: WidgetProps) {
  let update = () => {};
  let shown = 0;
  function Stream() {
    const [n, setN] = useState(0);
    update = () => setN((now) => now + 1);
    useEffect(() => void (shown = n), [n]);
    return widgetElement(fresh(widget(n)), props);
  }
  const during: During = async (act) => {
    const timer = setInterval(() => update(), 50);
    try {
      await act(async (count) => {
        const before = shown;
        await expect.poll(() => shown - before).toBeGreaterThanOrEqual(count);
      });
    } finally {
      clearInterval(timer);
    }
  };
  return { Stream, during };
}

export const count = (n: number): WidgetNode => ({
  type: "Text",
  value: String(n),
});

/** Firefox and WebKit scroll to the caret once more, with one of the next frames. */
export async function scrollTo(element: Element, top: number) {
  const scrolled = async () => {
    element.scrollTop = top;
    for (let i = 0; i < 3; i++) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    return element.scrollTop;
  };
  await expect.poll(scrolled).toBe(top);
}

/** Types while the widget goes on changing, and checks the text, the caret and the scroll. */
export async function typeThroughUpdates(during: During) {
  const goTo = (name: string) => {
    const field = textbox(name).element() as HTMLInputElement;
    field.focus();
    field.setSelectionRange(0, 0);
  };
  await textbox("line").fill("ab");
  goTo("line");
  await during(async (updates) => {
    for (const key of "123456") {
      await userEvent.keyboard(key);
      await updates(1);
    }
  });
  await expect.element(textbox("line")).toHaveValue("123456ab");
  await expect.element(textbox("line")).toHaveFocus();
  const lines = textbox("lines");
  await lines.fill(Array(40).fill("line").join("\n"));
  goTo("lines");
  await scrollTo(lines.element(), 100);
  await during((updates) => updates(3));
  expect(lines.element().scrollTop).toBe(100);
  await expect.element(lines).toHaveFocus();
  await userEvent.keyboard("x");
  expect((lines.element() as HTMLTextAreaElement).value).toMatch(/^xline/);
}

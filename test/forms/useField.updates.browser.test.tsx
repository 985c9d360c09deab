import { useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { custom, form, fresh, input } from "../helpers/builders.js";
import { components } from "../helpers/formFields.js";
import { textbox } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import {
  count,
  scrollTo,
  stream,
  typeThroughUpdates,
} from "../helpers/stream.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("a field whose widget updates", () => {
  const typed: WidgetNode[] = [
    input("line"),
    { type: "Textarea", name: "lines", rows: 3 },
  ];

  test.each<[string, (n: number) => WidgetNode]>([
    ["with equal JSON beside them", (n) => form(count(n), ...typed)],
    [
      "as siblings appear above",
      (n) =>
        form(
          ...Array.from({ length: n % 4 }, () => custom({ type: "Divider" })),
          count(n),
          ...typed,
        ),
    ],
    [
      "as they move into another container and back",
      (n) =>
        form(
          count(n),
          ...(n % 2 ? [{ type: "Col" as const, children: typed }] : typed),
        ),
    ],
    [
      "as a sibling breaks and comes back",
      (n) =>
        form(
          count(n),
          custom({ type: "Fragile", broken: n % 2 === 1, n }),
          ...typed,
        ),
    ],
  ])("typed text, caret and scroll stay %s", async (_, widget) => {
    vi.spyOn(console, "error").mockReturnValue(undefined);
    const { Stream, during } = stream(widget, {
      components,
      onError: () => undefined,
    });
    await render(<Stream />);
    await typeThroughUpdates(during);
  });

  test("a key that comes together with the update is not lost", async () => {
    let move = () => {};
    const line = input("line");
    const Host = () => {
      const [moved, setMoved] = useState(false);
      move = () => setMoved(true);
      return widgetElement(
        form(moved ? { type: "Col", children: [line] } : line),
      );
    };
    await render(<Host />);
    const field = textbox("line").element() as HTMLInputElement;
    field.focus();
    move();
    // As the browser does it, in the same task.
    field.setRangeText("x", 0, 0, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await expect.poll(() => textbox("line").element()).not.toBe(field);
    await expect.element(textbox("line")).toHaveValue("x");
    await expect.element(textbox("line")).toHaveFocus();
  });

  test("the page keeps its scroll position as the field moves", async () => {
    const line = input("line");
    const widget = (moved: boolean): WidgetNode => ({
      type: "Col",
      children: [
        moved ? { type: "Col", children: [line] } : line,
        { type: "Box", height: 3000 },
      ],
    });
    const { rerender } = await render(widgetElement(widget(false)));
    // WebKit scrolls to what a pointer has focused, some time later.
    (textbox("line").element() as HTMLElement).focus({ preventScroll: true });
    await scrollTo(document.scrollingElement!, 1500);
    await rerender(widgetElement(widget(true)));
    await expect.element(textbox("line")).toHaveFocus();
    await new Promise(requestAnimationFrame);
    expect(window.scrollY).toBe(1500);
  });

  test("a changed default wins; an unchanged one does not", async () => {
    const widget = (value: string, n: number): WidgetNode =>
      form(
        count(n),
        input("a", { defaultValue: value }),
        input("b", { defaultValue: "same" }),
      );
    const { rerender } = await render(widgetElement(widget("1", 0)));
    await textbox("a").fill("typed");
    await textbox("b").fill("typed");
    await rerender(widgetElement(fresh(widget("2", 1))));
    await expect.element(textbox("a")).toHaveValue("2");
    await expect.element(textbox("b")).toHaveValue("typed");
    await textbox("a").fill("again");
    await rerender(widgetElement(fresh(widget("2", 2))));
    await expect.element(textbox("a")).toHaveValue("again");
  });

  test("a field with the focus may become another control", async () => {
    const complaints = vi.spyOn(console, "error").mockReturnValue(undefined);
    const host = recordingHost();
    const { rerender } = await render(widgetElement(form(input("a")), host));
    await textbox("a").click();
    await userEvent.keyboard("true");
    await rerender(widgetElement(form({ type: "Checkbox", name: "a" }), host));
    await expect.element(page.getByRole("checkbox")).toHaveFocus();
    await rerender(
      widgetElement(form(input("a", { inputType: "email" })), host),
    );
    await rerender(widgetElement(form({ type: "Textarea", name: "a" }), host));
    await expect.element(textbox("a")).toHaveFocus();
    expect(host.errors).toEqual([]);
    expect(complaints).not.toHaveBeenCalled();
  });
});

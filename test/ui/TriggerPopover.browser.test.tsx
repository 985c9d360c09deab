import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer } from "../../src/index.js";
import {
  behind,
  click,
  compositions,
  corner,
  focus,
  focused,
  inForm,
  isClosed,
  key,
  label,
  open,
  popups,
  renderField,
  tap,
  value,
} from "../helpers/popups.js";
import "../../src/styles/index.css";

afterEach(() => page.viewport(800, 600));

describe.each(popups)("%s", (_, kind) => {
  const { node, trigger, popup } = kind;

  test.each<[string, () => unknown]>([
    ["a click", () => trigger().click()],
    ["a tap", () => tap(trigger().element())],
    ["Space", () => userEvent.keyboard(" ")],
    ["ArrowDown", () => userEvent.keyboard("{ArrowDown}")],
    ["ArrowUp", () => userEvent.keyboard("{ArrowUp}")],
    ["Enter", () => userEvent.keyboard("{Enter}")],
  ])(
    "is opened by %s, closed by Escape, and gives back the focus",
    async (__, act) => {
      const { sent } = await renderField({
        type: "Col",
        children: [label, node],
      });
      await focus(trigger());
      await act();
      await expect.element(popup()).toBeVisible();
      await expect.poll(() => popup().query()?.contains(focused())).toBe(true);
      await expect.element(trigger()).toHaveAttribute("aria-expanded", "true");
      await userEvent.keyboard("{Escape}");
      await isClosed(kind);
      expect(sent()).toEqual([]);
    },
  );

  test.each<[string, (element: Element) => unknown]>([
    ["click", click],
    ["tap", tap],
  ])("a %s beside it closes it and presses nothing", async (__, press) => {
    const { onPress, onParent } = await renderField(inForm(label, node));
    await open(kind);
    await press(behind().element());
    await isClosed(kind);
    expect(onPress).not.toHaveBeenCalled();
    expect(onParent).not.toHaveBeenCalled();
    // Now nothing lies in front of it.
    await (press === tap ? tap(behind().element()) : behind().click());
    await vi.waitFor(() => expect(onPress).toHaveBeenCalledTimes(1));
    await expect.element(popup()).not.toBeInTheDocument();

    // What opens it is no exception.
    await open(kind);
    await press(trigger().element());
    await isClosed(kind);
  });

  test("a press that begins in it and ends beside it does nothing", async () => {
    const { onPress } = await renderField(inForm(label, node));
    await open(kind);
    const init = { bubbles: true, cancelable: true, composed: true };
    focused().dispatchEvent(new PointerEvent("pointerdown", init));
    focused().dispatchEvent(new MouseEvent("mousedown", init));
    document.body.dispatchEvent(new PointerEvent("pointerup", init));
    document.body.dispatchEvent(new PointerEvent("click", init));
    await expect.element(popup()).toBeVisible();
    // A script's click is no press beside it.
    (behind().element() as HTMLElement).click();
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  test("stays open and beside its field while the window changes its size", async () => {
    await renderField(inForm(label, node));
    await open(kind);
    for (const [width, height] of [
      [390, 700],
      [700, 390],
      [800, 600],
    ] as const) {
      await page.viewport(width, height);
      await vi.waitFor(() => {
        expect(innerWidth).toBe(width);
        const box = popup().element().getBoundingClientRect();
        const field = trigger().element().getBoundingClientRect();
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.bottom).toBeLessThanOrEqual(height);
        expect(box.top).toBeGreaterThanOrEqual(field.bottom);
        expect(box.top).toBeLessThan(field.bottom + 10);
        expect(box.left).toBeLessThan(field.right);
      });
      expect(popup().element()).toContainElement(focused() as HTMLElement);
    }
    await userEvent.keyboard("{Escape}");
    await isClosed(kind);
  });

  test("stays open while the window does not have the focus", async () => {
    await renderField(inForm(label, node));
    await open(kind);
    window.dispatchEvent(new Event("blur"));
    window.dispatchEvent(new Event("focus"));
    await expect.element(trigger()).toHaveAttribute("aria-expanded", "true");
    expect(popup().element()).toContainElement(focused() as HTMLElement);
    await userEvent.keyboard("{Escape}");
    await isClosed(kind);
  });

  test.each(["open", "closed"] as const)(
    "a press beside it presses nothing, within its %s shadow root and outside",
    async (mode) => {
      const host = document.createElement("div");
      document.body.append(host);
      const shadow = host.attachShadow({ mode });
      const onPress = vi.fn();
      const outside = document.createElement("button");
      outside.addEventListener("click", onPress);
      outside.style.cssText =
        "position: fixed; inset-inline-end: 80px; inset-block-end: 120px";
      document.body.append(outside);
      const root = createRoot(shadow);
      onTestFinished(() => {
        root.unmount();
        host.remove();
        outside.remove();
      });
      flushSync(() =>
        root.render(
          <>
            <WidgetRenderer locale="en-US" widget={node} />
            <button type="button" style={corner} onClick={onPress}>
              Within
            </button>
          </>,
        ),
      );
      const button = shadow.querySelector<HTMLElement>(".wr-Trigger")!;
      const within = shadow.querySelector("button:last-child")!;
      const presses: ((element: Element) => unknown)[] = [click, tap];
      for (const other of [within, outside])
        for (const press of presses) {
          button.focus();
          await userEvent.keyboard("{ArrowDown}");
          await vi.waitFor(() =>
            expect(shadow.querySelector(".wr-Popover")).toContainElement(
              shadow.activeElement as HTMLElement,
            ),
          );
          await press(other);
          await vi.waitFor(() =>
            expect(shadow.querySelector(".wr-Popover")).toBeNull(),
          );
          expect(onPress).not.toHaveBeenCalled();
        }
    },
  );

  test.each(
    compositions.flatMap(([what, init]) =>
      ["Enter", "Escape"].map((name) => [name, what, init] as const),
    ),
  )("%s %s neither chooses nor closes", async (name, __, init) => {
    const { sent } = await renderField(inForm(label, node));
    await open(kind);
    focused().dispatchEvent(key(name, init));
    await expect.element(popup()).toBeVisible();
    await expect.element(trigger()).toHaveAttribute("aria-expanded", "true");
    expect(sent()).toEqual([]);
    await userEvent.keyboard("{Escape}");
    await isClosed(kind);
  });

  test.each(["Enter", " "])(
    "%j held down opens it and chooses nothing",
    async (name) => {
      await renderField({ type: "Col", children: [label, node] });
      await focus(trigger());
      trigger().element().dispatchEvent(key(name, {}));
      await expect.poll(() => popup().query()?.contains(focused())).toBe(true);
      // A button that has the focus would be clicked.
      expect(focused().dispatchEvent(key(name, { repeat: true }))).toBe(false);
      await expect.element(popup()).toBeVisible();
      expect(value()).toBe(kind.value);
    },
  );
});

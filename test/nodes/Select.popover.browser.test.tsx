import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer } from "../../src/index.js";
import { field, option, plans, renderField } from "../helpers/select.js";
import "../../src/styles/index.css";

describe("the popover of a Select", () => {
  test("what lies behind the list is out of reach until it closes", async () => {
    const { container } = await renderField({});
    await field().click();
    await expect.element(option("Starter")).toHaveFocus();
    await expect.poll(() => container.closest("[inert]")).not.toBeNull();
    await userEvent.keyboard("{Escape}");
    await expect.element(field()).toHaveFocus();
    expect(container.closest("[inert], [aria-hidden]")).toBeNull();
  });

  test("the list scrolls while the page behind it does not", async () => {
    const options = Array.from({ length: 40 }, (_, i) => ({
      value: i,
      label: `${i} lines`,
    }));
    await renderField({ options, searchable: false });
    await field().click();
    await expect.element(option("0 lines").first()).toHaveFocus();
    const wheel = (element: Element) =>
      element.dispatchEvent(
        new WheelEvent("wheel", {
          bubbles: true,
          cancelable: true,
          composed: true,
          deltaY: 50,
        }),
      );
    await expect.poll(() => wheel(document.body)).toBe(false);
    expect(wheel(option("39 lines").element())).toBe(true);
  });

  test("the list looks like the place it was opened from, and lies in its dialog", async () => {
    const { container } = await render(
      <dialog>
        <div dir="rtl">
          <WidgetRenderer
            theme={{ colorScheme: "light", radius: "sharp" }}
            widget={{
              type: "Card",
              theme: "dark",
              children: [
                { type: "Label", value: "Plan", fieldName: "plan" },
                { type: "Select", name: "plan", options: plans },
              ],
            }}
          />
        </div>
      </dialog>,
    );
    const dialog = container.querySelector("dialog")!;
    dialog.showModal();
    await field().click();
    await expect.element(option("Team")).toBeVisible();
    const style = getComputedStyle(
      option("Team").element().closest(".wr-Popover")!,
    );
    expect(style.colorScheme).toBe("dark");
    expect(style.direction).toBe("rtl");
    expect(style.borderRadius).toBe("0px");
    expect(dialog).toContainElement(option("Team").element());
    await userEvent.keyboard("{Escape}");
    await expect.element(field()).toHaveFocus();
    expect(dialog.open).toBe(true);
  });

  test.each([1, 2])("works in shadow roots, %i deep", async (depth) => {
    const host = document.createElement("div");
    document.body.append(host);
    let shadow = host.attachShadow({ mode: "open" });
    while (--depth > 0) {
      const inner = document.createElement("div");
      shadow.append(inner);
      shadow = inner.attachShadow({ mode: "open" });
    }
    const root = createRoot(shadow);
    flushSync(() =>
      root.render(
        <WidgetRenderer
          widget={{ type: "Select", name: "plan", options: plans }}
        />,
      ),
    );
    const trigger = shadow.querySelector<HTMLElement>(".wr-Trigger")!;
    const focused = () => shadow.activeElement?.textContent;
    trigger.focus();
    await userEvent.keyboard("{ArrowDown}");
    await vi.waitFor(() =>
      expect(focused()).toBe("StarterFor trying things out"),
    );
    await userEvent.keyboard("{ArrowDown}");
    expect(focused()).toBe("Team");
    // Only what is not around the list is hidden.
    await vi.waitFor(() =>
      expect(document.querySelector("[data-aria-hidden]")).not.toBeNull(),
    );
    expect(host.matches("[inert], [aria-hidden]")).toBe(false);
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(shadow.activeElement).toBe(trigger));
    expect(trigger).toHaveTextContent("Team");
    root.unmount();
    host.remove();
  });

  test("no popup leaves a narrow page", async () => {
    await page.viewport(320, 480);
    await renderField({
      options: [
        {
          value: "a",
          label: "A label that is much longer than the page is wide",
        },
      ],
    });
    await field().click();
    // It is there before it is where it belongs.
    await vi.waitFor(() => {
      const { left, right } = page
        .getByRole("listbox")
        .element()
        .getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(8);
      expect(right).toBeLessThanOrEqual(312);
    });
    await page.viewport(800, 600);
  });
});

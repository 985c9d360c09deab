import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { form, input, send } from "../helpers/builders.js";
import { button, textbox } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Card", () => {
  test("a bad field in a folded Card is unfolded", async () => {
    await render(
      widgetElement(
        form(
          {
            type: "Card",
            collapsed: true,
            status: { text: "More" },
            children: [input("code", { required: true })],
          },
          send,
        ),
      ),
    );
    await button("Send").click();
    await expect.element(textbox("code")).toBeVisible();
    await expect.element(textbox("code")).toHaveFocus();
    await expect.element(textbox("code")).toHaveAccessibleDescription(/fill/i);
  });

  test("an action in a Card that is folded meanwhile goes on, and runs once", async () => {
    let done = () => {};
    const sendAction = vi.fn(
      () => new Promise<void>((resolve) => (done = resolve)),
    );
    const widget: WidgetNode = {
      type: "Card",
      collapsed: true,
      children: [input("note")],
      confirm: {
        label: "Save",
        action: { type: "save", loadingBehavior: "self" },
      },
    };
    const { container } = await render(widgetElement(widget, { sendAction }));
    const card = container.querySelector<HTMLElement>(".wr-Card")!;
    await page.getByRole("button", { expanded: false }).click();
    await button("Save").click();
    await expect.element(card).toHaveAttribute("aria-busy", "true");
    await page.getByRole("button", { expanded: true }).click();
    await expect.element(button("Save")).not.toBeInTheDocument();
    await page.getByRole("button", { expanded: false }).click();
    await expect.element(button("Save")).toHaveAttribute("aria-busy", "true");
    await expect.element(card).toHaveAttribute("aria-busy", "true");
    await button("Save").click();
    expect(sendAction).toHaveBeenCalledTimes(1);
    done();
    await expect.element(button("Save")).not.toHaveAttribute("aria-busy");
    await expect.element(card).not.toHaveAttribute("aria-busy");
    await button("Save").click();
    expect(sendAction).toHaveBeenCalledTimes(2);
  });
});

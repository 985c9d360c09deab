import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector("#no-field-sizing")?.remove();
});

describe("Checkbox", () => {
  test("a Checkbox is as high as its text, its tick as large as its box", async () => {
    const { container } = await render(
      widgetElement({
        type: "Checkbox",
        name: "terms",
        label: "I have read the terms of sale, and accept them",
        defaultChecked: true,
      }),
    );
    const row = container
      .querySelector(".wr-Checkbox")!
      .getBoundingClientRect();
    expect(row.width).toBeGreaterThan(200);
    expect(row.height).toBeLessThan(30);
    const input = page.getByRole("checkbox").element().getBoundingClientRect();
    const tick = container.querySelector("svg")!.getBoundingClientRect();
    for (const side of ["left", "top", "width", "height"] as const) {
      expect(Math.abs(tick[side] - input[side])).toBeLessThan(1);
    }
  });

  test("a Checkbox: the row is the target, Space toggles, each change acts", async () => {
    const sendAction = vi.fn();
    await render(
      widgetElement(
        {
          type: "Checkbox",
          name: "news",
          label: "Send me news",
          onChangeAction: { type: "news" },
        },
        { sendAction },
      ),
    );
    const box = page.getByRole("checkbox", { name: "Send me news" });
    await page.getByText("Send me news").click();
    await expect.element(box).toBeChecked();
    await userEvent.keyboard(" ");
    await expect.element(box).not.toBeChecked();
    expect(sendAction).toHaveBeenCalledTimes(2);
    expect(box.element().getBoundingClientRect().width).toBe(18);
    // The box is in the middle of the first line.
    const line = page
      .getByText("Send me news")
      .element()
      .getBoundingClientRect();
    const mark = box.element().getBoundingClientRect();
    expect(mark.top - line.top).toBe((line.height - mark.height) / 2);
  });

  test.each([
    ["true", true],
    [true, true],
    ["false", false],
    [false, false],
    [null, false],
  ] as const)("defaultChecked %j", async (defaultChecked, checked) => {
    await render(
      widgetElement({ type: "Checkbox", name: "a", defaultChecked }),
    );
    expect(
      (page.getByRole("checkbox").element() as HTMLInputElement).checked,
    ).toBe(checked);
  });
});

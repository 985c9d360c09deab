import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import "../../src/styles/index.css";

const options = ["Oslo", "Riga"].map((label) => ({ label, value: label }));

describe("useReturnFocus", () => {
  test.each<[string, WidgetNode]>([
    ["Select", { type: "Select", name: "field", options }],
    [
      "Select with a search",
      { type: "Select", name: "field", options, searchable: true },
    ],
    ["DatePicker", { type: "DatePicker", name: "field" }],
  ])(
    "a %s that is opened by the mouse and left by the keyboard shows where the focus is",
    async (_, field) => {
      const { container } = await render(<WidgetRenderer widget={field} />);
      const trigger = container.querySelector("button")!;
      await page.elementLocator(trigger).click();
      await expect
        .poll(() => document.activeElement?.closest(".wr-Popover"))
        .not.toBeFalsy();
      await userEvent.keyboard("{Escape}");
      await expect.element(trigger).toHaveFocus();
      const { outlineStyle, outlineWidth } = getComputedStyle(trigger);
      expect([outlineStyle, outlineWidth]).toEqual(["solid", "2px"]);
    },
  );
});

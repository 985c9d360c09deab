import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import type { WidgetNode } from "../../src/index.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

const options = [
  { value: "one", label: "One" },
  { value: "two", label: "Two" },
];
const act = { type: "act" };

/** What is pressed, by its selector. */
const controls: [string, Record<string, unknown>][] = [
  [".wr-Button", { type: "Button", label: "Go", onClickAction: act }],
  [
    ".wr-Checkbox-input",
    { type: "Checkbox", name: "f", label: "On", onChangeAction: act },
  ],
  [
    ".wr-RadioGroup-input",
    { type: "RadioGroup", name: "f", options, onChangeAction: act },
  ],
  [".wr-Trigger", { type: "Select", name: "f", options, onChangeAction: act }],
  [".wr-Trigger", { type: "DatePicker", name: "f", onChangeAction: act }],
  [
    ".wr-ListViewItem-target",
    {
      type: "ListView",
      children: {
        type: "ListViewItem",
        onClickAction: act,
        children: { type: "Text", value: "Row" },
      },
    },
  ],
  [
    ".wr-Card-disclosure",
    {
      type: "Card",
      collapsed: true,
      status: { text: "Day" },
      children: { type: "Text", value: "Plan" },
    },
  ],
];

test.each(controls)(
  "a pointer that goes down on %s and leaves does nothing: %j",
  async (selector, node) => {
    const onAction = vi.fn();
    const { container } = await render(
      widgetElement(node as unknown as WidgetNode, { onAction }),
    );
    await vi.waitFor(() =>
      expect(container.querySelector(selector)).not.toBeNull(),
    );
    const control = container.querySelector<HTMLElement>(selector)!;
    const before = container.innerHTML;
    const init = { bubbles: true, cancelable: true, button: 0 };
    control.dispatchEvent(new PointerEvent("pointerdown", init));
    control.dispatchEvent(new MouseEvent("mousedown", init));
    document.body.dispatchEvent(new PointerEvent("pointerup", init));
    document.body.dispatchEvent(new MouseEvent("mouseup", init));
    expect(onAction).not.toHaveBeenCalled();
    expect(document.querySelector(".wr-Popover")).toBeNull();
    expect(container.innerHTML).toBe(before);
    // The same press, ended on it.
    control.click();
    await vi.waitFor(() =>
      expect(
        onAction.mock.calls.length > 0 ||
          document.querySelector(".wr-Popover") !== null ||
          container.innerHTML !== before,
      ).toBe(true),
    );
  },
);

import { expect, vi } from "vitest";
import { page, userEvent, type Locator } from "vitest/browser";
import type { ActionConfig, WidgetNode } from "../../src/index.js";
import { press } from "./press.js";
import { button } from "./queries.js";

export type Loading = "self" | "container" | "none";

/** Where an action can be bound. */
export interface BindingCase {
  widget: (action: ActionConfig) => WidgetNode;
  /** What `loadingBehavior: "auto"` means. */
  auto: Loading;
  /** What the user does; like a press, it moves the focus there. */
  act: (value: string) => unknown;
  /** What has the focus before and after. */
  target: () => Locator;
  /** What the binding adds to the payload. */
  values: (value: string) => object;
  /** What shows that it runs, for `self` and for `container`. */
  shows: { self: string[]; container: string[] };
  /** A change that comes while it runs is sent afterwards. */
  queues: boolean;
}

const presses = (name: string) => ({
  act: () => press(button(name)),
  target: () => button(name),
  queues: false,
});

const note: WidgetNode = { type: "Input", name: "note", defaultValue: "Hi" };

const noted = () => ({ note: "Hi" });

const field = { auto: "none", queues: true } as const;

export const [first, second] = ["2026-11-12", "2026-11-13"];

export const bindingCases: Record<string, BindingCase> = {
  "Button.onClickAction": {
    widget: (onClickAction) => ({ type: "Button", label: "Go", onClickAction }),
    auto: "self",
    ...presses("Go"),
    values: () => ({}),
    shows: { self: ["Button"], container: [] },
  },
  "ListViewItem.onClickAction": {
    widget: (onClickAction) => ({
      type: "ListView",
      children: [
        {
          type: "ListViewItem",
          onClickAction,
          children: { type: "Text", value: "Row" },
        },
      ],
    }),
    auto: "self",
    ...presses("Row"),
    values: () => ({}),
    shows: { self: ["ListViewItem"], container: [] },
  },
  "Form.onSubmitAction": {
    widget: (onSubmitAction) => ({
      type: "Form",
      onSubmitAction,
      children: [note, { type: "Button", label: "Send", submit: true }],
    }),
    auto: "container",
    ...presses("Send"),
    values: noted,
    shows: { self: ["Form", "Button"], container: ["Button"] },
  },
  "Card.confirm": {
    widget: (action) => ({
      type: "Card",
      asForm: true,
      confirm: { label: "Yes", action },
      children: note,
    }),
    auto: "container",
    ...presses("Yes"),
    values: noted,
    shows: { self: ["Card", "Button"], container: ["Button"] },
  },
  "Card.cancel": {
    widget: (action) => ({
      type: "Card",
      asForm: true,
      cancel: { label: "No", action },
      children: note,
    }),
    auto: "container",
    ...presses("No"),
    values: noted,
    shows: { self: ["Card", "Button"], container: ["Button"] },
  },
  "Select.onChangeAction": {
    widget: (onChangeAction) => ({
      type: "Select",
      name: "seat",
      onChangeAction,
      options: [first, second].map((value) => ({ value, label: value })),
    }),
    ...field,
    act: async (value) => {
      press(page.getByRole("combobox"));
      const focused = () => document.activeElement?.getAttribute("role");
      await vi.waitFor(() => expect(focused()).toBe("option"));
      await userEvent.keyboard(
        value === first ? "{Home}{Enter}" : "{End}{Enter}",
      );
    },
    target: () => page.getByRole("combobox"),
    values: (seat) => ({ seat }),
    shows: { self: ["Select"], container: [] },
  },
  "DatePicker.onChangeAction": {
    widget: (onChangeAction) => ({
      type: "Col",
      children: [
        { type: "Label", value: "Day", fieldName: "day" },
        {
          type: "DatePicker",
          name: "day",
          min: first,
          max: second,
          onChangeAction,
        },
      ],
    }),
    ...field,
    act: async (value) => {
      press(button(/^Day/));
      const day = button(value === first ? /November 12/ : /November 13/);
      await expect.element(day).toBeInTheDocument();
      press(day);
    },
    target: () => button(/^Day/),
    values: (day) => ({ day }),
    shows: { self: ["DatePicker"], container: [] },
  },
  "Checkbox.onChangeAction": {
    widget: (onChangeAction) => ({
      type: "Checkbox",
      name: "done",
      onChangeAction,
    }),
    ...field,
    act: () => press(page.getByRole("checkbox")),
    target: () => page.getByRole("checkbox"),
    values: (value) => ({ done: value === first }),
    shows: { self: ["Checkbox"], container: [] },
  },
  "RadioGroup.onChangeAction": {
    widget: (onChangeAction) => ({
      type: "RadioGroup",
      name: "size",
      onChangeAction,
      options: [first, second].map((value) => ({ value, label: value })),
    }),
    ...field,
    act: (value) => press(page.getByRole("radio", { name: value })),
    target: () => page.getByRole("radio", { checked: true }),
    values: (size) => ({ size }),
    shows: { self: ["RadioGroup"], container: [] },
  },
};

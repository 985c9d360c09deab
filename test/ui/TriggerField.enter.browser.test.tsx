import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import {
  compositions,
  few,
  focus,
  inForm,
  key,
  label,
  options,
  popups,
  renderField,
} from "../helpers/popups.js";
import "../../src/styles/index.css";

describe("Enter on the closed field", () => {
  const [select, , date] = popups.map(([, { node }]) => node) as [
    WidgetNode,
    WidgetNode,
    WidgetNode,
  ];
  const empty: WidgetNode = { type: "Form", children: [] };
  test.each<[string, WidgetNode, "opens" | "submits"]>([
    ["of a Select", { type: "Col", children: [label, select] }, "opens"],
    ["of a Select in a form", inForm(label, select), "submits"],
    [
      "of a Select in a form with a button",
      {
        ...empty,
        children: [
          label,
          select,
          {
            type: "Button",
            label: "Send",
            submit: true,
            onClickAction: { type: "submit" },
          },
        ],
      },
      "submits",
    ],
    [
      "of a Select where nothing can be submitted",
      { ...empty, children: [label, select] },
      "opens",
    ],
    ["of a DatePicker", { type: "Col", children: [label, date] }, "opens"],
    ["of a DatePicker in a form", inForm(label, date), "opens"],
  ])("%s", async (_, widget, does) => {
    const { sent } = await renderField(widget);
    const trigger = () =>
      page
        .getByLabelText("Field")
        .or(page.getByRole("button", { name: /^Field/ }))
        .first();
    await focus(trigger());
    await userEvent.keyboard("{Enter}");
    if (does === "opens") {
      await expect.element(trigger()).toHaveAttribute("aria-expanded", "true");
      expect(sent()).toEqual([]);
    } else {
      await vi.waitFor(() => expect(sent()).toEqual(["submit"]));
      await expect.element(trigger()).toHaveAttribute("aria-expanded", "false");
    }
  });
});

describe("Enter of a composition submits nothing", () => {
  const fields: WidgetNode[] = [
    ...(["text", "number", "email", "password", "tel", "url"] as const).map(
      (inputType): WidgetNode => ({
        type: "Input",
        name: inputType,
        inputType,
      }),
    ),
    { type: "Text", value: "Note", editable: { name: "note" } },
    { type: "Textarea", name: "lines" },
    { type: "Checkbox", name: "done" },
    { type: "RadioGroup", name: "size", options: options(["S", "L"]) },
    { type: "Select", name: "seat", options: options(few) },
    { type: "DatePicker", name: "day" },
  ];
  test.each(
    fields.flatMap((node) =>
      compositions.map(
        ([what, init]) =>
          [`${node.type} ${JSON.stringify(node)}`, what, node, init] as const,
      ),
    ),
  )("%s: %s", async (_, __, node, init) => {
    const { container, sent } = await renderField(inForm(node));
    const control = () =>
      container.querySelector<HTMLElement>(
        "form :is(input, textarea, button):not([type=hidden])",
      );
    await expect.poll(control).not.toBeNull();
    control()!.focus();
    control()!.dispatchEvent(key("Enter", init));
    expect(sent()).toEqual([]);
    await expect.element(page.getByRole("listbox")).not.toBeInTheDocument();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  });
});

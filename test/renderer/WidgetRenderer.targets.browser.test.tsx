import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import "../../src/styles/index.css";

const act = { type: "act" };

const options = ["Aisle", "Window"].map((label) => ({ label, value: label }));

/** Everything that can be clicked, and texts of every kind. */
const widget: WidgetNode = {
  type: "Card",
  status: { text: "Ready", icon: "check" },
  confirm: { label: "Confirm", action: act },
  cancel: { label: "Cancel", action: act },
  children: [
    { type: "Title", value: "Title" },
    { type: "Markdown", value: "A [link](https://example.com) in Markdown" },
    { type: "Button", label: "Act", iconStart: "plus", onClickAction: act },
    { type: "Button", iconStart: "plus", onClickAction: act },
    { type: "Label", value: "Name", fieldName: "name" },
    { type: "Input", name: "name" },
    { type: "Textarea", name: "note", defaultValue: "Note" },
    { type: "Text", value: "Editable", editable: { name: "text" } },
    {
      type: "Select",
      name: "seat",
      options,
      defaultValue: "Aisle",
      clearable: true,
      size: "3xs",
    },
    { type: "Select", name: "none", options, pill: true },
    { type: "DatePicker", name: "day", defaultValue: "2030-05-01" },
    { type: "DatePicker", name: "open", clearable: true, block: true },
    { type: "Checkbox", name: "tick", label: "Tick" },
    { type: "Checkbox", name: "bare" },
    { type: "RadioGroup", name: "radio", options },
    { type: "Badge", label: "Badge" },
    {
      type: "Table",
      children: {
        type: "Table.Row",
        children: {
          type: "Table.Cell",
          children: { type: "Text", value: "Cell" },
        },
      },
    },
    {
      type: "Card",
      collapsed: true,
      children: [{ type: "Title", value: "Folded" }],
    },
    {
      type: "Chart",
      data: [{ month: "May", sales: 3 }],
      series: [{ type: "bar", dataKey: "sales", label: "Sales" }],
      xAxis: "month",
    },
    {
      type: "ListView",
      limit: 2,
      children: ["One", "Two", "Three", "Four"].map((value) => ({
        type: "ListViewItem",
        onClickAction: act,
        children: [
          { type: "Text", value },
          { type: "Caption", value: `About ${value}` },
          { type: "Button", label: `Save ${value}`, onClickAction: act },
          { type: "Checkbox", name: value, label: `Tick ${value}` },
        ],
      })),
    },
  ],
};

/** What a runner clicks for an element: a control, or an element that contains text. */
function targetOf(element: Element): Element | undefined {
  const control = "a, button, input, textarea, [role=combobox], [role=button]";
  const hasText = Array.from(element.childNodes).some(
    (node) => node instanceof Text && node.data.trim() !== "",
  );
  if (!element.matches(control) && !hasText) return undefined;
  return element.checkVisibility() && !element.closest(".wr-hidden")
    ? (element.closest("a, button, [role=button]") ?? element)
    : undefined;
}

describe("the target of a press", () => {
  test("nothing covers a control or a text that a test runner aims at", async () => {
    await page.viewport(800, 2000);
    const { container } = await render(
      <WidgetRenderer widget={widget} onAction={() => undefined} />,
    );
    await expect
      .element(page.getByRole("link", { name: "link" }))
      .toBeVisible();
    await expect
      .element(page.getByRole("textbox", { name: "text" }))
      .toBeVisible();
    await expect
      .poll(() => container.querySelector(".wr-Chart-svg"))
      .toBeTruthy();
    const aimed = Array.from(container.querySelectorAll("*"), targetOf).filter(
      (target) => target !== undefined,
    );
    expect(aimed.length).toBeGreaterThan(40);
    const covered = aimed.flatMap((target) => {
      const { left, top, width, height } = target.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return target.contains(hit)
        ? []
        : [
            `${target.outerHTML.slice(0, 80)} is under ${hit?.outerHTML.slice(0, 80)}`,
          ];
    });
    expect(covered).toEqual([]);
  });
});

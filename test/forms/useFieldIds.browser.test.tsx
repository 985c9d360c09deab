import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { formCard } from "../helpers/builders.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector("#no-field-sizing")?.remove();
});

describe("useFieldIds", () => {
  test("two widgets with the same names do not share ids, labels or radios", async () => {
    const widget = formCard(
      { type: "Label", value: "City", fieldName: "city" },
      { type: "Input", name: "city" },
      {
        type: "RadioGroup",
        name: "seat",
        defaultValue: "a",
        options: [
          { value: "a", label: "Aisle" },
          { value: "w", label: "Window" },
        ],
      },
    );
    await render(
      <>
        {widgetElement(widget)}
        {widgetElement(widget)}
      </>,
    );
    await page.getByText("City").nth(1).click();
    await expect.element(page.getByRole("textbox").nth(1)).toHaveFocus();
    await page.getByRole("radio", { name: "Window" }).nth(1).click();
    await expect
      .element(page.getByRole("radio", { name: "Aisle" }).nth(0))
      .toBeChecked();
    await expect
      .element(page.getByRole("radio", { name: "Window" }).nth(1))
      .toBeChecked();
  });

  test.each([
    ["姓名", "电话"],
    ["first name", "first_name"],
    ['a"b', "a'b"],
    ["😀", "😁"],
    ["\ud800", "%EF"],
  ])("the fields %j and %j are named by their own Labels", async (a, b) => {
    await render(
      widgetElement(
        formCard(
          ...[a, b].flatMap((name, i): WidgetNode[] => [
            { type: "Label", value: `Label ${i}`, fieldName: name },
            { type: "Input", name },
          ]),
        ),
      ),
    );
    for (const [i, name] of [a, b].entries()) {
      await page.getByText(`Label ${i}`).click();
      const field = page.getByRole("textbox", { name: `Label ${i}` });
      await expect.element(field).toHaveFocus();
      await expect.element(field).toHaveAttribute("name", name);
    }
  });

  test("fields without a name have unique ids", async () => {
    const nameless = { type: "Input" } as unknown as WidgetNode;
    await render(widgetElement(formCard(nameless, nameless)));
    const [a, b] = page.getByRole("textbox").elements();
    expect(a?.id).not.toBe(b?.id);
    expect(a).not.toHaveAttribute("name");
  });
});

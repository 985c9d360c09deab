import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { useField } from "../../src/index.js";
import { custom, form, formCard } from "../helpers/builders.js";
import { button, styleOf } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector("#no-field-sizing")?.remove();
});

describe("Label", () => {
  test("a click on the Label of a RadioGroup focuses its radios", async () => {
    await render(
      widgetElement(
        form(
          { type: "Label", value: "Seat", fieldName: "seat" },
          {
            type: "RadioGroup",
            name: "seat",
            options: [{ value: "a", label: "Aisle" }],
          },
        ),
      ),
    );
    await page.getByText("Seat").click();
    await expect.element(page.getByRole("radio")).toHaveFocus();
  });

  test("a click on the Label of a host's group focuses its first control", async () => {
    function Stars({ name }: { name: string }) {
      const field = useField({ name, defaultValue: null, read: String });
      return (
        <fieldset {...field.root} {...field.control}>
          <button type="button">One star</button>
        </fieldset>
      );
    }
    await render(
      widgetElement(
        form(
          { type: "Label", value: "Stars", fieldName: "stars" },
          custom({ type: "Stars", name: "stars" }),
        ),
        { components: { Stars } },
      ),
    );
    await page.getByText("Stars", { exact: true }).click();
    await expect.element(button("One star")).toHaveFocus();
  });

  test("a Label names its field, and a click on it focuses the field", async () => {
    const { container } = await render(
      widgetElement(
        formCard(
          { type: "Label", value: "E-mail", fieldName: "user.email" },
          { type: "Input", name: "user.email", placeholder: "ada@example.com" },
          { type: "Label", value: "Note", fieldName: "note" },
          { type: "Textarea", name: "note" },
          { type: "Label", value: "Heading", fieldName: "heading" },
          { type: "Text", value: "Hi", editable: { name: "heading" } },
          { type: "Label", value: "Done", fieldName: "done" },
          { type: "Checkbox", name: "done" },
          { type: "Label", value: "Priority", fieldName: "priority" },
          {
            type: "RadioGroup",
            name: "priority",
            options: [{ value: "low", label: "Low" }],
          },
        ),
      ),
    );
    for (const name of ["E-mail", "Note", "Heading"]) {
      await page.getByText(name, { exact: true }).click();
      await expect.element(page.getByRole("textbox", { name })).toHaveFocus();
      await expect
        .element(page.getByLabelText(name, { exact: true }))
        .toHaveFocus();
    }
    await page.getByText("Done").click();
    await expect
      .element(page.getByRole("checkbox", { name: "Done" }))
      .toBeChecked();
    await expect
      .element(page.getByRole("radiogroup", { name: "Priority" }))
      .toBeVisible();
    // One id each, Labels included.
    const ids = [...container.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("without a Label the placeholder names a field, else its name", async () => {
    await render(
      widgetElement(
        formCard(
          { type: "Input", name: "a", placeholder: "Your city" },
          { type: "Textarea", name: "story" },
          { type: "Checkbox", name: "agreed" },
          { type: "RadioGroup", name: "seat", options: [] },
          { type: "RadioGroup", name: "b", ariaLabel: "Meal" },
        ),
      ),
    );
    for (const [role, name] of [
      ["textbox", "Your city"],
      ["textbox", "story"],
      ["checkbox", "agreed"],
      ["radiogroup", "seat"],
      ["radiogroup", "Meal"],
    ] as const) {
      await expect.element(page.getByRole(role, { name })).toBeInTheDocument();
    }
  });

  test("a Label without a text renders nothing; with one it needs no field", async () => {
    const { container } = await render(
      widgetElement({
        type: "Col",
        children: [
          { type: "Label", value: "", fieldName: "a" },
          { type: "Label", value: 7, fieldName: "b", textAlign: "end" },
        ],
      }),
    );
    expect(container.querySelectorAll("label")).toHaveLength(1);
    const style = styleOf(page.getByText("7").element());
    expect([style.fontSize, style.fontWeight]).toEqual(["14px", "500"]);
    expect(parseFloat(style.lineHeight)).toBeCloseTo(20, 2);
    expect(style.textAlign).toBe("end");
  });
});

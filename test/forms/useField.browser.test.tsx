import { useLayoutEffect } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { useField, type WidgetNode } from "../../src/index.js";
import { custom, formCard } from "../helpers/builders.js";
import { radio, styleOf, textbox } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector("#no-field-sizing")?.remove();
});

/** Every node that has a value, with the value `v`. */
const filled = (v: string, title = "Form"): WidgetNode =>
  formCard(
    { type: "Title", value: title },
    { type: "Input", name: "input", defaultValue: v },
    { type: "Textarea", name: "textarea", defaultValue: v },
    { type: "Text", value: v, editable: { name: "text" } },
    { type: "Text", value: v, minLines: 3, editable: { name: "lines" } },
    {
      type: "Checkbox",
      name: "checkbox",
      defaultChecked: v === "a" ? "true" : "false",
    },
    {
      type: "RadioGroup",
      name: "radio",
      defaultValue: v,
      options: ["a", "b", "c"].map((value) => ({ value, label: value })),
    },
  );

const texts = ["input", "textarea", "text", "lines"];

describe("useField", () => {
  test("a value that a child sets when it mounts is kept", async () => {
    function Now({ onReady }: { onReady: (value: string) => void }) {
      useLayoutEffect(() => onReady("ready"), [onReady]);
      return null;
    }
    function Clock({ name }: { name: string }) {
      const field = useField({ name, defaultValue: "", read: String });
      return (
        <p {...field.root}>
          {field.value}
          <Now onReady={field.setValue} />
        </p>
      );
    }
    await render(
      widgetElement(custom({ type: "Clock", name: "at" }), {
        components: { Clock },
      }),
    );
    await expect.element(page.getByText("ready")).toBeVisible();
  });

  test("what is typed survives updates; a changed default wins", async () => {
    const { rerender } = await render(widgetElement(filled("a")));
    for (const name of texts) await textbox(name).fill("typed");
    await page.getByRole("checkbox").click();
    await radio("c").click();

    // Equal JSON, then an update elsewhere, then one while the caret is inside.
    for (const title of ["Form", "Form", "Changed"]) {
      await rerender(widgetElement(filled("a", title)));
      for (const name of texts)
        await expect.element(textbox(name)).toHaveValue("typed");
      await expect.element(page.getByRole("checkbox")).not.toBeChecked();
      await expect.element(radio("c")).toBeChecked();
    }
    await textbox("input").click();
    await userEvent.keyboard("{Home}un");
    await rerender(widgetElement(filled("a", "Again")));
    await expect.element(textbox("input")).toHaveFocus();
    await userEvent.keyboard("-");
    await expect.element(textbox("input")).toHaveValue("un-typed");

    await rerender(widgetElement(filled("b", "Again")));
    for (const name of texts)
      await expect.element(textbox(name)).toHaveValue("b");
    await expect.element(radio("b")).toBeChecked();
  });

  test("autoFocus and autoSelect count for the first render only", async () => {
    const widget = (title: string, autoFocus: boolean): WidgetNode =>
      formCard(
        { type: "Title", value: title },
        {
          type: "Input",
          name: "first",
          defaultValue: "Ada",
          autoFocus: true,
          autoSelect: true,
        },
        { type: "Textarea", name: "second", autoFocus },
      );
    const { rerender } = await render(widgetElement(widget("A", false)));
    await expect.element(textbox("first")).toHaveFocus();
    await userEvent.keyboard("Bob");
    await expect.element(textbox("first")).toHaveValue("Bob");
    await rerender(widgetElement(widget("B", true)));
    await expect.element(textbox("first")).toHaveFocus();
  });

  test("a read-only widget takes no focus, shows values, and changes none", async () => {
    const sendAction = vi.fn();
    await render(
      widgetElement(
        formCard(
          { type: "Input", name: "input", defaultValue: "a", autoFocus: true },
          { type: "Textarea", name: "textarea", defaultValue: "b" },
          {
            type: "Text",
            value: "c",
            editable: { name: "text", autoFocus: true },
          },
          {
            type: "Checkbox",
            name: "box",
            label: "Box",
            defaultChecked: true,
            onChangeAction: { type: "box" },
          },
          {
            type: "RadioGroup",
            name: "radio",
            defaultValue: "x",
            options: [{ value: "x", label: "X" }],
          },
        ),
        { interactive: false, sendAction },
      ),
    );
    expect(document.activeElement).toBe(document.body);
    for (const [name, value] of [
      ["input", "a"],
      ["textarea", "b"],
      ["text", "c"],
    ] as const) {
      await textbox(name).click();
      await userEvent.keyboard("x");
      await expect.element(textbox(name)).toHaveValue(value);
      await expect.element(textbox(name)).toHaveAttribute("readonly");
    }
    await expect.element(page.getByRole("checkbox")).toBeDisabled();
    await page.getByText("Box").click({ force: true });
    await expect.element(page.getByRole("checkbox")).toBeChecked();
    await expect.element(page.getByRole("radio")).toBeChecked();
    expect(sendAction).not.toHaveBeenCalled();
    // Not dimmed.
    for (const node of document.querySelectorAll(
      "[data-readonly], [data-readonly] *",
    )) {
      if (!node.closest("svg")) expect(styleOf(node).opacity).toBe("1");
    }
  });
});

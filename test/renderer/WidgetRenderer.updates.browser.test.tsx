import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { useField, type WidgetNode } from "../../src/index.js";
import { form, input } from "../helpers/builders.js";
import { options } from "../helpers/formFields.js";
import { button, textbox } from "../helpers/queries.js";
import { count, stream } from "../helpers/stream.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("an update of the widget", () => {
  test("what is open stays open", async () => {
    const widget = (n: number): WidgetNode =>
      form(
        count(n),
        { type: "Select", name: "seat", options },
        { type: "DatePicker", name: "day", defaultValue: "2026-11-12" },
      );
    const { Stream, during } = stream(widget);
    await render(<Stream />);
    await page.getByRole("combobox").click();
    const option = page.getByRole("option", { name: "Window" });
    await expect.element(option).toBeVisible();
    await during((updates) => updates(3));
    await option.click();
    await expect
      .element(page.getByRole("combobox"))
      .toHaveTextContent("Window");
    await page.getByRole("button", { name: /Nov 12/ }).click();
    const day = page.getByRole("button", { name: /November 13/ });
    await expect.element(day).toBeVisible();
    await during((updates) => updates(3));
    await day.click();
    await expect
      .element(page.getByRole("button", { name: /Nov 13/ }))
      .toBeVisible();
  });

  test("'Show more' and a Card that was opened stay as they are", async () => {
    const widget = (n: number): WidgetNode => ({
      type: "Card",
      collapsed: true,
      children: [
        { type: "Title", value: `Title ${n}` },
        {
          type: "ListView",
          limit: 1,
          children: [1, 2, 3].map((row) => ({
            type: "ListViewItem" as const,
            children: [{ type: "Text" as const, value: `Row ${row} ${n}` }],
          })),
        },
      ],
    });
    const { rerender } = await render(widgetElement(widget(1)));
    await page.getByRole("button", { expanded: false }).click();
    await button("Show more").click();
    await rerender(widgetElement(widget(2)));
    await expect.element(page.getByText("Row 3 2")).toBeVisible();
  });

  describe("what belongs to one field does not pass to another", () => {
    const row = (key: string): WidgetNode => ({
      type: "ListViewItem",
      key,
      children: [{ type: "Checkbox", name: "done", label: key }],
    });
    const box = (name: string) => page.getByRole("checkbox", { name });

    test("a new row gets nothing from a removed one", async () => {
      const list = (...keys: string[]) =>
        widgetElement({ type: "ListView", children: keys.map(row) });
      const { rerender } = await render(list("A", "B"));
      await box("A").click();
      await rerender(list("B", "C"));
      await expect.element(box("B")).not.toBeChecked();
      await expect.element(box("C")).not.toBeChecked();
    });

    test("a field that only moved does not take the focus", async () => {
      const a = input("a", { autoFocus: true });
      const { rerender } = await render(widgetElement(form(a, input("b"))));
      await expect.element(textbox("a")).toHaveFocus();
      await textbox("b").click();
      await rerender(
        widgetElement(form({ type: "Box", children: [a] }, input("b"))),
      );
      await expect.element(textbox("b")).toHaveFocus();
    });

    test("a default that is a new object on each render is the same", async () => {
      const onError = vi.fn();
      function Tags({ name }: { name: string }) {
        const field = useField({
          name,
          defaultValue: ["x"],
          read: (json) => (Array.isArray(json) ? json.length : 0),
        });
        return (
          <div {...field.root}>
            <button type="button" onClick={() => field.setValue(3)}>
              Add to {field.value}
            </button>
          </div>
        );
      }
      await render(
        widgetElement({ type: "Tags", name: "tags" } as unknown as WidgetNode, {
          components: { Tags },
          onError,
        }),
      );
      await button("Add to 1").click();
      await expect.element(button("Add to 0")).toBeVisible();
      expect(onError).not.toHaveBeenCalled();
    });
  });

  test("props of the host count for the render that they come with", async () => {
    const { rerender } = await render(
      widgetElement(null as unknown as WidgetNode),
    );
    await rerender(
      widgetElement(input("a"), { initialFormValues: { a: "saved" } }),
    );
    await expect.element(textbox("a")).toHaveValue("saved");
    const image = (src: string): WidgetNode => ({
      type: "Image",
      src,
      alt: "x",
    });
    await rerender(
      widgetElement(image("data:image/gif;base64,R0lGODlhAQABAAAAACw=")),
    );
    await rerender(
      widgetElement(image("data:image/png;base64,AA"), {
        transformUrl: () => null,
        onError: () => {},
      }),
    );
    await expect.element(page.getByRole("img")).not.toBeInTheDocument();
  });
});

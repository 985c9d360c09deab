import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { item, list, rows } from "../helpers/listNodes.js";
import "../../src/styles/index.css";

describe("ListViewItem", () => {
  test("a row in a row acts for itself alone", async () => {
    const sendAction = vi.fn();
    const inner: WidgetNode = { type: "ListView", children: [item("Inner")] };
    await render(
      <WidgetRenderer
        sendAction={sendAction}
        widget={{ type: "ListView", children: [item("Outer", inner)] }}
      />,
    );
    await page.getByText("Inner").click();
    const button = page.getByRole("button", { name: "Inner", exact: true });
    await expect.element(button).toHaveFocus();
    await button.click();
    await page.getByText("Outer").click();
    const names = sendAction.mock.calls.map(([action]) => action.payload.name);
    expect(names).toEqual(["Inner", "Inner", "Outer"]);
  });

  test("a click in the content of a row counts, one in a popover does not", async () => {
    const sendAction = vi.fn();
    await render(
      <WidgetRenderer
        sendAction={sendAction}
        widget={{
          type: "ListView",
          children: [
            item("Row", {
              type: "Select",
              name: "seat",
              options: [{ value: "a", label: "Aisle" }],
            }),
          ],
        }}
      />,
    );
    page
      .getByText("Row")
      .element()
      .dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(sendAction).toHaveBeenCalledTimes(1);
    await page.getByRole("combobox").click();
    await page.getByRole("option", { name: "Aisle" }).click();
    await expect.element(page.getByRole("combobox")).toHaveTextContent("Aisle");
    expect(sendAction).toHaveBeenCalledTimes(1);
  });

  test("a control in a row acts for itself alone, by pointer and by keyboard", async () => {
    const sendAction = vi.fn();
    const { container } = await render(
      <WidgetRenderer
        sendAction={sendAction}
        widget={{
          type: "ListView",
          children: [
            item(
              "Row",
              {
                type: "Button",
                label: "Save",
                onClickAction: { type: "save" },
              },
              { type: "Input", name: "note", placeholder: "Note" },
              { type: "Checkbox", name: "done", label: "Done" },
            ),
          ],
        }}
      />,
    );
    expect(container.querySelector("button button, button input")).toBeNull();
    const types = () => sendAction.mock.calls.map(([action]) => action.type);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    expect(types()).toEqual(["save"]);
    await page.getByRole("textbox").click();
    await expect.element(page.getByRole("textbox")).toHaveFocus();
    await page.getByText("Done").click();
    await expect.element(page.getByRole("checkbox")).toBeChecked();
    expect(types()).toEqual(["save"]);
    await userEvent.keyboard("{Shift>}{Tab}{Tab}{Tab}{/Shift}");
    await userEvent.keyboard("{Enter}");
    expect(types()).toEqual(["save", "open"]);
  });

  test("while a row's action runs it says so and the other rows wait", async () => {
    let end = () => {};
    const sendAction = vi.fn(
      () => new Promise<void>((resolve) => (end = resolve)),
    );
    const { rerender } = await render(
      <WidgetRenderer widget={list(3)} sendAction={sendAction} />,
    );
    await page.getByRole("button", { name: "Row 2" }).click();
    await expect.element(rows().nth(1)).toHaveAttribute("aria-busy", "true");
    const inert = () =>
      Array.from(document.querySelectorAll("li"), (row) => row.inert);
    await expect.poll(inert).toEqual([true, false, true]);
    // Those that an update brings as well.
    await rerender(<WidgetRenderer widget={list(4)} sendAction={sendAction} />);
    expect(inert()).toEqual([true, false, true, true]);
    end();
    await expect.poll(inert).toEqual([false, false, false, false]);
    await expect.element(rows().nth(1)).not.toHaveAttribute("aria-busy");
  });

  test("a row whose action ends at once keeps the focus", async () => {
    // As soon as it shows that it runs.
    let end = () => {};
    const sendAction = vi.fn(() => new Promise<void>((ends) => (end = ends)));
    await render(<WidgetRenderer widget={list(3)} sendAction={sendAction} />);
    const observer = new MutationObserver(() => end());
    observer.observe(rows().nth(1).element(), { attributes: true });
    const row = page.getByRole("button", { name: "Row 2" });
    (row.element() as HTMLElement).focus();
    for (let calls = 1; calls <= 10; calls++) {
      await userEvent.keyboard("{Enter}");
      expect(sendAction).toHaveBeenCalledTimes(calls);
      await expect.element(rows().nth(1)).not.toHaveAttribute("aria-busy");
      await expect.element(row).toHaveFocus();
    }
    observer.disconnect();
  });

  test("a row that gains or loses its action keeps what is in it", async () => {
    const field: WidgetNode = {
      type: "Input",
      name: "note",
      placeholder: "Note",
    };
    const listElement = (row: WidgetNode<"ListViewItem">) => (
      <WidgetRenderer
        widget={{ type: "ListView", children: [row] }}
        onAction={() => undefined}
      />
    );
    const acting = item("Row 1", field);
    const still = { ...acting, onClickAction: null };
    const view = await render(listElement(still));
    const note = page.getByPlaceholder("Note");
    await userEvent.fill(note, "mine");
    const element = note.element();
    for (const row of [acting, still]) {
      await view.rerender(listElement(row));
      expect(page.getByRole("button", { name: "Row 1" }).query() === null).toBe(
        row === still,
      );
      expect(note.element()).toBe(element);
      await expect.element(note).toHaveValue("mine");
    }
  });

  test("a row without a text is named by its action", async () => {
    await render(
      <WidgetRenderer
        widget={{
          type: "ListView",
          children: [
            {
              type: "ListViewItem",
              onClickAction: { type: "item.open" },
              children: [{ type: "Icon", name: "check" }],
            },
          ],
        }}
      />,
    );
    await expect
      .element(page.getByRole("button", { name: "item open" }))
      .toBeVisible();
  });
});

import { describe, expect, test, vi } from "vitest";
import { page, userEvent, type Locator } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer } from "../../src/index.js";
import {
  field,
  focusField,
  option,
  plans,
  renderField,
  value,
} from "../helpers/select.js";
import "../../src/styles/index.css";

const named = (name: string) =>
  page.getByRole("combobox", { name, exact: true });

describe("a Select", () => {
  test("shows the value, and without one the placeholder", async () => {
    await render(
      <WidgetRenderer
        widget={{
          type: "Col",
          children: [
            { type: "Select", name: "a", options: plans, defaultValue: "team" },
            {
              type: "Select",
              name: "b",
              options: plans,
              placeholder: "Pick a plan",
            },
            { type: "Select", name: "c", options: plans, defaultValue: "none" },
            {
              type: "Select",
              name: "d",
              options: [{ value: 2, label: 2 }],
              defaultValue: 2,
            },
          ],
        }}
      />,
    );
    await expect.element(named("a")).toHaveTextContent("Team");
    await expect.element(named("Pick a plan")).toHaveTextContent("Pick a plan");
    await expect.element(named("c")).toHaveTextContent("Select…");
    await expect.element(named("d")).toHaveTextContent("2");
    expect(document.querySelector('input[name="c"]')).toBeNull();
    expect(document.querySelector('input[name="d"]')).toHaveValue("2");
  });

  test("by keyboard alone: open, move, choose", async () => {
    const sendAction = vi.fn();
    await renderField(
      { defaultValue: "starter", onChangeAction: { type: "changed" } },
      { sendAction },
    );
    await focusField();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(option("Starter")).toHaveFocus();
    await expect
      .element(option("Starter"))
      .toHaveAttribute("aria-selected", "true");
    await expect
      .element(option("Starter"))
      .toHaveAccessibleName("Starter For trying things out");
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    // The last one is disabled.
    await expect.element(option("Business")).toHaveFocus();
    await userEvent.keyboard("{Home}{ArrowDown}{Enter}");
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveTextContent("Team");
    await expect.element(field()).toHaveAttribute("aria-expanded", "false");
    expect(value()).toBe("team");
    expect(sendAction).toHaveBeenCalledTimes(1);
  });

  test("Escape, Tab and a click outside close it without a choice", async () => {
    await renderField({ defaultValue: "team" });
    await focusField();
    await userEvent.keyboard(" ");
    await expect.element(option("Team")).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}{Escape}");
    await expect.element(field()).toHaveFocus();

    await userEvent.keyboard("{ArrowUp}");
    await expect.element(option("Team")).toHaveFocus();
    await userEvent.keyboard("{Tab}");
    await expect
      .element(page.getByRole("button", { name: "After" }))
      .toHaveFocus();
    await expect.element(option("Team")).not.toBeInTheDocument();

    await field().click();
    await expect.element(option("Team")).toHaveFocus();
    await userEvent.click(document.documentElement, {
      position: { x: 700, y: 500 },
    });
    await expect.element(field()).toHaveFocus();
    expect(value()).toBe("team");
  });

  test("the mouse opens, chooses, and closes by the field itself", async () => {
    await renderField({});
    await field().click();
    await option("Business").click();
    await expect.element(field()).toHaveTextContent("Business");
    await field().click();
    await expect.element(option("Business")).toBeVisible();
    const { x, y, width, height } = document
      .querySelector(".wr-Trigger")!
      .getBoundingClientRect();
    await userEvent.click(document.documentElement, {
      position: { x: x + width / 2, y: y + height / 2 },
    });
    await expect.element(option("Business")).not.toBeInTheDocument();
    await expect.element(field()).toHaveAttribute("aria-expanded", "false");
  });

  test.each<[string, (label: Locator) => unknown]>([
    ["of the mouse", (label) => label.click()],
    // Its place and count are those that WebKit reports for every such click.
    ["of a script", (label) => (label.element() as HTMLElement).click()],
  ])(
    "a click %s on the Label focuses the field, as with a native select",
    async (_, click) => {
      await renderField({});
      await click(page.getByText("Plan"));
      await expect.element(field()).toHaveFocus();
      await expect.element(field()).toHaveAttribute("aria-expanded", "false");
    },
  );

  test("a click of a script, which has no place, opens it", async () => {
    await renderField({});
    await focusField();
    field()
      .element()
      .dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
    await expect.element(option("Starter")).toBeVisible();
  });

  test("a choice in the list reports nothing but its action", async () => {
    const onChange = vi.fn();
    document.addEventListener("change", onChange);
    const sendAction = vi.fn();
    await renderField({ onChangeAction: { type: "changed" } }, { sendAction });
    await field().click();
    await expect.element(option("Starter")).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
    await option("Business").click();
    await expect.element(field()).toHaveTextContent("Business");
    // A form of the host's is reset while the list is open.
    await field().click();
    await expect.element(option("Business")).toHaveFocus();
    await userEvent.keyboard("{ArrowUp}");
    document.querySelector("form")?.dispatchEvent(new Event("reset"));
    await userEvent.keyboard("{Escape}");
    await expect.element(field()).toHaveFocus();
    document.removeEventListener("change", onChange);
    expect(onChange).not.toHaveBeenCalled();
    expect(sendAction).toHaveBeenCalledTimes(1);
  });

  test("Enter does not open: it submits the form as in a text field", async () => {
    const sendAction = vi.fn();
    await renderField({ defaultValue: "team" }, { sendAction });
    await focusField();
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(sendAction).toHaveBeenCalledTimes(1));
    expect(sendAction.mock.lastCall?.[0]).toMatchObject({ type: "submit" });
    await expect.element(field()).toHaveAttribute("aria-expanded", "false");
  });

  test("is emptied by its button and by Delete", async () => {
    const sendAction = vi.fn();
    await renderField(
      {
        defaultValue: "team",
        clearable: true,
        onChangeAction: { type: "changed" },
      },
      { sendAction },
    );
    const clear = page.getByRole("button", { name: "Clear Plan Team" });
    await clear.click();
    await expect.element(field()).toHaveTextContent("Select…");
    await expect.element(field()).toHaveFocus();
    await expect.element(clear).not.toBeInTheDocument();
    expect(value()).toBeUndefined();
    await userEvent.keyboard("t");
    await expect.element(field()).toHaveTextContent("Team");
    await userEvent.keyboard("{Delete}");
    await expect.element(field()).toHaveTextContent("Select…");
    expect(sendAction).toHaveBeenCalledTimes(3);
  });

  test("empty and equal values are values like others", async () => {
    await renderField({
      options: [
        { value: "", label: "Nobody" },
        { value: "x", label: "First" },
        { value: "x", label: "Second" },
        null as never,
        { label: "No value" } as never,
      ],
    });
    await field().click();
    await option("Nobody").click();
    await expect.element(field()).toHaveTextContent("Nobody");
    expect(value()).toBe("");
    await field().click();
    await option("Second").click();
    expect(value()).toBe("x");
    await field().click();
    await option("No value").click();
    expect(value()).toBe("No value");
  });

  test.each([
    ["disabled", { disabled: true }, {}],
    ["read-only", {}, { interactive: false }],
  ])("%s: shows its value and does nothing", async (_, select, props) => {
    await renderField(
      { defaultValue: "team", clearable: true, ...select },
      props,
    );
    await expect.element(field()).toBeDisabled();
    await expect.element(field()).toHaveTextContent("Team");
    await expect
      .element(page.getByRole("button", { name: "Clear Plan Team" }))
      .not.toBeInTheDocument();
  });
});

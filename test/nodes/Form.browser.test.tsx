import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { custom, form, input, send } from "../helpers/builders.js";
import { options } from "../helpers/formFields.js";
import { button, textbox } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("Form", () => {
  test("of more than a hundred children it is no <form>, and works as one", async () => {
    const host = recordingHost();
    const widget = (count: number): WidgetNode =>
      form(
        input("first"),
        ...Array.from({ length: count }, (_, i) => input(`field${i}`)),
        { type: "Button", label: "Go", submit: true },
      );
    const { container, rerender } = await render(
      widgetElement(widget(50), host),
    );
    expect(container.querySelector("form")).not.toBeNull();
    await textbox("first").fill("typed");
    await rerender(widgetElement(widget(100), host));
    expect(container.querySelector("form")).toBeNull();
    await expect.element(textbox("first")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await button("Go").click();
    expect(host.sent()).toHaveLength(2);
    for (const { payload } of host.sent()) {
      expect(payload).toMatchObject({ first: "typed", field99: "" });
    }
  });

  describe("a form in a form", () => {
    const nested: WidgetNode = {
      type: "Card",
      asForm: true,
      confirm: {
        label: "Confirm",
        action: { type: "outer", loadingBehavior: "none" },
      },
      cancel: {
        label: "Cancel",
        action: { type: "cancel", loadingBehavior: "none" },
      },
      children: [
        input("top", { defaultValue: "t" }),
        {
          type: "Form",
          onSubmitAction: { type: "inner", loadingBehavior: "none" },
          children: [
            input("deep", { defaultValue: "d" }),
            { type: "Button", label: "Inner", submit: true },
          ],
        },
      ],
    };

    test("is a separate scope, and no <form>", async () => {
      const host = recordingHost();
      const { container } = await render(widgetElement(nested, host));
      expect(container.querySelectorAll("form")).toHaveLength(1);
      await button("Inner").click();
      await textbox("deep").click();
      await userEvent.keyboard("{Enter}");
      const inner = { type: "inner", payload: { deep: "d" } };
      expect(host.sent()).toEqual([inner, inner]);
      await button("Confirm").click();
      await button("Cancel").click();
      const payload = { top: "t", deep: "d" };
      expect(host.sent().slice(2)).toEqual([
        { type: "outer", payload },
        { type: "cancel", payload },
      ]);
    });

    test("a submit button of the host in it submits the inner one", async () => {
      const host = recordingHost();
      // oxlint-disable-next-line react/button-has-type -- as hosts write it
      const Submit = () => <button>Own</button>;
      const widget: WidgetNode = {
        type: "Card",
        asForm: true,
        confirm: { label: "Confirm", action: { type: "outer" } },
        children: {
          type: "Form",
          onSubmitAction: { type: "inner" },
          children: [
            input("deep", { defaultValue: "d" }),
            custom({ type: "Submit" }),
          ],
        },
      };
      await render(widgetElement(widget, { ...host, components: { Submit } }));
      await button("Own").click();
      expect(host.sent()).toEqual([{ type: "inner", payload: { deep: "d" } }]);
    });
  });

  describe("Enter", () => {
    const fields = form(
      input("line"),
      { type: "Select", name: "seat", options },
      { type: "Checkbox", name: "done" },
      { type: "RadioGroup", name: "size", options },
      { type: "Textarea", name: "lines" },
    );
    const focus = (element: Element) => (element as HTMLElement).focus();

    test.each([
      ["an Input", () => textbox("line"), 1],
      ["a Select", () => page.getByRole("combobox"), 1],
      ["a Checkbox", () => page.getByRole("checkbox"), 1],
      ["a RadioGroup", () => page.getByRole("radio").first(), 1],
      ["a Textarea", () => textbox("lines"), 0],
    ])("in %s", async (_, target, times) => {
      const host = recordingHost();
      await render(widgetElement(fields, host));
      await expect.element(target()).toBeInTheDocument();
      focus(target().element());
      await userEvent.keyboard("{Enter}");
      expect(host.sent()).toHaveLength(times);
    });

    test.each([
      ["composes", { isComposing: true }],
      ["has composed, in Safari", { keyCode: 229 }],
    ])("submits nothing for a user who %s", async (_, init) => {
      const host = recordingHost();
      await render(widgetElement(fields, host));
      textbox("line")
        .element()
        .dispatchEvent(
          new KeyboardEvent("keydown", {
            key: "Enter",
            bubbles: true,
            cancelable: true,
            ...init,
          }),
        );
      expect(host.sent()).toEqual([]);
    });

    test("presses the first submit button, and nothing if that is disabled", async () => {
      const host = recordingHost();
      const widget = (disabled: boolean) =>
        form(input("line"), { ...send, disabled });
      const { rerender } = await render(widgetElement(widget(true), host));
      await textbox("line").click();
      await userEvent.keyboard("{Enter}");
      expect(host.sent()).toEqual([]);
      await rerender(widgetElement(widget(false), host));
      await userEvent.keyboard("{Enter}");
      expect(host.sent()).toHaveLength(1);
    });

    test("of two submit buttons the pressed one shows that it runs", async () => {
      let end = () => {};
      const sendAction = () => new Promise<void>((resolve) => (end = resolve));
      await render(
        widgetElement(
          {
            type: "Form",
            onSubmitAction: { type: "save", loadingBehavior: "self" },
            children: [send, { type: "Button", label: "Also", submit: true }],
          },
          { sendAction },
        ),
      );
      await button("Also").click();
      await expect.element(button("Also")).toHaveAttribute("data-pending");
      await expect.element(button("Send")).not.toHaveAttribute("data-pending");
      end();
      await expect.element(button("Also")).not.toHaveAttribute("data-pending");
    });
  });

  test("a whole form by keyboard alone", async () => {
    const host = recordingHost();
    await render(
      widgetElement(
        form(
          input("name", { required: true }),
          { type: "Select", name: "seat", options },
          { type: "DatePicker", name: "day", defaultValue: "2026-11-12" },
          { type: "Checkbox", name: "done" },
          { type: "RadioGroup", name: "size", options },
          { type: "Textarea", name: "note" },
          send,
        ),
        host,
      ),
    );
    await expect.element(page.getByRole("combobox")).toBeEnabled();
    await userEvent.keyboard("{Tab}{Enter}");
    await expect
      .element(textbox("name"))
      .toHaveAttribute("aria-invalid", "true");
    await expect.element(textbox("name")).toHaveFocus();
    await userEvent.keyboard("Ada{Tab}{ArrowDown}");
    await expect
      .element(page.getByRole("option", { name: "Aisle" }))
      .toHaveFocus();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect.element(page.getByRole("combobox")).toHaveFocus();
    await userEvent.keyboard("{Tab}{ArrowDown}");
    await expect
      .element(page.getByRole("button", { name: /November 12/ }))
      .toHaveFocus();
    await userEvent.keyboard("{ArrowRight}{Enter}");
    await expect
      .element(page.getByRole("button", { name: /Nov 13/ }))
      .toHaveFocus();
    await userEvent.keyboard(
      "{Tab} {Tab} {ArrowRight}{Tab}a{Enter}b{Tab}{Enter}",
    );
    expect(host.sent()).toEqual([
      {
        type: "save",
        payload: {
          name: "Ada",
          seat: "w",
          day: "2026-11-13",
          done: true,
          size: "w",
          note: "a\nb",
        },
      },
    ]);
  });
});

import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import {
  WidgetRenderer,
  type Action,
  type WidgetRendererHandle as Handle,
  type WidgetNode,
} from "../../src/index.js";
import { keysComeAt } from "../helpers/press.js";
import "../../src/styles/index.css";

/** The code of a Select comes when a test lets it, that of a DatePicker at the end. */
const { gate, end } = vi.hoisted(() => {
  const closed = () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    return { opened, open };
  };
  return { gate: closed(), end: closed() };
});

vi.mock("../../src/nodes/Select/SelectField.js", async (load) => {
  await gate.opened;
  return load();
});

vi.mock("../../src/nodes/DatePicker/DateField.js", async (load) => {
  await end.opened;
  return load();
});

afterEach(() => {
  vi.restoreAllMocks();
});

// A request that is never answered would outlive the page.
afterAll(async () => {
  end.open();
  await import("../../src/nodes/DatePicker/DateField.js");
});

const form = (...children: WidgetNode[]): WidgetNode => ({
  type: "Form",
  onSubmitAction: { type: "save", loadingBehavior: "none" },
  children: [
    { type: "Input", name: "title" },
    ...children,
    { type: "Button", label: "Send", submit: true },
  ],
});

const send = () => page.getByRole("button", { name: "Send" });

describe("lazyComponent", () => {
  test("a field whose code is still loading takes part with its default", async () => {
    const sendAction = vi.fn<(action: Action) => void>();
    const widget = form(
      {
        type: "Select",
        name: "seat",
        defaultValue: "a",
        options: [{ value: "a", label: "Aisle" }],
      },
      {
        type: "Select",
        name: "city",
        options: [
          { value: "ny", label: "New York" },
          { value: "nd", label: "New Delhi" },
        ],
      },
    );
    await render(<WidgetRenderer widget={widget} sendAction={sendAction} />);
    await page.getByRole("textbox").fill("typed");
    await send().click();
    const payload = { title: "typed", seat: "a", city: null };
    expect(sendAction.mock.lastCall![0]).toEqual({ type: "save", payload });

    // What is typed meanwhile is not lost; its blank does not open the list.
    const field = page.getByRole("combobox", { name: "city" });
    field.element().focus();
    keysComeAt(5_000);
    await userEvent.keyboard("new d");
    await expect.element(field).toHaveFocus();
    await expect.element(field).toHaveTextContent("Select…");
    gate.open();
    await expect.element(field).toHaveTextContent("New Delhi");
    await expect.element(field).toHaveAttribute("aria-expanded", "false");
  });

  test("the same where a server has rendered it, without a report", async () => {
    const sendAction = vi.fn<(action: Action) => void>();
    const ref = { current: null as Handle | null };
    const element = (
      <WidgetRenderer
        ref={ref}
        locale="en-US"
        sendAction={sendAction}
        widget={form(
          { type: "DatePicker", name: "task.due", defaultValue: "2026-11-12" },
          { type: "DatePicker", name: "never" },
          { type: "DatePicker", name: "off", disabled: true },
        )}
      />
    );
    const container = document.createElement("div");
    document.body.append(container);
    container.innerHTML = renderToString(element);
    const onRecoverableError = vi.fn();
    const tree = hydrateRoot(container, element, { onRecoverableError });
    await expect.poll(() => ref.current).not.toBeNull();
    await send().click();
    const payload = { title: "", task: { due: "2026-11-12" }, never: null };
    await vi.waitFor(() =>
      expect(sendAction.mock.calls.map(([action]) => action)).toEqual([
        { type: "save", payload },
      ]),
    );
    expect(ref.current!.getFormValues()).toEqual(payload);
    expect(onRecoverableError).not.toHaveBeenCalled();
    tree.unmount();
    container.remove();
  });

  test("a field that is pressed before its code arrives opens then, in the same element", async () => {
    await render(
      <WidgetRenderer
        locale="en-US"
        widget={form({ type: "DatePicker", name: "due" })}
      />,
    );
    const field = page.getByRole("button", { name: "Select date…" });
    const button = field.element();
    await field.click();
    await expect.element(field).toHaveAttribute("aria-expanded", "true");
    end.open();
    await expect
      .element(page.getByRole("dialog", { name: "due" }))
      .toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(field).toHaveFocus();
    expect(field.element()).toBe(button);
  });
});

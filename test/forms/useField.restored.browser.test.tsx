import { StrictMode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";
import { WidgetRenderer, type WidgetRendererHandle } from "../../src/index.js";
import { form, fresh, input, send } from "../helpers/builders.js";
import { empty, everything, full } from "../helpers/formFields.js";
import { button, textbox } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("save and restore", () => {
  test.each([
    ["plain", false],
    ["under StrictMode", true],
  ])("values that the host has saved are restored: %s", async (_, strict) => {
    const ref = { current: null as WidgetRendererHandle | null };
    const widget = {
      type: "Col" as const,
      children: [form(...everything(false)), input("outside")],
    };
    const Host = ({ saved }: { saved?: Record<string, unknown> }) => {
      const element = (
        <WidgetRenderer
          ref={ref}
          locale="en-US"
          widget={widget}
          initialFormValues={saved}
        />
      );
      return strict ? <StrictMode>{element}</StrictMode> : element;
    };
    const { unmount } = await render(<Host />);
    expect(ref.current!.getFormValues()).toEqual({ ...empty, outside: "" });
    const values = { ...full, outside: "o" };
    await unmount();
    const again = await render(<Host saved={fresh(values)} />);
    await expect.element(textbox("title")).toHaveValue("Heading");
    expect(ref.current!.getFormValues()).toEqual(values);
    // Used once: what the user does next is not undone.
    await textbox("title").fill("");
    await again.rerender(<Host saved={{ ...fresh(values), title: "New" }} />);
    expect(ref.current!.getFormValues()).toEqual({ ...values, title: "" });
  });

  test("a read-only widget shows what was saved, and sends nothing", async () => {
    const host = recordingHost();
    const validate = vi.fn();
    const ref = { current: null as WidgetRendererHandle | null };
    await render(
      <WidgetRenderer
        {...host}
        ref={ref}
        locale="en-US"
        validate={validate}
        interactive={false}
        initialFormValues={full}
        widget={form(
          ...everything(false),
          input("must", { required: true }),
          send,
        )}
      />,
    );
    await expect.element(textbox("title")).toHaveValue("Heading");
    expect(ref.current!.getFormValues()).toMatchObject(full);
    await expect.element(button("Send")).toBeDisabled();
    await textbox("title").click();
    await userEvent.keyboard("x{Enter}");
    await expect.element(textbox("title")).toHaveValue("Heading");
    document.querySelector("form")!.requestSubmit();
    expect(host.sent()).toEqual([]);
    expect(validate).not.toHaveBeenCalled();
    expect(document.querySelector("[aria-invalid]")).toBeNull();
  });
});

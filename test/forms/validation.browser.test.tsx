import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { useField, WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { custom, form, input, send } from "../helpers/builders.js";
import { button, textbox } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("validation", () => {
  const bad: WidgetNode = {
    type: "Card",
    asForm: true,
    confirm: { label: "Confirm", action: { type: "confirm" } },
    cancel: { label: "Cancel", action: { type: "cancel" } },
    children: [
      input("fine"),
      input("mail", { inputType: "email", required: true }),
      { type: "Textarea", name: "digits", pattern: "\\d+" },
      {
        type: "RadioGroup",
        name: "size",
        required: true,
        options: [{ value: "s", label: "Small" }],
      },
      { type: "Checkbox", name: "terms", label: "Terms", required: true },
      { type: "Button", label: "Plain", onClickAction: { type: "plain" } },
    ],
  };

  test("an invalid confirm goes to the first bad field and says why", async () => {
    const host = recordingHost();
    await render(widgetElement(bad, host));
    const mail = textbox("mail");
    await expect.element(mail).not.toHaveAttribute("aria-invalid");
    await button("Confirm").click();
    await expect.element(mail).toHaveFocus();
    await expect.element(mail).toHaveAttribute("aria-invalid", "true");
    const { validationMessage } = mail.element() as HTMLInputElement;
    expect(validationMessage).not.toBe("");
    await expect.element(mail).toHaveAccessibleDescription(validationMessage);
    await expect.element(page.getByText(validationMessage)).toBeVisible();
    // One at a time, as the browser does it.
    expect(document.querySelectorAll("[aria-invalid]")).toHaveLength(1);

    await mail.fill("a@b.c");
    await expect.element(mail).not.toHaveAttribute("aria-invalid");
    await expect.element(mail).not.toHaveAccessibleDescription();
    await textbox("digits").fill("x");
    await button("Confirm").click();
    await expect
      .element(textbox("digits"))
      .toHaveAccessibleDescription("Please match the requested format.");
    await textbox("digits").fill("12");
    await button("Confirm").click();
    const group = page.getByRole("radiogroup");
    await expect.element(group).toHaveAttribute("aria-invalid", "true");
    await expect.element(page.getByRole("radio")).toHaveFocus();
    await page.getByRole("radio").click();
    await expect.element(group).not.toHaveAttribute("aria-invalid");
    await button("Confirm").click();
    await expect.element(page.getByRole("checkbox")).toHaveFocus();
    expect(host.sent()).toEqual([]);
    await page.getByRole("checkbox").click();
    await button("Confirm").click();
    expect(host.sent()).toEqual([
      {
        type: "confirm",
        payload: {
          fine: "",
          mail: "a@b.c",
          digits: "12",
          size: "s",
          terms: true,
        },
      },
    ]);
  });

  test("a native control of a component is invalid as in any form", async () => {
    const host = recordingHost();
    const Native = () => <input name="raw" aria-label="raw" required />;
    await render(
      widgetElement(form(input("fine"), custom({ type: "Native" }), send), {
        ...host,
        components: { Native },
      }),
    );
    await button("Send").click();
    await expect.element(textbox("raw")).toHaveFocus();
    await textbox("raw").fill("typed");
    await button("Send").click();
    expect(host.sent()).toEqual([
      { type: "save", payload: { fine: "", raw: "typed" } },
    ]);
    expect(host.errors).toEqual([]);
  });

  test("of a field whose control the Tab key does not reach the first control gets the focus", async () => {
    const host = recordingHost();
    const Hidden = ({ name }: { name: string }) => {
      const { root, control } = useField({
        name,
        defaultValue: "",
        read: String,
      });
      return (
        <div {...root}>
          <button type="button">Open</button>
          <input {...control} aria-label="hidden" tabIndex={-1} required />
        </div>
      );
    };
    await render(
      widgetElement(form(custom({ type: "Hidden", name: "date" }), send), {
        ...host,
        components: { Hidden },
      }),
    );
    await button("Send").click();
    await expect.element(button("Open")).toHaveFocus();
    await expect
      .element(textbox("hidden"))
      .toHaveAttribute("aria-invalid", "true");
    expect(host.sent()).toEqual([]);
  });

  test("cancel and plain buttons carry the values as they are", async () => {
    const host = recordingHost();
    await render(widgetElement(bad, host));
    await textbox("mail").fill("no mail");
    await button("Cancel").click();
    await button("Plain").click();
    expect(host.sent().map(({ type }) => type)).toEqual(["cancel", "plain"]);
    for (const { payload } of host.sent()) {
      expect(payload).toMatchObject({ mail: "no mail", terms: false });
    }
    expect(document.querySelector("[aria-invalid]")).toBeNull();
  });

  const period = form(input("from"), input("until"), send);

  test("messages of the host, at once or later; the next attempt asks again", async () => {
    const host = recordingHost();
    let wrong: Record<string, string> | undefined = { until: "Too early" };
    const validate = vi.fn(() => wrong);
    await render(widgetElement(period, { ...host, validate }));
    await button("Send").click();
    await expect
      .element(textbox("until"))
      .toHaveAccessibleDescription("Too early");
    await expect.element(textbox("until")).toHaveFocus();
    expect(host.sent()).toEqual([]);
    expect(validate).toHaveBeenCalledExactlyOnceWith(
      { from: "", until: "" },
      expect.objectContaining({ handler: "server" }),
    );
    // Another field was to blame.
    wrong = undefined;
    await textbox("from").fill("1");
    await expect
      .element(textbox("until"))
      .toHaveAccessibleDescription("Too early");
    await button("Send").click();
    expect(host.sent()).toHaveLength(1);
    await expect.element(textbox("until")).not.toHaveAttribute("aria-invalid");
  });

  test("an asynchronous one is waited for", async () => {
    const host = recordingHost();
    let answer: (errors: Record<string, string>) => void = () => undefined;
    const validate = () =>
      new Promise<Record<string, string>>((resolve) => (answer = resolve));
    await render(
      widgetElement(
        {
          type: "Form",
          onSubmitAction: { type: "save" },
          children: [input("from"), send],
        },
        { ...host, validate },
      ),
    );
    const root = document.querySelector<HTMLElement>(".wr-root")!;
    await button("Send").click();
    await expect.poll(() => root.inert).toBe(true);
    answer({ from: "Taken", nobody: "Lost" });
    await expect.poll(() => root.inert).toBe(false);
    await expect.element(textbox("from")).toHaveAccessibleDescription("Taken");
    await expect.element(textbox("from")).toHaveFocus();
    await vi.waitFor(() => expect(host.codes()).toEqual(["action"]));
    expect(host.errors[0]!.message).toContain('"nobody": Lost');
    expect(host.sent()).toEqual([]);
    await button("Send").click();
    await expect.poll(() => root.inert).toBe(true);
    answer({});
    await vi.waitFor(() => expect(host.sent()).toHaveLength(1));
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no"))],
  ])("one that %s is reported, and nothing is sent", async (_, validate) => {
    const host = recordingHost();
    await render(widgetElement(period, { ...host, validate }));
    await button("Send").click();
    await vi.waitFor(() => expect(host.codes()).toEqual(["action"]));
    expect(host.sent()).toEqual([]);
  });

  test("a pattern that browsers cannot compile blocks what it does not match", async () => {
    const onAction = vi.fn();
    const onError = vi.fn();
    await render(
      <WidgetRenderer
        onAction={onAction}
        onError={onError}
        widget={{
          type: "Form",
          onSubmitAction: { type: "go", handler: "client" },
          children: [
            { type: "Input", name: "handle", pattern: "[a-z0-9_-]+" },
            {
              type: "Text",
              value: "",
              editable: { name: "code", pattern: "\\d{2}[/-]\\d{2}" },
            },
            { type: "Textarea", name: "notes", pattern: "[a-z0-9_-]+" },
            { type: "Button", label: "Save", submit: true },
          ],
        }}
      />,
    );
    const right = { handle: "a-b", code: "12-34", notes: "a_b" };
    const fill = (name: string, value: string) => textbox(name).fill(value);
    for (const name of Object.keys(right)) {
      for (const [field, value] of Object.entries(right))
        await fill(field, value);
      await fill(name, "A !");
      await button("Save").click();
      expect(onAction, name).not.toHaveBeenCalled();
    }
    await fill("notes", right.notes);
    await button("Save").click();
    await vi.waitFor(() => expect(onAction).toHaveBeenCalledOnce());
    expect(onError).not.toHaveBeenCalled();
  });
});

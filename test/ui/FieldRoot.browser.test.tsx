import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { form, input, send } from "../helpers/builders.js";
import { everything } from "../helpers/formFields.js";
import { button, textbox } from "../helpers/queries.js";
import { recordingHost, rejected } from "../helpers/recordingHost.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("messages of fields", () => {
  const period = form(input("from"), input("until"), send);

  test("every control shows its message, and removes it when its value changes", async () => {
    const host = recordingHost();
    const names = [
      "contact.mail",
      "contact.age",
      "note",
      "title",
      "seat",
      "task.due",
      "done",
      "task.size",
    ];
    const errors = Object.fromEntries(
      names.map((name) => [name, `Not this ${name}`]),
    );
    let wrong: typeof errors | undefined = errors;
    await render(
      widgetElement(form(...everything(true), send), {
        ...host,
        validate: () => wrong,
      }),
    );
    await expect.element(page.getByRole("combobox")).toBeVisible();
    await button("Send").click();
    await expect.element(textbox("contact.mail")).toHaveFocus();
    const controls = () => [...document.querySelectorAll("[aria-invalid]")];
    expect(
      controls().map((control) =>
        document.getElementById(control.getAttribute("aria-describedby")!),
      ),
    ).toEqual(names.map((name) => page.getByText(errors[name]!).element()));
    wrong = undefined;
    await button("Send").click();
    expect(host.sent()).toHaveLength(1);
    await expect.poll(controls).toEqual([]);
    expect(page.getByText(/^Not this/).elements()).toEqual([]);
  });

  test("a refused change outside any form shows its message at its field", async () => {
    const host = recordingHost();
    host.sendAction.mockImplementation(
      rejected({ news: "Not now.", other: "Lost." }),
    );
    await render(
      widgetElement(
        {
          type: "Checkbox",
          name: "news",
          label: "News",
          onChangeAction: { type: "news" },
        },
        host,
      ),
    );
    const box = page.getByRole("checkbox", { name: "News" });
    await box.click();
    await expect.element(box).toHaveAccessibleDescription("Not now.");
    // A message that is shown at its field is not reported as a failure of the action.
    await vi.waitFor(() =>
      expect(host.errors).toMatchObject([
        {
          code: "action",
          reason: "invalid",
          message: expect.stringContaining('"other": Lost.') as unknown,
        },
      ]),
    );
    expect(host.errors[0]!.message).not.toContain("Not now.");
  });

  test("a refusal may have messages for fields", async () => {
    const host = recordingHost();
    host.sendAction.mockImplementationOnce(
      rejected({ until: "Too late", from: "Too early", nobody: "Lost" }),
    );
    await render(widgetElement(period, host));
    await textbox("from").fill("1");
    await button("Send").click();
    await expect
      .element(textbox("from"))
      .toHaveAccessibleDescription("Too early");
    await expect
      .element(textbox("until"))
      .toHaveAccessibleDescription("Too late");
    await expect.element(textbox("from")).toHaveFocus();
    await expect.element(textbox("from")).toHaveValue("1");
    await vi.waitFor(() => expect(host.codes()).toEqual(["action"]));
    expect(host.errors[0]!.message).toContain('"nobody"');
    await textbox("from").fill("2");
    await expect.element(textbox("from")).not.toHaveAttribute("aria-invalid");
    await expect
      .element(textbox("until"))
      .toHaveAccessibleDescription("Too late");
    await button("Send").click();
    await expect.element(textbox("until")).not.toHaveAttribute("aria-invalid");
    expect(host.sendAction).toHaveBeenCalledTimes(2);
  });

  test("messages may be lists, as validators give them", async () => {
    const host = recordingHost();
    host.sendAction.mockImplementation(rejected({ a: ["Too short.", "No."] }));
    await render(widgetElement(form(input("a"), send), host));
    await button("Send").click();
    await expect
      .element(textbox("a"))
      .toHaveAccessibleDescription("Too short. No.");
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("Too short.");
  });
});

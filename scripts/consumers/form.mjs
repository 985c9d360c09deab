// A form that is filled in before React has come to it: what is on the screen
// stays, and is sent.
import { isDeepStrictEqual } from "node:util";
import { hydrated, openPage } from "./look.mjs";

/** A component with each kind of field. */
export const form = `import { WidgetRenderer } from "widget-renderer";
import "widget-renderer/styles.css";

export function Form() {
  return (
    <WidgetRenderer
      widget={{
        type: "Card",
        asForm: true,
        confirm: { label: "Send", action: { type: "send" } },
        children: [
          { type: "Input", name: "empty" },
          { type: "Input", name: "filled", defaultValue: "Ada" },
          { type: "Textarea", name: "area" },
          { type: "Textarea", name: "lines", defaultValue: "Lines" },
          { type: "Text", value: "Note", editable: { name: "note" } },
          { type: "Checkbox", name: "off", label: "off" },
          { type: "Checkbox", name: "on", label: "on", defaultChecked: true },
          {
            type: "RadioGroup",
            name: "size",
            options: [
              { value: "s", label: "Small" },
              { value: "l", label: "Large" },
            ],
          },
          {
            type: "RadioGroup",
            name: "seat",
            defaultValue: "a",
            options: [
              { value: "a", label: "Aisle" },
              { value: "w", label: "Window" },
            ],
          },
          {
            type: "Select",
            name: "cabin",
            defaultValue: "e",
            options: [{ value: "e", label: "Economy" }],
          },
          { type: "DatePicker", name: "day", defaultValue: "2026-03-08" },
        ],
      }}
      sendAction={(action) => {
        document.body.dataset.sent = JSON.stringify(action);
      }}
    />
  );
}
`;

const texts = {
  empty: "typed",
  filled: "Adele",
  area: "some lines",
  lines: "Lines, more",
  note: "Noted",
};
const rest = {
  off: true,
  on: false,
  size: "l",
  seat: "w",
  cabin: "e",
  day: "2026-03-08",
};

/**
 * @param {string} url of the form as a server sent it; the event `hydrate` hydrates it
 * @returns {Promise<string[]>} what is wrong
 */
export async function fillIn(url) {
  const { page, faults } = await openPage();
  /** @param {string} name */
  const text = (name) => page.getByRole("textbox", { name, exact: true });
  const send = page.getByRole("button", { name: "Send" });
  const screen = () =>
    page.evaluate(() =>
      Array.from(
        document.querySelectorAll("input:not([type=hidden]), textarea"),
        (control) =>
          control instanceof HTMLInputElement && control.checked
            ? "checked"
            : /** @type {HTMLInputElement} */ (control).value,
      ),
    );
  /** @param {string} when @param {object} payload */
  const expectSent = async (when, payload) => {
    await page.evaluate(() => delete document.body.dataset["sent"]);
    await send.click();
    const body = page.locator("body[data-sent]");
    const sent = JSON.parse((await body.getAttribute("data-sent")) ?? "");
    if (isDeepStrictEqual(sent, { type: "send", payload })) return;
    faults.push(`form: ${when}, ${JSON.stringify(sent)} is sent`);
  };

  try {
    await page.goto(url);
    for (const [name, value] of Object.entries(texts)) {
      await text(name).fill(value);
    }
    await page.getByRole("checkbox", { name: "off" }).check();
    await page.getByRole("checkbox", { name: "on" }).uncheck();
    await page.getByRole("radio", { name: "Large" }).check();
    await page.getByRole("radio", { name: "Window" }).check();
    const before = await screen();
    await page.evaluate(() => dispatchEvent(new Event("hydrate")));
    await hydrated(send);
    await expectSent("filled in before hydration", { ...texts, ...rest });
    const after = await screen();
    if (!isDeepStrictEqual(after, before)) {
      faults.push(`form: ${String(after)} is on the screen after hydration`);
    }
    // As a password manager does.
    await text("empty").evaluate((input) => {
      /** @type {HTMLInputElement} */ (input).value = "managed";
    });
    await expectSent("set without an event", {
      ...texts,
      ...rest,
      empty: "managed",
    });
  } catch (error) {
    faults.push(`form: ${String(error)}`);
  }
  await page
    .context()
    .close()
    .catch(() => undefined);
  return faults;
}

import { describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer } from "../../src/index.js";
import { dayHasFocus, field, renderField } from "../helpers/datePicker.js";
import "../../src/styles/index.css";

describe("a DatePicker in a form", () => {
  test("a native form gets the date, under its name", async () => {
    const { container } = await render(
      <form>
        <WidgetRenderer
          locale="en-US"
          widget={{
            type: "Col",
            children: [
              { type: "DatePicker", name: "due", defaultValue: "2026-11-12" },
              { type: "DatePicker", name: "empty" },
              {
                type: "DatePicker",
                name: "disabled",
                defaultValue: "2026-11-12",
                disabled: true,
              },
            ],
          }}
        />
      </form>,
    );
    const form = container.querySelector("form")!;
    expect([...new FormData(form)]).toEqual([["due", "2026-11-12"]]);
  });

  // [default, min, max, whether it may be sent]
  test.each<
    [string | undefined, string | undefined, string | undefined, boolean]
  >([
    ["2026-11-12", undefined, undefined, true],
    [undefined, "2026-11-01", "2026-11-30", true],
    ["2026-11-01", "2026-11-01", "2026-11-30", true],
    ["2026-11-30", "2026-11-30", "2026-11-01T12:00", true],
    ["2026-10-31", "2026-11-01", undefined, false],
    ["2026-12-01", undefined, "2026-11-30", false],
    ["1985-05-11", "soon", "", true],
  ])("%s from %s to %s is sent: %s", async (defaultValue, min, max, valid) => {
    const sendAction = vi.fn();
    const { container } = await renderField(
      { defaultValue, min, max },
      { sendAction },
    );
    await expect.element(field()).toBeEnabled();
    const form = container.querySelector("form")!;
    expect(form.checkValidity()).toBe(valid);
    form.requestSubmit();
    if (valid) {
      await vi.waitFor(() => expect(sendAction).toHaveBeenCalledTimes(1));
      return;
    }
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveAccessibleDescription(/./);
    expect(sendAction).not.toHaveBeenCalled();

    // Another date ends it.
    await userEvent.keyboard("{Enter}");
    await dayHasFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).not.toHaveAttribute("aria-invalid");
    form.requestSubmit();
    await vi.waitFor(() => expect(sendAction).toHaveBeenCalledTimes(1));
  });
});

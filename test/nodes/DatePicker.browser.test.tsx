import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer } from "../../src/index.js";
import {
  calendar,
  day,
  dayHasFocus,
  field,
  focusField,
  month,
  renderField,
  value,
} from "../helpers/datePicker.js";
import {
  failOnFaults,
  renderWidget,
  textOf,
  translate,
} from "../helpers/translatedPage.js";
import "../../src/styles/index.css";

describe("a DatePicker", () => {
  test.each([
    ["a date", "2026-11-12", "Nov 12, 2026", "2026-11-12"],
    ["a datetime", "2025-01-02T03:04:00", "Jan 2, 2025", "2025-01-02"],
    [
      "late in another time zone",
      "2026-03-08T23:30:00-11:00",
      "Mar 8, 2026",
      "2026-03-08",
    ],
    ["early in UTC", "2026-03-08T00:10:00Z", "Mar 8, 2026", "2026-03-08"],
    ["no date", "soon", "Select date…", undefined],
    ["a day that does not exist", "2026-02-30", "Select date…", undefined],
    ["a number", 5 as never, "Select date…", undefined],
  ])(
    "shows the date as it is written: %s",
    async (_, defaultValue, text, sent) => {
      await renderField({ defaultValue });
      await expect.element(field()).toHaveTextContent(text);
      expect(value()).toBe(sent);
    },
  );

  test("a picked day gives the focus back at once, for the key that comes next", async () => {
    await renderField({ defaultValue: "2026-11-12" });
    await field().click();
    const friday = day("Friday, November 13, 2026");
    await expect.element(friday).toBeVisible();
    (friday.element() as HTMLElement).click();
    expect(document.activeElement).toBe(field().element());
  });

  test("by keyboard alone: open, move, pick", async () => {
    const sendAction = vi.fn();
    await renderField(
      { defaultValue: "2026-11-12", onChangeAction: { type: "changed" } },
      { sendAction },
    );
    await focusField();
    await userEvent.keyboard(" ");
    await expect.element(calendar()).toBeVisible();
    await expect.element(day("Thursday, November 12, 2026")).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}{ArrowDown}");
    await expect.element(day("Friday, November 20, 2026")).toHaveFocus();
    await userEvent.keyboard("{PageDown}");
    await expect.element(month()).toHaveAccessibleName("December 2026");
    await userEvent.keyboard("{Shift>}{PageUp}{/Shift}");
    await expect.element(day("Saturday, December 20, 2025")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveTextContent("Dec 20, 2025");
    await expect.element(calendar()).not.toBeInTheDocument();
    expect(value()).toBe("2025-12-20");
    expect(sendAction).toHaveBeenCalledTimes(1);
  });

  test("picking the same date closes and changes nothing; so does Escape", async () => {
    const sendAction = vi.fn();
    await renderField(
      { defaultValue: "2026-11-12", onChangeAction: { type: "changed" } },
      { sendAction },
    );
    await focusField();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(day("Thursday, November 12, 2026")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(day("Thursday, November 12, 2026")).toHaveFocus();
    await userEvent.keyboard("{ArrowLeft}{Escape}");
    await expect.element(field()).toHaveFocus();
    expect(value()).toBe("2026-11-12");
    expect(sendAction).not.toHaveBeenCalled();
  });

  test("Tab stays among the buttons of the calendar", async () => {
    await renderField({ defaultValue: "2026-11-12" });
    await field().click();
    await expect.element(day("Thursday, November 12, 2026")).toHaveFocus();
    await userEvent.keyboard("{Tab}");
    await expect.element(day("Previous month")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(month()).toHaveAccessibleName("October 2026");
    await userEvent.keyboard("{Tab}");
    await expect.element(day("Next month")).toHaveFocus();
  });

  test("min and max are the first and the last date, in either order", async () => {
    await renderField({
      defaultValue: "2026-11-12",
      min: "2026-11-24",
      max: "2026-11-06T12:00",
    });
    await field().click();
    await expect.element(day("Thursday, November 5, 2026")).toBeDisabled();
    await expect.element(day("Friday, November 6, 2026")).toBeEnabled();
    await expect.element(day("Tuesday, November 24, 2026")).toBeEnabled();
    await expect.element(day("Wednesday, November 25, 2026")).toBeDisabled();
    await expect
      .element(day("Next month"))
      .toHaveAttribute("aria-disabled", "true");
    await expect
      .element(day("Previous month"))
      .toHaveAttribute("aria-disabled", "true");
    await expect.element(day("Thursday, November 12, 2026")).toHaveFocus();
    await userEvent.keyboard("{ArrowLeft>7/}");
    await expect.element(day("Friday, November 6, 2026")).toHaveFocus();
  });

  test("without a value it opens where a date can be picked", async () => {
    await renderField({ max: "2001-05-20" });
    await field().click();
    await expect.element(month()).toHaveAccessibleName("May 2001");
  });

  test("is emptied by its button and by Backspace", async () => {
    await renderField({ defaultValue: "2026-11-12", clearable: true });
    await page.getByRole("button", { name: "Clear Due Nov 12, 2026" }).click();
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveTextContent("Select date…");
    expect(value()).toBeUndefined();
    await userEvent.keyboard("{ArrowDown}");
    await dayHasFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(field()).toHaveFocus();
    expect(value()).toMatch(/^\d{4}-\d\d-\d\d$/);
    await userEvent.keyboard("{Backspace}");
    expect(value()).toBeUndefined();
  });

  test("opens on the side that the author names", async () => {
    await render(
      <div style={{ paddingTop: 280, paddingInline: 250 }}>
        <WidgetRenderer
          locale="en-US"
          widget={{
            type: "DatePicker",
            name: "d",
            defaultValue: "2026-11-12",
            side: "top",
            align: "start",
          }}
        />
      </div>,
    );
    const trigger = page.getByRole("button");
    const box = trigger.element().getBoundingClientRect();
    await trigger.click();
    const dialog = page.getByRole("dialog");
    await expect.element(dialog).toHaveAttribute("data-side", "top");
    await vi.waitFor(() => {
      const { bottom, left } = dialog.element().getBoundingClientRect();
      expect(bottom).toBeLessThan(box.top);
      expect(left).toBeCloseTo(box.left, 0);
    });
  });

  test("a click on the Label focuses the field and leaves it closed", async () => {
    await renderField({ defaultValue: "2026-11-12" });
    const label = document.querySelector("label")!;
    label.click();
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveAttribute("aria-expanded", "false");
  });
});

describe("a DatePicker on a translated page", () => {
  failOnFaults();

  test("the calendar turns its pages", async () => {
    const { element } = await renderWidget({
      type: "DatePicker",
      name: "due",
      defaultValue: "2026-11-12",
    });
    const trigger = element.querySelector<HTMLElement>(".wr-Trigger")!;
    await expect.element(trigger).toBeEnabled();
    trigger.click();
    await expect.element(page.getByRole("grid")).toBeInTheDocument();
    const title = () =>
      Array.from(
        document.querySelectorAll(".wr-DatePicker-title"),
        textOf,
      ).join(" ");
    const days = () => textOf(document.querySelector(".wr-DatePicker-weeks")!);
    translate();
    await userEvent.click(page.getByRole("button", { name: "Next month" }));
    await expect.poll(title).toBe("December 2026");
    expect(days()).toBe(Array.from({ length: 31 }, (_, i) => i + 1).join(""));
    translate();
    await userEvent.click(page.getByRole("button", { name: "Next month" }));
    await userEvent.click(page.getByRole("button", { name: "Next month" }));
    await expect.poll(title).toBe("February 2027");
    expect(days()).toBe(Array.from({ length: 28 }, (_, i) => i + 1).join(""));
    translate();
    await userEvent.click(
      page.getByRole("button", { name: "Sunday, February 7, 2027" }),
    );
    await expect.poll(() => textOf(trigger)).toBe("Feb 7, 2027");
  });
});

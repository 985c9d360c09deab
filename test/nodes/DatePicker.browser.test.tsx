import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";
import "../../src/styles/index.css";

type DateJson = Omit<WidgetNode<"DatePicker">, "type">;

function renderField(
  date: Partial<DateJson>,
  props?: Partial<WidgetRendererProps>,
) {
  return render(
    <WidgetRenderer
      locale="en-US"
      {...props}
      widget={{
        type: "Form",
        onSubmitAction: { type: "submit" },
        children: [
          { type: "Label", value: "Due", fieldName: "task.due" },
          { type: "DatePicker", name: "task.due", ...date },
        ],
      }}
    />,
  );
}

const field = () => page.getByRole("button", { name: /^Due\b/ });
const calendar = () => page.getByRole("dialog", { name: "Due" });
const month = () => page.getByRole("grid");
const day = (name: string) => page.getByRole("button", { name, exact: true });
const value = () =>
  document.querySelector<HTMLInputElement>('input[name="task.due"]')?.value;

/** Keys then go to a day. */
const dayHasFocus = () =>
  expect
    .poll(() => document.activeElement?.closest("[role=gridcell]"))
    .toBeTruthy();

async function focusField() {
  await expect.element(field()).toBeEnabled();
  field().element().focus();
  await expect.element(field()).toHaveFocus();
}

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

test("speaks the language of the host", async () => {
  await renderField({ defaultValue: "2026-11-12" }, { locale: "de" });
  await expect.element(field()).toHaveTextContent("12.11.2026");
  await field().click();
  await expect.element(month()).toHaveAccessibleName("November 2026");
  await expect.element(day("Donnerstag, 12. November 2026")).toHaveFocus();
  expect(
    Array.from(document.querySelectorAll("th"), (header) => header.textContent),
  ).toEqual(["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]);
});

test("mirrors where the page is read from right to left", async () => {
  document.documentElement.dir = "rtl";
  await renderField({ defaultValue: "2026-11-12" }, { locale: "ar-EG" });
  await expect.element(field()).toHaveTextContent("١٢");
  await field().click();
  await expect
    .element(page.getByRole("gridcell", { selected: true }))
    .toHaveTextContent("١٢");
  await dayHasFocus();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.element(page.getByRole("button", { name: /١٣/ })).toHaveFocus();
  const x = (name: string) => day(name).element().getBoundingClientRect().x;
  expect(x("Previous month")).toBeGreaterThan(x("Next month"));
  document.documentElement.removeAttribute("dir");
});

test("without a locale it follows the document; what is no locale does no harm", async () => {
  document.documentElement.lang = "fr";
  const { rerender } = await renderField(
    { defaultValue: "2026-11-12" },
    { locale: undefined },
  );
  await expect.element(field()).toHaveTextContent("12 nov. 2026");
  document.documentElement.removeAttribute("lang");
  await rerender(
    <WidgetRenderer
      locale="not a locale"
      widget={{ type: "DatePicker", name: "d", defaultValue: "2026-11-12" }}
    />,
  );
  await expect
    .element(page.getByRole("button"))
    .toHaveTextContent("Nov 12, 2026");
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

const choice = (name: string) => page.getByRole("combobox", { name });
/** As a reader of the list does, by its text. */
function choose(name: "month" | "year", text: string) {
  const { options } = choice(name).element() as HTMLSelectElement;
  const option = Array.from(options).find((found) => found.text === text);
  return userEvent.selectOptions(choice(name), option!.value);
}

test("a birthday is a few keys away", async () => {
  await renderField({ defaultValue: "2026-11-12" });
  await focusField();
  await userEvent.keyboard(" ");
  await dayHasFocus();
  await userEvent.keyboard("{Tab}{Tab}{Tab}");
  await expect.element(choice("month")).toHaveFocus();
  await userEvent.keyboard("{Tab}");
  await expect.element(choice("year")).toHaveFocus();
  await choose("year", "1985");
  await expect.element(month()).toHaveAccessibleName("November 1985");
  await choose("month", "May");
  await expect.element(month()).toHaveAccessibleName("May 1985");
  await day("Saturday, May 11, 1985").click();
  await expect.element(field()).toHaveTextContent("May 11, 1985");
  expect(value()).toBe("1985-05-11");
});

const yearsOf = () =>
  Array.from(
    (choice("year").element() as HTMLSelectElement).options,
    ({ value }) => Number(value),
  );
const monthsOf = () =>
  Array.from(
    (choice("month").element() as HTMLSelectElement).options,
    ({ text }) => text,
  );
const now = new Date().getFullYear();

test.each<[string, Partial<DateJson>, number, number]>([
  ["a century back and some years on", {}, now - 100, now + 20],
  ["from the first date on", { min: "2020-05-05" }, 2020, now + 20],
  ["up to the last date", { max: "2030-01-31" }, now - 100, 2030],
  ["all of a range", { min: "1950-01-01", max: "2010-12-31" }, 1950, 2010],
  ["none where there are none", { min: "2400-02-01" }, 2400, 2420],
  ["around the value", { defaultValue: "1800-01-01" }, 1700, now + 20],
  [
    "of the ends of time a part",
    { min: "0001-01-01", max: "9999-12-31" },
    now - 100,
    now + 20,
  ],
  ["from the year 1 on", { defaultValue: "0005-01-01" }, 1, 505],
  ["to the year 9999", { defaultValue: "9999-12-31" }, 9499, 9999],
])("years to choose from: %s", async (_, date, first, last) => {
  await renderField(date);
  await field().click();
  await dayHasFocus();
  expect(yearsOf().at(0)).toBe(first);
  expect(yearsOf().at(-1)).toBe(last);
});

test("of the first and the last year only the months of the range are there", async () => {
  await renderField({
    defaultValue: "2026-11-12",
    min: "2024-10-20",
    max: "2026-12-05",
  });
  await field().click();
  await dayHasFocus();
  expect(monthsOf()).toHaveLength(12);
  // November 2024 is there, but October is the first of it.
  await choose("month", "January");
  await choose("year", "2024");
  await expect.element(month()).toHaveAccessibleName("October 2024");
  expect(monthsOf()).toEqual(["October", "November", "December"]);
});

test.each([
  ["en-US", ["month", "year"], ["November", "2026"]],
  ["de", ["Monat", "Jahr"], ["November", "2026"]],
  ["ja", ["年", "月"], ["2026年", "11月"]],
  ["fa-IR", ["ماه", "سال"], ["نوامبر", "۲۰۲۶"]],
])(
  "month and year in the language and its order: %s",
  async (locale, names, texts) => {
    await renderField({ defaultValue: "2026-11-12" }, { locale });
    await field().click();
    await dayHasFocus();
    const selects = page
      .getByRole("combobox")
      .elements() as HTMLSelectElement[];
    expect(selects.map((select) => select.ariaLabel)).toEqual(names);
    expect(
      selects.map(({ selectedOptions }) => selectedOptions[0]?.text),
    ).toEqual(texts);
  },
);

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

test("a click on the Label focuses the field and leaves it closed", async () => {
  await renderField({ defaultValue: "2026-11-12" });
  const label = document.querySelector("label")!;
  label.click();
  await expect.element(field()).toHaveFocus();
  await expect.element(field()).toHaveAttribute("aria-expanded", "false");
});

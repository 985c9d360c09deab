import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  day,
  dayHasFocus,
  field,
  focusField,
  month,
  renderField,
  value,
  type DateJson,
} from "../helpers/datePicker.js";
import "../../src/styles/index.css";

const choice = (name: string) => page.getByRole("combobox", { name });
/** As a reader of the list does, by its text. */
function choose(name: "month" | "year", text: string) {
  const { options } = choice(name).element() as HTMLSelectElement;
  const option = Array.from(options).find((found) => found.text === text);
  return userEvent.selectOptions(choice(name), option!.value);
}

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

describe("the month and the year of a DatePicker", () => {
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

  test("a host's rules for options do not reach them", async () => {
    await renderField({ defaultValue: "2026-11-12" });
    await field().click();
    await expect.element(choice("month")).toBeInTheDocument();
    const options = [choice("month"), choice("year")].flatMap((select) =>
      Array.from((select.element() as HTMLSelectElement).options),
    );
    const styles = () =>
      options.map((option) => {
        const { color, font, padding, backgroundColor } =
          getComputedStyle(option);
        return [color, font, padding, backgroundColor].join("; ");
      });
    const before = styles();
    const host = document.createElement("style");
    host.textContent =
      "option { padding: 9px; color: red; font: 30px serif; background: lime }";
    document.head.append(host);
    const after = styles();
    host.remove();
    expect(after).toEqual(before);
  });
});

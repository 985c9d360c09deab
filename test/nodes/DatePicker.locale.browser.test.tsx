import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer } from "../../src/index.js";
import {
  day,
  dayHasFocus,
  field,
  month,
  renderField,
} from "../helpers/datePicker.js";
import "../../src/styles/index.css";

describe("the language of a DatePicker", () => {
  test("speaks the language of the host", async () => {
    await renderField({ defaultValue: "2026-11-12" }, { locale: "de" });
    await expect.element(field()).toHaveTextContent("12.11.2026");
    await field().click();
    await expect.element(month()).toHaveAccessibleName("November 2026");
    await expect.element(day("Donnerstag, 12. November 2026")).toHaveFocus();
    expect(
      Array.from(
        document.querySelectorAll("th"),
        (header) => header.textContent,
      ),
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
    await expect
      .element(page.getByRole("button", { name: /١٣/ }))
      .toHaveFocus();
    const x = (name: string) => day(name).element().getBoundingClientRect().x;
    expect(x("Previous month")).toBeGreaterThan(x("Next month"));
    document.documentElement.removeAttribute("dir");
  });

  test.each(["ltr", "rtl"])(
    "an Arabic date in a page that is %s is read from right to left",
    async (dir) => {
      document.documentElement.dir = dir;
      await renderField(
        { defaultValue: "2026-11-12" },
        { locale: "ar-u-nu-latn" },
      );
      await expect.element(field()).toHaveTextContent("2026");
      const text = field().element().querySelector(".wr-Trigger-text")!;
      const [node] = text.childNodes;
      const x = (part: string) => {
        const range = document.createRange();
        const start = node!.textContent!.indexOf(part);
        range.setStart(node!, start);
        range.setEnd(node!, start + part.length);
        return range.getBoundingClientRect().x;
      };
      expect(x("12")).toBeGreaterThan(x("11"));
      expect(x("11")).toBeGreaterThan(x("2026"));
      const { left, right } = text.getBoundingClientRect();
      const isAtStart = dir === "ltr" ? x("2026") - left : right - x("12") - 24;
      expect(isAtStart).toBeLessThan(8);
      document.documentElement.removeAttribute("dir");
    },
  );

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
});

import { afterEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { ar } from "../../src/labels/ar.js";
import { de } from "../../src/labels/de.js";
import "../../src/styles/index.css";

const root = document.documentElement;

afterEach(() => {
  root.lang = "en";
  root.dir = "ltr";
});

const form = (defaultValue: string | null): WidgetNode => ({
  type: "Form",
  onSubmitAction: { type: "save" },
  children: [
    {
      type: "Select",
      name: "seat",
      searchable: true,
      options: Array.from({ length: 20 }, (_, i) => ({
        value: i,
        label: `Platz ${i}`,
      })),
    },
    { type: "DatePicker", name: "due", defaultValue, clearable: true },
  ],
});

const trigger = (type: string) =>
  document.querySelector<HTMLElement>(`.wr-${type} .wr-Trigger`)!;

async function open(type: string) {
  await expect.element(trigger(type)).toBeEnabled();
  trigger(type).click();
  await expect.element(page.getByRole("dialog")).toBeInTheDocument();
}

describe("labels", () => {
  test("with German labels a German page has no English word", async () => {
    root.lang = "de";
    await render(<WidgetRenderer widget={form(null)} labels={de} />);
    expect(trigger("Select")).toHaveTextContent("Auswählen…");
    expect(trigger("DatePicker")).toHaveTextContent("Datum auswählen…");
    await open("Select");
    const query = page.getByRole("combobox", { name: "Suchen" });
    await expect.element(query).toHaveAttribute("placeholder", "Suchen");
    const note = () => document.querySelector(".wr-Select-note")?.textContent;
    await userEvent.fill(query, "Fensterplatz");
    await expect.poll(note).toBe("Keine Ergebnisse");
  });

  test("the calendar of a German page is German", async () => {
    root.lang = "de";
    await render(<WidgetRenderer widget={form("2026-03-12")} labels={de} />);
    await expect
      .element(page.getByRole("button", { name: /^Leeren/ }))
      .toBeVisible();
    await open("DatePicker");
    expect(calendarTitle()).toBe("März 2026");
    const grid = page.getByRole("grid", { name: "März 2026" });
    await expect.element(grid).toBeVisible();
    const weekdays = document.querySelectorAll(".wr-DatePicker-weekday");
    expect(Array.from(weekdays, (day) => day.textContent)).toEqual(
      "Mo Di Mi Do Fr Sa So".split(" "),
    );
    expect(weekdays[0]).toHaveAttribute("aria-label", "Montag");
    await expect
      .element(page.getByRole("button", { name: "Donnerstag, 12. März 2026" }))
      .toHaveFocus();
    await userEvent.click(page.getByRole("button", { name: "Nächster Monat" }));
    await expect.poll(calendarTitle).toBe("April 2026");
    await userEvent.click(
      page.getByRole("button", { name: "Vorheriger Monat" }),
    );
    await expect.poll(calendarTitle).toBe("März 2026");
  });

  test("an Arabic page is read from right to left, with Arabic digits", async () => {
    root.lang = "ar-EG";
    root.dir = "rtl";
    await render(<WidgetRenderer widget={form("2026-03-12")} labels={ar} />);
    expect(trigger("Select")).toHaveTextContent("اختر…");
    // Its text begins at the right, its mark is at the left.
    const box = (selector: string) =>
      trigger("Select").querySelector(selector)!.getBoundingClientRect();
    await expect.element(trigger("Select")).toBeEnabled();
    expect(box(".wr-Trigger-text").left).toBeGreaterThan(
      box(".wr-Trigger-chevron").left,
    );
    await open("DatePicker");
    const dialog = page.getByRole("dialog").element();
    expect(getComputedStyle(dialog).direction).toBe("rtl");
    expect(calendarTitle()).toBe("مارس ٢٠٢٦");
    const left = (name: string | RegExp) =>
      page.getByRole("button", { name }).element().getBoundingClientRect().left;
    expect(left(ar.previousMonth)).toBeGreaterThan(left(ar.nextMonth));
    // The week of Egypt begins on Saturday, at the right.
    expect(left(/السبت، ٧ مارس/)).toBeGreaterThan(left(/الأحد، ٨ مارس/));
    expect(document.querySelector(".wr-DatePicker-weekday")).toHaveAttribute(
      "aria-label",
      "السبت",
    );
  });
});

/** The month and the year as the heading shows them. */
function calendarTitle() {
  const titles = document.querySelectorAll(".wr-DatePicker-title");
  return Array.from(titles, (title) => title.textContent).join(" ");
}

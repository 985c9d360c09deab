import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect, userEvent, waitFor, within } from "storybook/test";
import type { Labels, WidgetNode } from "../src/index.js";
import { ar } from "../src/labels/ar.js";
import { de } from "../src/labels/de.js";
import { en } from "../src/labels/en.js";
import { es } from "../src/labels/es.js";
import { fr } from "../src/labels/fr.js";
import { he } from "../src/labels/he.js";
import { it } from "../src/labels/it.js";
import { ja } from "../src/labels/ja.js";
import { ko } from "../src/labels/ko.js";
import { nl } from "../src/labels/nl.js";
import { pl } from "../src/labels/pl.js";
import { pt } from "../src/labels/pt.js";
import { zh } from "../src/labels/zh.js";
import { renderWidget } from "./story.js";
import "./theming.css";

const languages = { ar, de, en, es, fr, he, it, ja, ko, nl, pl, pt, zh };

type Language = keyof typeof languages;

/** The library's own strings, in other languages than English. */
export default { title: "Labels" } satisfies Meta;

/** A widget in a language, on a page that is written in it. */
function inLanguage(
  language: Language,
  widget: WidgetNode,
  locale: string = language,
) {
  const labels: Labels = languages[language];
  const name = new Intl.DisplayNames(language, { type: "language" });
  return (
    <figure
      key={language}
      className="story-figure"
      lang={language}
      dir={language === "ar" || language === "he" ? "rtl" : "ltr"}
    >
      <figcaption>{name.of(language)}</figcaption>
      {renderWidget(widget, { labels, locale })}
    </figure>
  );
}

function Gallery({ children }: { children: ReactNode }) {
  return <div className="story-gallery">{children}</div>;
}

interface FormTexts {
  title: string;
  seat: string;
  seats: [string, string];
  date: string;
  note: string;
  quiet: string;
  reserve: string;
  cancel: string;
}

const form = (texts: FormTexts): WidgetNode => ({
  type: "Card",
  size: "sm",
  asForm: true,
  confirm: { label: texts.reserve, action: { type: "seat.reserve" } },
  cancel: { label: texts.cancel, action: { type: "seat.dismiss" } },
  children: [
    { type: "Title", value: texts.title },
    { type: "Label", value: texts.seat, fieldName: "seat" },
    {
      type: "Select",
      name: "seat",
      block: true,
      clearable: true,
      searchable: true,
      options: texts.seats.map((label, value) => ({ value, label })),
    },
    { type: "Label", value: texts.date, fieldName: "date" },
    { type: "DatePicker", name: "date", block: true },
    {
      type: "DatePicker",
      name: "back",
      block: true,
      clearable: true,
      defaultValue: "2026-03-12",
    },
    { type: "Label", value: texts.note, fieldName: "note" },
    { type: "Textarea", name: "note", rows: 2 },
    { type: "Checkbox", name: "quiet", label: texts.quiet },
  ],
});

const german: FormTexts = {
  title: "Platz im Zug 08:12",
  seat: "Sitzplatz",
  seats: ["Fenster", "Gang"],
  date: "Hin- und Rückfahrt",
  note: "Bemerkung",
  quiet: "Ruhebereich",
  reserve: "Reservieren",
  cancel: "Später",
};

const japanese: FormTexts = {
  title: "8時12分発の座席",
  seat: "座席",
  seats: ["窓側", "通路側"],
  date: "往路と復路",
  note: "備考",
  quiet: "静かな車両",
  reserve: "予約する",
  cancel: "あとで",
};

const arabic: FormTexts = {
  title: "مقعد في قطار 08:12",
  seat: "المقعد",
  seats: ["بجانب النافذة", "بجانب الممر"],
  date: "الذهاب والعودة",
  note: "ملاحظة",
  quiet: "عربة هادئة",
  reserve: "حجز",
  cancel: "لاحقًا",
};

const hebrew: FormTexts = {
  title: "מושב ברכבת 08:12",
  seat: "מושב",
  seats: ["ליד החלון", "ליד המעבר"],
  date: "הלוך ושוב",
  note: "הערה",
  quiet: "קרון שקט",
  reserve: "הזמנה",
  cancel: "אחר כך",
};

/** The texts of the JSON and those of the library in one language. */
export const Forms: StoryObj = {
  render: () => (
    <Gallery>
      {inLanguage("de", form(german))}
      {inLanguage("ja", form(japanese))}
      {inLanguage("ar", form(arabic))}
      {inLanguage("he", form(hebrew))}
    </Gallery>
  ),
  play: async ({ canvas }) => {
    for (const { selectPlaceholder, datePlaceholder } of [de, ja, ar, he]) {
      await expect(canvas.getByText(selectPlaceholder)).toBeVisible();
      await expect(canvas.getByText(datePlaceholder)).toBeVisible();
    }
    await expect(canvas.getByText("12.03.2026")).toBeVisible();
    await expect(canvas.getByText("2026/03/12")).toBeVisible();
  },
};

const strings = (language: Language): WidgetNode => {
  const name = new Intl.DisplayNames(language, { type: "language" });
  return {
    type: "ListView",
    limit: 1,
    children: [
      {
        type: "ListViewItem",
        children: [
          {
            type: "Col",
            align: "start",
            children: [
              {
                type: "Select",
                name: "a",
                options: [{ value: 1, label: "1" }],
              },
              { type: "DatePicker", name: "b" },
            ],
          },
        ],
      },
      ...(["fr", "ja"] as const).map((other) => ({
        type: "ListViewItem" as const,
        children: [{ type: "Text" as const, value: name.of(other) ?? "" }],
      })),
    ],
  };
};

/** Each language that comes with the library. */
export const Languages: StoryObj = {
  render: () => (
    <Gallery>
      {(Object.keys(languages) as Language[]).map((language) =>
        inLanguage(language, strings(language)),
      )}
    </Gallery>
  ),
  play: async ({ canvas }) => {
    for (const labels of Object.values(languages)) {
      await expect(
        canvas.getByRole("button", { name: labels.showMore }),
      ).toBeVisible();
    }
  },
};

/** A calendar on a page that is read from right to left. */
export const RightToLeft: StoryObj = {
  render: () => (
    <div style={{ minHeight: 560 }}>
      {inLanguage("ar", form(arabic), "ar-EG")}
    </div>
  ),
  play: async ({ canvas, canvasElement, step }) => {
    const page = within(canvasElement.ownerDocument.body);
    const field = await canvas.findByRole("button", { name: /^١٢/ });
    await step("open the calendar", async () => {
      await userEvent.click(field);
      const title = new Intl.DateTimeFormat("ar-EG", {
        calendar: "gregory",
        month: "long",
        year: "numeric",
      }).format(new Date(2026, 2));
      const grid = await page.findByRole("grid", { name: title });
      // The popup fades in.
      await waitFor(() => expect(grid).toBeVisible());
    });
    const left = (name: string) =>
      page.getByRole("button", { name }).getBoundingClientRect().left;
    await expect(left(ar.previousMonth)).toBeGreaterThan(left(ar.nextMonth));
    const day = page.getByRole("button", { name: /الخميس، ١٢ مارس/ });
    await expect(day).toHaveTextContent("١٢");
  },
};

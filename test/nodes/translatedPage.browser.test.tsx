import { describe, expect, test } from "vitest";
import { cleanup } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import {
  failOnFaults,
  renderWidget,
  textOf,
  textsBesideOthers,
  translate,
  markdown,
} from "../helpers/translatedPage.js";
import "../../src/styles/index.css";

failOnFaults();

/** Most of what Markdown knows, with texts beside elements in all of it. */
const LONG_MARKDOWN = `# A *first* heading

Some **strong** and *stressed* words, ~~struck~~ ones, \`code\` and a
[link](https://example.com/a) beside [no link](javascript:alert(1)).
**Two**
*lines*, a break\\
and more.

- one
- two **three** four
  - nested *item*
- [x] done \`x\` and [ ] not

1. loose

   item with [a link](/b) in it

> quoted **words** and
> more

| A *b* | C |
| - | -: |
| d **e** f | ![no picture](javascript:a) g |

<b>HTML</b> as text, <i>inline</i>

<div>and as a block</div>

\`\`\`js
const i = "j";
\`\`\`

A note[^1] and another[^2].

[^1]: the *first* one
[^2]: the second`;

const chart = (more: number[]): WidgetNode => ({
  type: "Chart",
  xAxis: "month",
  showYAxis: true,
  series: [
    { type: "bar", dataKey: "a", label: "Sold" },
    { type: "line", dataKey: "b", label: "Planned" },
  ],
  data: [
    { month: "A month with a name too long for the axis", a: 4 },
    { month: "February" },
    ...more.map((a, i) => ({ month: `Row ${i}`, a, b: i })),
  ],
});

describe("a node on a translated page", () => {
  test("Markdown that grows is whole at each moment of a translated page", async () => {
    // In steps that end in the middle of words and of marks.
    const steps = Array.from(
      { length: Math.ceil(LONG_MARKDOWN.length / 9) },
      (_, i) => LONG_MARKDOWN.slice(0, (i + 1) * 9),
    );
    const wanted: string[] = [];
    const plain = await renderWidget(markdown("…", true));
    for (const step of steps) {
      await plain.update(markdown(step, true));
      wanted.push(textOf(plain.element));
    }
    await cleanup();
    const { element, update } = await renderWidget(markdown("…", true));
    const shown: string[] = [];
    for (const step of steps) {
      translate();
      await update(markdown(step, true));
      shown.push(textOf(element));
    }
    expect(shown).toEqual(wanted);
    await update(markdown(LONG_MARKDOWN));
    expect(textOf(element)).toContain("another2.");
    await cleanup();
    const whole = await renderWidget(markdown(LONG_MARKDOWN));
    expect(textsBesideOthers(whole.element)).toEqual([]);
  });

  test("Markdown that changes everywhere shows its new words alone", async () => {
    const { element, update } = await renderWidget(markdown(LONG_MARKDOWN));
    const others = LONG_MARKDOWN.replaceAll(
      /(?<![\w:/.])[a-z]{3,}\b/g,
      (word) => word.toUpperCase(),
    );
    translate();
    await update(markdown(others));
    const shown = textOf(element);
    expect(shown).toContain("STRONG AND STRESSED WORDS, STRUCK ONES");
    translate();
    await update(markdown("all **of it** is gone"));
    expect(textOf(element)).toBe("all of it is gone");
    translate();
    await update(markdown("plain"));
    expect(textOf(element)).toBe("plain");
    await cleanup();
    expect(shown).toBe(textOf((await renderWidget(markdown(others))).element));
  });

  test.each([false, true])(
    "a Select says what is chosen, searched: %s",
    async (searchable) => {
      const { element } = await renderWidget({
        type: "Select",
        name: "meal",
        clearable: true,
        searchable,
        options: [
          { value: "1", label: "Fish", description: "of the day" },
          { value: "2", label: "Soup" },
        ],
      });
      const trigger = () => element.querySelector<HTMLElement>(".wr-Trigger")!;
      for (const [option, text] of [
        [0, "Fish"],
        [1, "Soup"],
      ] as const) {
        await expect.element(trigger()).toBeEnabled();
        translate();
        trigger().click();
        await expect
          .poll(() => document.querySelectorAll("[role=option]").length)
          .toBe(2);
        translate();
        const options = document.querySelectorAll<HTMLElement>("[role=option]");
        options[option]!.focus();
        await userEvent.click(page.getByRole("option").nth(option));
        await expect.poll(() => textOf(trigger())).toBe(text);
      }
      translate();
      await userEvent.click(page.getByRole("button", { name: /^Clear/ }));
      await expect.poll(() => textOf(trigger())).toBe("Select…");
    },
  );

  test("a search in a Select says how much it found", async () => {
    const { element } = await renderWidget({
      type: "Select",
      name: "many",
      searchable: true,
      options: Array.from({ length: 400 }, (_, i) => ({
        value: i,
        label: i < 350 ? `First ${i}` : `Other ${i}`,
      })),
    });
    const trigger = element.querySelector<HTMLElement>(".wr-Trigger")!;
    await expect.element(trigger).toBeEnabled();
    trigger.click();
    await expect.element(page.getByRole("listbox")).toBeInTheDocument();
    const note = () => textOf(document.querySelector(".wr-Select-note")!);
    expect(note()).toBe("100 more: keep typing");
    translate();
    await userEvent.fill(
      page.getByRole("combobox", { name: "Search" }),
      "First",
    );
    await expect.poll(note).toBe("50 more: keep typing");
    translate();
    await userEvent.fill(
      page.getByRole("combobox", { name: "Search" }),
      "nothing",
    );
    await expect.poll(note).toBe("No results");
    translate();
    await userEvent.fill(
      page.getByRole("combobox", { name: "Search" }),
      "Other 399",
    );
    await expect.poll(note).toBe("");
  });

  test("the tooltip, the axes and the table of a chart follow", async () => {
    const { element, update } = await renderWidget(chart([1]));
    const tooltip = () => {
      const tip = document.querySelector(".wr-Chart-tooltip");
      return tip && textOf(tip);
    };
    const area = document.querySelector<HTMLElement>(".wr-Chart-area")!;
    area.focus();
    const seen: (string | null)[] = [];
    for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowLeft"]) {
      await userEvent.keyboard(`{${key}}`);
      seen.push(tooltip());
      translate();
    }
    expect(seen).toEqual([
      "A month with a name too long for the axisSold4",
      "February–",
      "Row 0Sold1Planned0",
      "February–",
    ]);
    expect(textOf(element.querySelector("[aria-live]")!)).toBe("February: –");
    area.blur();
    await expect.poll(tooltip).toBeNull();
    await update(chart([1000, 2000, 3000, 4000]));
    const shown = textOf(element);
    await cleanup();
    expect(shown).toBe(
      textOf((await renderWidget(chart([1000, 2000, 3000, 4000]))).element),
    );
  });

  test("a chart with more series than its tooltip has room for says how many", async () => {
    const json = (count: number): WidgetNode => ({
      type: "Chart",
      height: 100,
      xAxis: "x",
      series: Array.from({ length: count }, (_, i) => ({
        type: "line",
        dataKey: `s${i}`,
      })),
      data: [
        Object.fromEntries([
          ["x", "A"],
          ...Array.from({ length: count }, (_, i) => [`s${i}`, i] as const),
        ]) as Record<string, string | number>,
      ],
    });
    const { update } = await renderWidget(json(6));
    document.querySelector<HTMLElement>(".wr-Chart-area")!.focus();
    await userEvent.keyboard("{Home}");
    const more = () =>
      textOf(document.querySelector(".wr-Chart-tooltip-more")!);
    const first = Number(more().slice(1));
    translate();
    await update(json(9));
    expect(more()).toBe(`+${first + 3}`);
  });

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
      Array.from(document.querySelectorAll(".wr-Calendar-title"), textOf).join(
        " ",
      );
    const days = () => textOf(document.querySelector(".wr-Calendar-weeks")!);
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

  test("a list shows more of its rows", async () => {
    const row = (i: number): WidgetNode<"ListViewItem"> => ({
      type: "ListViewItem",
      key: String(i),
      children: [{ type: "Text", value: `Row ${i}` }],
    });
    const { element } = await renderWidget({
      type: "ListView",
      limit: 2,
      children: [1, 2, 3, 4].map(row),
    });
    translate();
    await userEvent.click(page.getByRole("button"));
    await expect.poll(() => textOf(element)).toBe("Row 1Row 2Row 3Row 4");
  });
});

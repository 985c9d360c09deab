import { afterEach, describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import type { WidgetNode } from "../../src/index.js";
import { boxOf, styleOf } from "../helpers/queries.js";
import { widgetAtWidth } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => {
  document.documentElement.dir = "";
});

const texts = {
  ltr: "Every parcel of the autumn sale leaves our warehouse before noon, two of them today",
  rtl: "تغادر كل طرود تخفيضات الخريف مستودعنا قبل الظهر ويصل منها طردان اليوم",
};

const directions = ["ltr", "rtl"] as const;

/** What shows a text that may be cut, and the selector of what cuts it. */
const cut: Record<string, [string, (value: string) => object]> = {
  Title: [
    ".wr-Title",
    (value) => ({ type: "Title", value, size: "xs", truncate: true }),
  ],
  Text: [".wr-Text", (value) => ({ type: "Text", value, maxLines: 1 })],
  "Text of two lines": [
    ".wr-Text",
    (value) => ({ type: "Text", value, maxLines: 2 }),
  ],
  "Text at the end": [
    ".wr-Text",
    (value) => ({ type: "Text", value, maxLines: 1, textAlign: "end" }),
  ],
  Caption: [
    ".wr-Caption",
    (value) => ({ type: "Caption", value, maxLines: 1 }),
  ],
  "Text of a row in a list": [
    ".wr-Text",
    (value) => ({
      type: "ListViewItem",
      children: [
        { type: "Icon", name: "star" },
        { type: "Text", value, truncate: true },
      ],
    }),
  ],
  Button: [".wr-Button-label", (label) => ({ type: "Button", label })],
  Badge: [".wr-Badge-label", (label) => ({ type: "Badge", label })],
  "placeholder of a Select": [
    ".wr-Trigger-text",
    (placeholder) => ({ type: "Select", name: "s", placeholder, options: [] }),
  ],
  "value of a Select": [
    ".wr-Trigger-text",
    (label) => ({
      type: "Select",
      name: "s",
      defaultValue: "a",
      options: [{ value: "a", label }],
    }),
  ],
  "placeholder of a DatePicker": [
    ".wr-Trigger-text",
    (placeholder) => ({ type: "DatePicker", name: "d", placeholder }),
  ],
  "status of a collapsed Card": [
    ".wr-Card-title",
    (status) => ({
      type: "Card",
      collapsed: true,
      status: { text: status },
      children: [{ type: "Text", value: "Parcel" }],
    }),
  ],
  "legend of a Chart": [
    ".wr-Chart-legend-label",
    (label) => ({
      type: "Chart",
      data: [{ month: "May", n: 1 }],
      series: [{ type: "bar", dataKey: "n", label }],
      xAxis: "month",
    }),
  ],
};

const fields: Record<string, (value: string) => object> = {
  "value of an Input": (defaultValue) => ({
    type: "Input",
    name: "i",
    defaultValue,
  }),
  "placeholder of an Input": (placeholder) => ({
    type: "Input",
    name: "i",
    placeholder,
  }),
  "value of an editable Text": (value) => ({
    type: "Text",
    value,
    editable: { name: "t" },
  }),
};

/** The box of one letter of `element`. */
function letterBox(element: Element, index: number) {
  const range = document.createRange();
  const text = element.firstChild!;
  range.setStart(text, index);
  range.setEnd(text, index + 1);
  return range.getBoundingClientRect();
}

async function renderNode(node: object, page: "ltr" | "rtl", selector: string) {
  document.documentElement.dir = page;
  const { container } = await render(
    widgetAtWidth(170, {
      type: "Basic",
      children: [node],
    } as unknown as WidgetNode),
  );
  await expect.poll(() => container.querySelector(selector)).not.toBeNull();
  return container.querySelector(selector)!;
}

const cases = <T,>(kinds: Record<string, T>) =>
  Object.keys(kinds).flatMap((kind) =>
    directions.flatMap((page) =>
      directions.map((text) => [kind, text, page] as const),
    ),
  );

describe("a cut text", () => {
  test.for(cases(cut))(
    "shows its start and is cut at its end: %s, %s in a page that is %s",
    async ([kind, direction, page]) => {
      const [selector, nodeOf] = cut[kind]!;
      const element = await renderNode(
        nodeOf(texts[direction]),
        page,
        selector,
      );
      const { left, right } = boxOf(element);
      const first = letterBox(element, 0);
      expect(first.left).toBeGreaterThanOrEqual(left - 1);
      expect(first.right).toBeLessThanOrEqual(right + 1);
      // The ellipsis is at the end of the element in this direction.
      expect(styleOf(element).direction).toBe(direction);
      expect(styleOf(element).overflow).toBe("hidden");
      const last = letterBox(element, texts[direction].length - 1);
      if (kind === "Text of two lines") {
        expect(last.bottom).toBeGreaterThan(boxOf(element).bottom);
        return;
      }
      const [before, past] =
        direction === "ltr"
          ? [first.left - last.left, last.right - right]
          : [last.right - first.right, left - last.left];
      expect(before).toBeLessThan(0);
      // In WebKit a letter that the ellipsis replaces has no width.
      if (last.width > 0) expect(past).toBeGreaterThan(0);
    },
  );

  test.for(cases(fields))(
    "has its own direction in a field: %s, %s in a page that is %s",
    async ([kind, direction, page]) => {
      const element = await renderNode(
        fields[kind]!(texts[direction]),
        page,
        "input",
      );
      const style = styleOf(element);
      expect(style.direction).toBe(direction);
      expect(style.textOverflow).toBe("ellipsis");
    },
  );

  test.for(
    cases({ start: 0, center: 0, end: 0 }).flatMap(([align, text, page]) =>
      [1, 2].map((maxLines) => [align, text, page, maxLines] as const),
    ),
  )(
    "that fits is aligned as the page is: %s, %s in %s, %i lines",
    async ([textAlign, direction, page, maxLines]) => {
      const value = texts[direction].slice(0, 6).trim();
      const element = await renderNode(
        { type: "Col", children: { type: "Text", value, maxLines, textAlign } },
        page,
        ".wr-Text",
      );
      const { left, right } = boxOf(element);
      const letters = Array.from(value, (_, i) => letterBox(element, i));
      const before = Math.min(...letters.map((box) => box.left)) - left;
      const after = right - Math.max(...letters.map((box) => box.right));
      const isLeft = (textAlign === "start") === (page === "ltr");
      if (textAlign === "center") expect(before).toBeCloseTo(after, -1);
      else expect(isLeft ? before : after).toBeLessThan(2);
      expect(before + after).toBeGreaterThan(50);
    },
  );

  test.for(directions)(
    "of two lines has room for its ellipsis where the page aligns its end: %s",
    async (page) => {
      const other = page === "ltr" ? "rtl" : "ltr";
      const padding = async (direction: "ltr" | "rtl", value: string) => {
        const element = await renderNode(
          { type: "Text", value: value, maxLines: 2, id: direction + value },
          page,
          `[data-node-id="${direction + value}"]`,
        );
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return parseFloat(styleOf(element).paddingInlineEnd);
      };
      expect(await padding(page, texts[page])).toBe(0);
      expect(await padding(other, texts[other].slice(0, 6))).toBe(0);
      // Firefox has no scroll timelines, and moves the line by itself.
      if (CSS.supports("animation-timeline: scroll(self)")) {
        expect(await padding(other, texts[other])).toBeGreaterThan(0);
      }
    },
  );
});

import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { boxOf, styleOf } from "../helpers/queries.js";
import { typography, textNode } from "../helpers/typography.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

const rows = Object.entries(typography).flatMap(([type, sizes]) =>
  Object.entries(sizes).map(
    ([size, [font, line]]) => [type, size, font, line] as const,
  ),
);

const weights = { normal: 400, medium: 500, semibold: 600, bold: 700 };

const long = "A text that is longer by far than the line that it is written in";

const narrow = (widget: WidgetNode) => (
  <div style={{ width: 160 }}>{widgetElement(widget)}</div>
);

describe("textAttributes", () => {
  test.each(rows)("%s %s is %i/%i px", async (type, size, font, line) => {
    await render(widgetElement(textNode(type, { size })));
    const style = styleOf(page.getByText("Hg").element());
    expect(parseFloat(style.fontSize)).toBe(font);
    expect(parseFloat(style.lineHeight)).toBeCloseTo(line, 2);
  });

  test.each([
    ["Title", "20px", "500"],
    ["Text", "16px", "400"],
    ["Caption", "12px", "400"],
    ["Label", "14px", "500"],
  ])(
    "%s by default, also where the size is none",
    async (type, font, weight) => {
      const odd = { size: "huge", weight: 900, textAlign: "justify" };
      for (const props of [{}, odd]) {
        const { unmount } = await render(widgetElement(textNode(type, props)));
        const style = styleOf(page.getByText("Hg").element());
        expect([style.fontSize, style.fontWeight, style.textAlign]).toEqual([
          font,
          weight,
          "start",
        ]);
        await unmount();
      }
    },
  );

  test.each(
    Object.keys(typography).flatMap((type) =>
      Object.entries(weights).map(([name, n]) => [type, name, n] as const),
    ),
  )("%s of weight %s is %i", async (type, weight, n) => {
    await render(widgetElement(textNode(type, { weight })));
    expect(styleOf(page.getByText("Hg").element()).fontWeight).toBe(String(n));
  });

  test.each(["Title", "Text", "Caption"])(
    "%s: truncate, maxLines",
    async (type) => {
      await render(
        narrow({
          type: "Col",
          children: [
            textNode(type, { key: "a", value: `${long} a`, truncate: true }),
            textNode(type, { key: "b", value: `${long} b`, maxLines: 2 }),
            textNode(type, {
              key: "c",
              value: `${long} c`,
              truncate: true,
              maxLines: 1,
            }),
            textNode(type, {
              key: "d",
              value: `${long} d`,
              truncate: true,
              maxLines: 2,
            }),
            textNode(type, { key: "e", value: `${long} e`, truncate: "false" }),
          ],
        }),
      );
      const element = (end: string) =>
        page.getByText(`${long} ${end}`).element();
      const line = parseFloat(styleOf(element("a")).lineHeight);
      const lines = ["a", "b", "c", "d"].map((end) =>
        Math.round(boxOf(element(end)).height / line),
      );
      expect(lines).toEqual([1, 2, 1, 2]);
      expect(styleOf(element("a")).textOverflow).toBe("ellipsis");
      expect(element("a").scrollWidth).toBeGreaterThan(
        element("a").clientWidth,
      );
      expect(boxOf(element("e")).height / line).toBeGreaterThan(2);
    },
  );
});

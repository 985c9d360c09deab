import { describe, expect, test } from "vitest";
import { invalidProp, renderInCard } from "../helpers/unit.js";

const text = { type: "Text", value: "a" };
const inTable = (cell: object) => ({
  type: "Table",
  children: [
    { type: "Table.Row", children: [{ type: "Table.Cell", ...cell }] },
  ],
});

/** A node with a property, which is a number, and the least that this may be. */
const numbers: [node: object, name: string, least: number, whole: boolean][] = [
  [{ type: "Text", value: "a" }, "maxLines", 1, true],
  [{ type: "Text", value: "a" }, "minLines", 0, true],
  [{ type: "Title", value: "a" }, "maxLines", 1, true],
  [{ type: "Caption", value: "a" }, "maxLines", 1, true],
  [{ type: "Textarea", name: "n" }, "rows", 1, true],
  [{ type: "Textarea", name: "n", rows: 5 }, "maxRows", 5, true],
  [{ type: "ListView", children: [text] }, "limit", 1, true],
];

describe.each(numbers)("in %j %s", (node, name, least, whole) => {
  test.each([
    least - 1,
    String(least - 1),
    -3,
    ...(whole ? [least + 0.5] : []),
  ])("%j is reported, and the default applies", (value) => {
    const wrong = renderInCard({ ...node, [name]: value });
    const kind = new RegExp(`whole number from ${least} up\\. The nearest is `);
    expect(wrong.reports()).toEqual(invalidProp(`/${name}`, kind));
    const html = wrong.container.innerHTML;
    wrong.unmount();
    const plain = renderInCard(node).container.innerHTML;
    expect(html.replace(/_r_\w+_/g, "")).toBe(plain.replace(/_r_\w+_/g, ""));
  });

  test.each([least, String(least), least + 7, null, ""])(
    "%j is not reported",
    (value) => {
      expect(renderInCard({ ...node, [name]: value }).reports()).toEqual([]);
    },
  );
});

test.each(["rowSpan", "colSpan"])(
  "in a Table a %s that none can be is reported",
  (span) => {
    for (const value of [0, "0", -1, 1.5]) {
      const cell = { children: [text], [span]: value };
      const { reports, unmount, container } = renderInCard(inTable(cell));
      expect(container.querySelector("td")).not.toHaveAttribute(
        span.toLowerCase(),
      );
      expect(reports()).toEqual(
        invalidProp(
          `/children/0/children/0/${span}`,
          /whole number from 1 up\. The nearest is [12]\./,
        ),
      );
      unmount();
    }
  },
);

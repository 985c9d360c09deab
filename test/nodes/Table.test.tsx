import { describe, expect, test } from "vitest";
import { renderInCard, testInvalidProps } from "../helpers/unit.js";

type Json = Record<string, unknown>;

const cell = (props: Json = {}) => ({
  type: "Table.Cell",
  children: [{ type: "Text", value: "x" }],
  ...props,
});

const row = (...children: Json[]) => ({ type: "Table.Row", children });

const many = (length: number, make: () => Json) => Array.from({ length }, make);

describe("Table", () => {
  testInvalidProps([
    [
      {
        type: "Table",
        children: [
          {
            type: "Table.Row",
            children: [{ type: "Table.Cell", colSpan: "two", children: [] }],
          },
        ],
      },
      "/children/0/children/0/colSpan",
      /number/,
    ],
  ]);

  test.for<[string, Json[]]>([
    [
      "one row of wide cells",
      [row(...many(300, () => cell({ colSpan: 1e9 })))],
    ],
    [
      "rows below each other that each move the next one aside",
      many(300, () => row(cell({ colSpan: 100, rowSpan: 1e9 }))),
    ],
    [
      "wide cells in one row, and many rows below",
      [
        row(...many(300, () => cell({ colSpan: 1000, rowSpan: 1000 }))),
        ...many(300, () => row(cell())),
      ],
    ],
    [
      "tall cells",
      many(300, () => row(...many(5, () => cell({ rowSpan: 1000 })))),
    ],
  ])(
    "no cell spans where there would be millions of columns: %s",
    ([, rows]) => {
      const { container, reports } = renderInCard({
        type: "Table",
        children: rows,
      });
      expect(container.querySelectorAll("tr")).toHaveLength(rows.length);
      expect(container.querySelector("[colspan], [rowspan]")).toBeNull();
      expect(reports()).toMatchObject([
        { code: "invalid-prop", path: "/children/0/children" },
      ]);
    },
  );

  test.for<[string, Json[], string]>([
    [
      "a heading over as many columns as may be",
      [row(cell({ colSpan: 1000 })), row(...many(1000, () => cell()))],
      "[colspan='1000']",
    ],
    [
      "spans in a long table",
      many(400, () => row(cell({ colSpan: 2, rowSpan: 1 }), cell())),
      "[colspan='2']",
    ],
    [
      "a cell beside all rows",
      [row(cell({ rowSpan: 400 }), cell()), ...many(399, () => row(cell()))],
      "[rowspan='400']",
    ],
  ])("%s is no such table", ([, rows, selector]) => {
    const { container, reports } = renderInCard({
      type: "Table",
      children: rows,
    });
    expect(container.querySelector(selector)).not.toBeNull();
    expect(reports()).toEqual([]);
  });

  test("more columns than that, without spans, are shown", () => {
    const { container, reports } = renderInCard({
      type: "Table",
      children: [row(...many(1200, () => cell()))],
    });
    expect(container.querySelectorAll("td")).toHaveLength(1200);
    expect(reports()).toEqual([]);
  });

  test("a row without a table may not span so much either", () => {
    const { container } = renderInCard(
      row(...many(300, () => cell({ colSpan: 1000 }))),
    );
    expect(container.querySelectorAll("td")).toHaveLength(300);
    expect(container.querySelector("[colspan]")).toBeNull();
  });
});

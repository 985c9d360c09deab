import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import {
  Table,
  TableCell,
  TableRow,
  Text,
  type WidgetNode,
} from "../../src/index.js";
import { cell, plans, renderTable, row, table } from "../helpers/tableNodes.js";
import "../../src/styles/index.css";

/** Tags as an outline: `table(thead(tr(th,th)))`. */
function outline(element: Element): string {
  const name = element.tagName.toLowerCase();
  const inner = Array.from(element.children)
    .filter((child) => /^(?:TABLE|THEAD|TBODY|TR|TH|TD)$/.test(child.tagName))
    .map(outline);
  return inner.length > 0 ? `${name}(${inner.join(",")})` : name;
}

async function outlineOf(widget: WidgetNode) {
  const { container } = await renderTable(widget);
  return outline(container.querySelector("table")!);
}

/** A colour token as a browser computes it. */
function colorOf(token: string): string {
  const probe = document.createElement("i");
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe("Table", () => {
  test("header rows are the head, the others the body", async () => {
    await renderTable(plans);
    await expect
      .element(page.getByRole("columnheader", { name: "Price" }))
      .toBeVisible();
    expect(page.getByRole("columnheader").elements()).toHaveLength(2);
    expect(page.getByRole("row").elements()).toHaveLength(3);
    await expect
      .element(page.getByRole("cell", { name: "Studio" }))
      .toBeVisible();
  });

  test.each<[string, WidgetNode, string]>([
    [
      "a head and a body",
      plans,
      "table(thead(tr(th,th)),tbody(tr(td,td),tr(td,td)))",
    ],
    [
      "a heading among the rows stays where it is",
      table(row([cell("a")]), row([cell("b")], true), row([cell("c")])),
      "table(tbody(tr(td),tr(th),tr(td)))",
    ],
    [
      "a heading without words",
      table(row([cell("a"), cell(""), { type: "Table.Cell" }], true)),
      "table(thead(tr(th,td,td)))",
    ],
    ["no rows", table(), "table"],
    ["a head alone", table(row([cell("a")], true)), "table(thead(tr(th)))"],
    [
      "null entries",
      table(null, row([null, cell("a")])),
      "table(tbody(tr(td)))",
    ],
    [
      "other nodes in a table and in a row",
      table(
        row([cell("a"), cell("b")]),
        { type: "Text", value: "among the rows" },
        row([{ type: "Text", value: "among the cells" }, cell("c")]),
      ),
      "table(tbody(tr(td,td),tr(td),tr(td,td)))",
    ],
    ["a row without a table", row([cell("a")]), "table(tbody(tr(td)))"],
  ])("%s", async (_, widget, expected) => {
    expect(await outlineOf(widget)).toBe(expected);
  });

  test("what is no row takes the width of all columns", async () => {
    await renderTable(
      table(row([cell("a"), cell("b", { colSpan: 3 })]), {
        type: "Text",
        value: "wide",
      }),
    );
    expect(page.getByRole("cell", { name: "wide" }).element()).toHaveAttribute(
      "colspan",
      "4",
    );
  });

  test("a cell without a row is a block", async () => {
    await renderTable(cell("alone"));
    const alone = page.getByText("alone").element();
    expect(alone.closest(".wr-TableCell")?.tagName).toBe("DIV");
  });

  test("a table in a cell is a separate table", async () => {
    await renderTable(
      table(
        row(
          [{ type: "Table.Cell", children: [table(row([cell("inner")]))] }],
          true,
        ),
      ),
    );
    expect(
      page.getByText("inner").element().closest("td")?.closest("th"),
    ).not.toBeNull();
  });

  test.each([
    [2, "2"],
    ["3", "3"],
    [5000, "1000"],
    [1, null],
    [0, null],
    [-2, null],
    [1.5, null],
    ["x", null],
    [Infinity, null],
  ])("a span of %s is %s", async (value, expected) => {
    await renderTable(
      table(
        row([
          cell("a", { colSpan: value as number, rowSpan: value as number }),
        ]),
      ),
    );
    const element = page.getByRole("cell", { name: "a" }).element();
    expect(element.getAttribute("colspan")).toBe(expected);
    expect(element.getAttribute("rowspan")).toBe(expected);
  });

  test("spans that would make millions of columns do not freeze the page", async () => {
    const span = { colSpan: 1e9, rowSpan: 1e9 };
    await renderTable(
      table(...Array.from({ length: 2000 }, () => row([cell("a", span)]))),
    );
    expect(page.getByRole("table").element().scrollHeight).toBeGreaterThan(0);
    expect(document.querySelectorAll("[rowspan]")).toHaveLength(0);
  });

  test("the outer cells end where the table ends, beside spans as well", async () => {
    await renderTable(
      table(
        row([cell("a", { rowSpan: 2 }), cell("b"), cell("c")]),
        row([cell("d"), cell("e")]),
        row([cell("f"), cell("g", { colSpan: 2 })]),
      ),
    );
    const padding = (name: string) => {
      const style = getComputedStyle(
        page.getByRole("cell", { name, exact: true }).element(),
      );
      return [style.paddingLeft, style.paddingRight];
    };
    expect(padding("a")).toEqual(["0px", "8px"]);
    expect(padding("b")).toEqual(["8px", "8px"]);
    expect(padding("c")).toEqual(["8px", "0px"]);
    // Under "a", which reaches down to it.
    expect(padding("d")).toEqual(["8px", "8px"]);
    expect(padding("e")).toEqual(["8px", "0px"]);
    expect(padding("f")).toEqual(["0px", "8px"]);
    expect(padding("g")).toEqual(["8px", "0px"]);
  });

  test("cells have their padding, width and alignment", async () => {
    await renderTable(
      table(
        row([
          cell("plain"),
          cell("padded", { padding: { x: 4, y: 1 } }),
          cell("sized", { width: 200 }),
          cell("large", { colSize: "xl" }),
          cell("end", { align: "end", vAlign: "end" }),
        ]),
      ),
    );
    const element = (name: string) =>
      page.getByRole("cell", { name }).element();
    const style = (name: string) => getComputedStyle(element(name));
    expect(style("plain").padding).toBe("10px 8px 10px 0px");
    expect(style("padded").padding).toBe("4px 16px");
    expect(element("large").getBoundingClientRect().width).toBeGreaterThan(239);
    expect(style("end").fontVariantNumeric).toBe("tabular-nums");
    expect(style("end").verticalAlign).toBe("bottom");
    expect(style("plain").verticalAlign).toBe("top");
    const text = page.getByText("end").element().getBoundingClientRect();
    expect(text.right).toBeCloseTo(
      element("end").getBoundingClientRect().right,
      0,
    );
  });

  test("text in a heading cell looks like a heading, unless the author says how", async () => {
    await renderTable(
      table(
        row(
          [
            cell("by itself"),
            {
              type: "Table.Cell",
              children: {
                type: "Text",
                value: "asked for",
                weight: "normal",
                color: "danger",
              },
            },
          ],
          true,
        ),
        row([cell("body"), cell("body")]),
      ),
    );
    const look = (name: string) => {
      const { fontWeight, color } = getComputedStyle(
        page.getByText(name).first().element(),
      );
      return { fontWeight, color };
    };
    expect(look("by itself")).toEqual({
      fontWeight: "600",
      color: colorOf("--wr-text-secondary"),
    });
    expect(look("asked for")).toEqual({
      fontWeight: "400",
      color: colorOf("--wr-text-danger"),
    });
    expect(look("body").fontWeight).toBe("400");
  });

  test("works in JSX, without a warning", async () => {
    const error = vi.spyOn(console, "error");
    await render(
      <Table>
        <TableRow header>
          <TableCell>
            <Text value="Name" />
          </TableCell>
        </TableRow>
        {["a", "b"].map((name) => (
          <TableRow key={name}>
            <TableCell>{name}</TableCell>
          </TableRow>
        ))}
      </Table>,
    );
    expect(page.getByRole("row").elements()).toHaveLength(3);
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
  });
});

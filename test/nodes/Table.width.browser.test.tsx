import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer } from "../../src/index.js";
import { cell, plans, renderTable, row, table } from "../helpers/tableNodes.js";
import "../../src/styles/index.css";

const wide = table(
  row(
    ["One", "Two", "Three"].map((name) => cell(name, { colSize: "xl" })),
    true,
  ),
);

describe("the width of a Table", () => {
  test.each([
    ["xs", 48],
    ["sm", 80],
    ["md", 120],
    ["lg", 180],
    ["xl", 240],
  ] as const)("colSize %s is at least %d px", async (colSize, px) => {
    await renderTable(
      table(row([cell("a"), cell("b", { colSize }), cell("c")])),
      20,
    );
    const { width } = page
      .getByRole("cell", { name: "b" })
      .element()
      .getBoundingClientRect();
    expect(width).toBeCloseTo(px, 0);
  });

  test("a width of a cell cuts a truncated text", async () => {
    await renderTable(
      table(
        row([
          {
            type: "Table.Cell",
            width: 80,
            children: {
              type: "Text",
              value: "A long text in a narrow column",
              truncate: true,
            },
          },
          cell("beside"),
        ]),
      ),
    );
    const text = page.getByText("A long text").element();
    expect(text.scrollWidth).toBeGreaterThan(text.clientWidth);
  });

  test("a table that is too wide scrolls, with the keyboard as well", async () => {
    await renderTable(wide, 300);
    const region = page.getByRole("region", { name: "Table" });
    await expect.element(region).toBeVisible();
    await userEvent.keyboard("{Tab}");
    await expect.element(region).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.poll(() => region.element().scrollLeft).toBeGreaterThan(0);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(
      innerWidth,
    );
  });

  test("a table that fits is no tab stop", async () => {
    const { container } = await renderTable(plans);
    const region = container.querySelector(".wr-Table")!;
    // What ResizeObserver says comes after the layout.
    await new Promise((resolve) => {
      new ResizeObserver(resolve).observe(region);
    });
    expect(region).not.toHaveAttribute("tabindex");
    expect(region).not.toHaveAttribute("role");
    expect(
      container.querySelector("table")!.getBoundingClientRect().width,
    ).toBe(600);
  });

  test("it follows the width of its container", async () => {
    const { rerender } = await renderTable(wide, 300);
    await expect.element(page.getByRole("region")).toBeVisible();
    await rerender(
      <div style={{ width: 790 }}>
        <WidgetRenderer widget={wide} />
      </div>,
    );
    await expect.element(page.getByRole("region")).not.toBeInTheDocument();
  });

  test("words are not torn apart before the table scrolls", async () => {
    await renderTable(
      table(
        row([
          cell("Extraordinarily"),
          cell("Incomprehensible"),
          cell("Misunderstandings"),
        ]),
      ),
      200,
    );
    const heights = page
      .getByRole("cell")
      .elements()
      .map((element) => element.getBoundingClientRect().height);
    for (const height of heights) expect(height).toBeLessThan(45);
  });
});

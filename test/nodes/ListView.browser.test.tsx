import { StrictMode } from "react";
import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import {
  ListView,
  ListViewItem,
  Text,
  WidgetRenderer,
  type WidgetNode,
} from "../../src/index.js";
import { item, list, more, plain, rows } from "../helpers/listNodes.js";
import {
  failOnFaults,
  renderWidget,
  textOf,
  translate,
} from "../helpers/translatedPage.js";
import "../../src/styles/index.css";

describe("ListView", () => {
  test.each([
    ["auto", 6, 6],
    ["auto", 7, 7],
    ["auto", 8, 6],
    [null, 9, 6],
    [3, 4, 4],
    [3, 5, 3],
    [1, 2, 2],
    [1, 3, 1],
    [20, 8, 8],
    [0, 8, 6],
    [-1, 8, 6],
  ] as const)("limit %s of %d rows shows %d", async (limit, count, shown) => {
    await render(<WidgetRenderer widget={list(count, limit)} />);
    await expect.element(rows().first()).toBeVisible();
    expect(rows().elements()).toHaveLength(shown);
    expect(more().elements()).toHaveLength(shown < count ? 1 : 0);
  });

  test("rows behind the limit are not rendered before they are shown", async () => {
    const { container } = await render(<WidgetRenderer widget={list(9, 2)} />);
    expect(container.textContent).not.toContain("Row 3");
  });

  test("show more by keyboard alone: the focus goes on to the first new row", async () => {
    const sendAction = vi.fn();
    await render(
      <StrictMode>
        <WidgetRenderer widget={list(6, 2)} sendAction={sendAction} />
      </StrictMode>,
    );
    await userEvent.keyboard("{Tab}{Tab}{Tab}");
    await expect.element(more()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(more()).not.toBeInTheDocument();
    expect(rows().elements()).toHaveLength(6);
    await expect
      .element(page.getByRole("button", { name: "Row 3" }))
      .toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(sendAction.mock.calls[0]?.[0]).toEqual({
      type: "open",
      payload: { name: "Row 3" },
    });
  });

  test("where rows have no buttons the new row itself gets the focus", async () => {
    await render(<WidgetRenderer widget={list(6, 2, plain)} />);
    expect(page.getByRole("button").elements()).toHaveLength(1);
    await more().click();
    await expect.element(rows().nth(2)).toHaveFocus();
    await expect.element(rows().nth(2)).toHaveTextContent("Row 3");
  });

  test("an opened list stays open when the widget changes", async () => {
    const { rerender } = await render(<WidgetRenderer widget={list(6, 2)} />);
    await more().click();
    await rerender(<WidgetRenderer widget={list(9, 2)} />);
    await expect.element(rows().nth(8)).toBeVisible();
    expect(rows().elements()).toHaveLength(9);
    await expect.element(more()).not.toBeInTheDocument();
  });

  test("the label of the button is the host's", async () => {
    await render(
      <WidgetRenderer
        widget={list(9)}
        labels={{ showMore: "Mehr anzeigen" }}
      />,
    );
    await expect
      .element(page.getByRole("button", { name: "Mehr anzeigen" }))
      .toBeVisible();
  });

  test("a read-only list has no row buttons, and still shows more", async () => {
    await render(<WidgetRenderer interactive={false} widget={list(9, 2)} />);
    expect(page.getByRole("button").elements()).toHaveLength(1);
    await more().click();
    expect(rows().elements()).toHaveLength(9);
  });

  test("any child is a row, null is none; an item outside a list is no li", async () => {
    const { container } = await render(
      <WidgetRenderer
        onError={() => undefined}
        widget={{
          type: "Col",
          children: [
            {
              type: "ListView",
              children: [
                null,
                { type: "Text", value: "Text" },
                plain("Item"),
                { type: "Transition", children: plain("Held") },
              ],
            },
            plain("Outside"),
          ],
        }}
      />,
    );
    expect(
      Array.from(container.querySelectorAll("ul > *"), (row) => row.tagName),
    ).toEqual(["LI", "LI", "LI"]);
    expect(container.querySelectorAll("li li")).toHaveLength(0);
    const heights = rows()
      .elements()
      .map((row) => row.getBoundingClientRect().height);
    // Text 24 + padding 24, and 1 for the line between; a Transition adds nothing.
    expect(heights).toEqual([48, 49, 49]);
    const outside = page.getByText("Outside").element();
    expect(outside.closest(".wr-ListViewItem")?.tagName).toBe("DIV");
    expect(outside.closest("li")).toBeNull();
  });

  test("without rows there is no surface", async () => {
    const { container } = await render(
      <WidgetRenderer
        widget={{ type: "ListView", status: { text: "Nothing" }, children: [] }}
      />,
    );
    await expect.element(page.getByText("Nothing")).toBeVisible();
    expect(container.querySelector("ul")).toBeNull();
  });

  test("works in JSX, where a wrapped item is a row too", async () => {
    const Album = ({ name }: { name: string }) => (
      <ListViewItem>
        <Text value={name} />
      </ListViewItem>
    );
    const { container } = await render(
      <ListView>
        <Album name="A" />
        {null}
        <ListViewItem>
          <Text value="B" />
        </ListViewItem>
      </ListView>,
    );
    expect(container.querySelectorAll("ul > li")).toHaveLength(2);
    expect(container.querySelectorAll("li li")).toHaveLength(0);
  });

  test("updates keep the rows they do not touch", async () => {
    const { rerender } = await render(<WidgetRenderer widget={list(3)} />);
    const second = rows().nth(1).element();
    await rerender(
      <WidgetRenderer
        widget={{
          type: "ListView",
          children: [item("New"), item("Row 1"), item("Row 2")],
        }}
      />,
    );
    await expect
      .element(page.getByRole("button", { name: "New" }))
      .toBeVisible();
    expect(rows().nth(2).element()).toBe(second);
  });

  test("a row's internal props are not read from JSON", async () => {
    let end = () => {};
    const running = new Promise<void>((resolve) => (end = resolve));
    const onError = vi.fn();
    const { container } = await render(
      <WidgetRenderer
        widget={
          { ...item("Row 1"), onPendingChange: 1 } as unknown as WidgetNode
        }
        onAction={() => running}
        onError={onError}
      />,
    );
    expect(container.querySelector("li")).toBeNull();
    await userEvent.click(page.getByRole("button", { name: "Row 1" }));
    await expect.element(page.getByRole("status")).toHaveTextContent("Loading");
    end();
    await expect.element(page.getByRole("status")).toHaveTextContent("");
    expect(onError).not.toHaveBeenCalled();
  });

  test("a long list lays out what is in sight, and can be walked through", async () => {
    await render(
      <div style={{ height: 300, overflow: "auto" }} data-testid="scroll">
        <WidgetRenderer widget={list(400, 1000)} />
      </div>,
    );
    const scroll = page.getByTestId("scroll").element();
    // A browser may make the box that scrolls a stop as well.
    const first = page.getByRole("button", { name: "Row 1", exact: true });
    (first.element() as HTMLElement).focus();
    for (let i = 0; i < 30; i++) await userEvent.keyboard("{Tab}");
    const focused = page.getByRole("button", { name: "Row 31", exact: true });
    await expect.element(focused).toHaveFocus();
    // Rows are measured when they come in sight, which moves those below.
    await vi.waitFor(() => {
      expect(scroll.scrollTop).toBeGreaterThan(1000);
      const box = focused.element().getBoundingClientRect();
      const view = scroll.getBoundingClientRect();
      expect(box.top).toBeGreaterThanOrEqual(view.top);
      expect(box.bottom).toBeLessThanOrEqual(view.bottom);
    });
    // Found by text, though it was never painted.
    page.getByText("Row 400").element().scrollIntoView();
    await expect.element(page.getByText("Row 400")).toBeVisible();
  });
});

describe("a ListView on a translated page", () => {
  failOnFaults();

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

import { StrictMode } from "react";
import { expect, test, vi } from "vitest";
import { page, server, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  ListViewItem,
  ListView,
  Text,
  WidgetRenderer,
  type WidgetNode,
} from "../../src/index.js";
import "../../src/styles/index.css";

const item = (
  name: string,
  ...more: WidgetNode[]
): WidgetNode<"ListViewItem"> => ({
  type: "ListViewItem",
  key: name,
  onClickAction: { type: "open", payload: { name } },
  children: [{ type: "Text", value: name }, ...more],
});

const plain = (name: string): WidgetNode<"ListViewItem"> => ({
  ...item(name),
  onClickAction: null,
});

const names = (count: number) =>
  Array.from({ length: count }, (_, i) => `Row ${i + 1}`);

const list = (
  count: number,
  limit?: number | "auto" | null,
  row = item,
): WidgetNode<"ListView"> => ({
  type: "ListView",
  limit,
  children: names(count).map((name) => row(name)),
});

/** What takes a click in the middle of an element. */
function hitOf(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2);
}

const rows = () => page.getByRole("listitem");
const more = () => page.getByRole("button", { name: "Show more" });

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

test("rows behind the limit are not drawn before they are shown", async () => {
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

test("where rows are no buttons the new row itself takes the focus", async () => {
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
    <WidgetRenderer widget={list(9)} labels={{ showMore: "Mehr anzeigen" }} />,
  );
  await expect
    .element(page.getByRole("button", { name: "Mehr anzeigen" }))
    .toBeVisible();
});

test("a row is one target: it acts by its texts, its button and the room between", async () => {
  const sendAction = vi.fn();
  await render(
    <WidgetRenderer
      widget={{
        type: "ListView",
        children: [
          item("Row 1", { type: "Spacer" }, { type: "Badge", label: "New" }),
          item("Row 2", {
            type: "Col",
            flex: 1,
            children: [{ type: "Text", value: "wide" }],
          }),
        ],
      }}
      sendAction={sendAction}
    />,
  );
  const button = page.getByRole("button", { name: "Row 1" });
  const texts = ["Row 1", "New", "wide"].map((text) => page.getByText(text));
  // What lies under a pointer that aims at their middle, as a test runner does.
  for (const target of [button, ...texts]) {
    expect(target.element().contains(hitOf(target.element()))).toBe(true);
  }
  // Each is clicked for real, and only where nothing lies over it.
  for (const target of [button, ...texts]) await target.click();
  const { left, right, top } = rows().first().element().getBoundingClientRect();
  const between = document.elementFromPoint((left + right) / 2, top + 24);
  expect(between).toBe(button.element());
  const names = sendAction.mock.calls.map(([action]) => action.payload.name);
  expect(names).toEqual(["Row 1", "Row 1", "Row 1", "Row 2"]);
});

test("the button of a row is as high as the row, and adds nothing to it", async () => {
  const sizes = [
    {},
    { width: 120, aspectRatio: 2 },
    { aspectRatio: 8 },
    { width: 120, maxWidth: 80, height: 90 },
    { minHeight: 70, padding: 0 },
  ];
  await render(
    <WidgetRenderer
      widget={{
        type: "ListView",
        children: sizes.flatMap((size, i) => [
          { ...item(`A${i}`), ...size },
          { ...plain(`B${i}`), ...size },
        ]),
      }}
    />,
  );
  await more().click();
  const boxes = rows()
    .elements()
    .map((row) => {
      const content = row.querySelector(".wr-ListViewItem-content")!;
      const { width, height } = content.getBoundingClientRect();
      expect(Math.abs(row.clientHeight - height)).toBeLessThan(1);
      return `${width} × ${height}`;
    });
  const whole = rows().first().element().clientWidth;
  expect(boxes.filter((_, i) => i % 2 === 0)).toEqual([
    `${whole} × 48`,
    "120 × 60",
    `${whole} × ${whole / 8}`,
    "80 × 90",
    `${whole} × 70`,
  ]);
  expect(boxes.filter((_, i) => i % 2 === 1)).toEqual(
    boxes.filter((_, i) => i % 2 === 0),
  );
  for (const button of page.getByRole("button").elements()) {
    expect(button.clientHeight).toBe(button.parentElement!.clientHeight);
  }
});

test("a press on a row moves the focus to its button, without a ring; a key shows the ring around the row", async () => {
  await render(<WidgetRenderer widget={list(2)} onAction={() => undefined} />);
  const button = page.getByRole("button", { name: "Row 1" });
  const ring = (name: string) => {
    const target = page.getByRole("button", { name }).element();
    return [undefined, "::before"].map(
      (part) => getComputedStyle(target, part).outlineStyle,
    );
  };
  const first = page.getByText("Row 1");
  await first.click();
  await expect.element(button).toHaveFocus();
  expect(ring("Row 1")).toEqual(["none", "none"]);
  await userEvent.keyboard("{Tab}");
  await expect
    .element(page.getByRole("button", { name: "Row 2" }))
    .toHaveFocus();
  expect(ring("Row 1")).toEqual(["none", "none"]);
  expect(ring("Row 2")).toEqual(["none", "solid"]);
  // Though the keyboard was in use.
  await first.click();
  await expect.element(button).toHaveFocus();
  expect(ring("Row 1")).toEqual(["none", "none"]);
});

test("a row is filled under the pointer, but not while that is on a control in it", async () => {
  await render(
    <WidgetRenderer
      widget={{
        type: "ListView",
        children: [item("Row 1", { type: "Button", label: "Save" })],
      }}
      onAction={() => undefined}
    />,
  );
  const filled = () => {
    const button = page.getByRole("button", { name: "Row 1" }).element();
    const { backgroundColor } = getComputedStyle(button, "::before");
    return backgroundColor !== "rgba(0, 0, 0, 0)";
  };
  await page.getByText("Row 1").hover();
  await expect.poll(filled).toBe(true);
  await page.getByRole("button", { name: "Save", exact: true }).hover();
  await expect.poll(filled).toBe(false);
});

test("text that is selected across a row starts nothing, and the row's is part of it", async () => {
  const sendAction = vi.fn();
  await render(
    <>
      <p>Before</p>
      <WidgetRenderer widget={list(2)} sendAction={sendAction} />
      <p>After</p>
    </>,
  );
  await userEvent.dragAndDrop(
    page.getByText("Before"),
    page.getByText("Row 2"),
    { sourcePosition: { x: 1, y: 5 }, targetPosition: { x: 30, y: 12 } },
  );
  expect(String(getSelection())).toMatch(/^Before\s+Row 1\s+Row/);
  expect(sendAction).not.toHaveBeenCalled();
  // From one row to another: as with buttons, a click on neither.
  await userEvent.dragAndDrop(page.getByText("Row 1"), page.getByText("Row 2"));
  expect(sendAction).not.toHaveBeenCalled();
});

test("a press on a control that ends beside it is no click on the row", async () => {
  const sendAction = vi.fn();
  await render(
    <WidgetRenderer
      sendAction={sendAction}
      widget={{
        type: "ListView",
        children: [
          item("Row", { type: "Input", name: "note", defaultValue: "mine" }),
        ],
      }}
    />,
  );
  await userEvent.dragAndDrop(page.getByRole("textbox"), page.getByText("Row"));
  expect(sendAction).not.toHaveBeenCalled();
  await page.getByText("Row").click();
  expect(sendAction).toHaveBeenCalledTimes(1);
});

test("a row in a row acts for itself alone", async () => {
  const sendAction = vi.fn();
  const inner: WidgetNode = { type: "ListView", children: [item("Inner")] };
  await render(
    <WidgetRenderer
      sendAction={sendAction}
      widget={{ type: "ListView", children: [item("Outer", inner)] }}
    />,
  );
  await page.getByText("Inner").click();
  const button = page.getByRole("button", { name: "Inner", exact: true });
  await expect.element(button).toHaveFocus();
  await button.click();
  await page.getByText("Outer").click();
  const names = sendAction.mock.calls.map(([action]) => action.payload.name);
  expect(names).toEqual(["Inner", "Inner", "Outer"]);
});

test("quick clicks on a row's text all count", async () => {
  const sendAction = vi.fn();
  await render(<WidgetRenderer widget={list(2)} sendAction={sendAction} />);
  await userEvent.dblClick(page.getByText("Row 1"));
  expect(sendAction).toHaveBeenCalledTimes(2);
  expect(String(getSelection())).toBe("");
});

// Elsewhere the other buttons open a menu that no script can close.
test.skipIf(server.browser !== "chromium")(
  "other mouse buttons on a row do not count, a click with Shift does",
  async () => {
    const sendAction = vi.fn();
    await render(<WidgetRenderer widget={list(2)} sendAction={sendAction} />);
    const text = page.getByText("Row 1");
    await text.click({ button: "right" });
    await text.click({ button: "middle" });
    expect(sendAction).not.toHaveBeenCalled();
    // As on a button.
    await text.click({ modifiers: ["Shift"] });
    expect(sendAction).toHaveBeenCalledTimes(1);
  },
);

test("a click that reaches the content counts, one from a popover does not", async () => {
  const sendAction = vi.fn();
  await render(
    <WidgetRenderer
      sendAction={sendAction}
      widget={{
        type: "ListView",
        children: [
          item("Row", {
            type: "Select",
            name: "seat",
            options: [{ value: "a", label: "Aisle" }],
          }),
        ],
      }}
    />,
  );
  page
    .getByText("Row")
    .element()
    .dispatchEvent(new MouseEvent("click", { bubbles: true }));
  expect(sendAction).toHaveBeenCalledTimes(1);
  await page.getByRole("combobox").click();
  await page.getByRole("option", { name: "Aisle" }).click();
  await expect.element(page.getByRole("combobox")).toHaveTextContent("Aisle");
  expect(sendAction).toHaveBeenCalledTimes(1);
});

test("a control in a row acts for itself alone, by pointer and by keyboard", async () => {
  const sendAction = vi.fn();
  const { container } = await render(
    <WidgetRenderer
      sendAction={sendAction}
      widget={{
        type: "ListView",
        children: [
          item(
            "Row",
            {
              type: "Button",
              label: "Save",
              onClickAction: { type: "save" },
            },
            { type: "Input", name: "note", placeholder: "Note" },
            { type: "Checkbox", name: "done", label: "Done" },
          ),
        ],
      }}
    />,
  );
  expect(container.querySelector("button button, button input")).toBeNull();
  const types = () => sendAction.mock.calls.map(([action]) => action.type);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  expect(types()).toEqual(["save"]);
  await page.getByRole("textbox").click();
  await expect.element(page.getByRole("textbox")).toHaveFocus();
  await page.getByText("Done").click();
  await expect.element(page.getByRole("checkbox")).toBeChecked();
  expect(types()).toEqual(["save"]);
  await userEvent.keyboard("{Shift>}{Tab}{Tab}{Tab}{/Shift}");
  await userEvent.keyboard("{Enter}");
  expect(types()).toEqual(["save", "open"]);
});

test("read-only history has no row buttons, and still opens", async () => {
  await render(<WidgetRenderer interactive={false} widget={list(9, 2)} />);
  expect(page.getByRole("button").elements()).toHaveLength(1);
  await more().click();
  expect(rows().elements()).toHaveLength(9);
});

test("while a row's action runs it says so and the other rows wait", async () => {
  let end = () => {};
  const sendAction = vi.fn(
    () => new Promise<void>((resolve) => (end = resolve)),
  );
  const { rerender } = await render(
    <WidgetRenderer widget={list(3)} sendAction={sendAction} />,
  );
  await page.getByRole("button", { name: "Row 2" }).click();
  await expect.element(rows().nth(1)).toHaveAttribute("aria-busy", "true");
  const inert = () =>
    Array.from(document.querySelectorAll("li"), (row) => row.inert);
  await expect.poll(inert).toEqual([true, false, true]);
  // Those that an update brings as well.
  await rerender(<WidgetRenderer widget={list(4)} sendAction={sendAction} />);
  expect(inert()).toEqual([true, false, true, true]);
  end();
  await expect.poll(inert).toEqual([false, false, false, false]);
  await expect.element(rows().nth(1)).not.toHaveAttribute("aria-busy");
});

test("a row whose action ends at once keeps the focus", async () => {
  // As soon as it shows that it runs.
  let end = () => {};
  const sendAction = vi.fn(() => new Promise<void>((ends) => (end = ends)));
  await render(<WidgetRenderer widget={list(3)} sendAction={sendAction} />);
  const observer = new MutationObserver(() => end());
  observer.observe(rows().nth(1).element(), { attributes: true });
  const row = page.getByRole("button", { name: "Row 2" });
  (row.element() as HTMLElement).focus();
  for (let calls = 1; calls <= 10; calls++) {
    await userEvent.keyboard("{Enter}");
    expect(sendAction).toHaveBeenCalledTimes(calls);
    await expect.element(rows().nth(1)).not.toHaveAttribute("aria-busy");
    await expect.element(row).toHaveFocus();
  }
  observer.disconnect();
});

test("any child is a row, null is none; an item elsewhere is no li", async () => {
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
  // Text 24 + padding 24, and 1 for the line between; held ones no more.
  expect(heights).toEqual([48, 49, 49]);
  const outside = page.getByText("Outside").element();
  expect(outside.closest("[data-node=ListViewItem]")?.tagName).toBe("DIV");
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
  await expect.element(page.getByRole("button", { name: "New" })).toBeVisible();
  expect(rows().nth(2).element()).toBe(second);
});

test("what a list gives its rows is not taken from JSON", async () => {
  let end = () => {};
  const running = new Promise<void>((resolve) => (end = resolve));
  const onError = vi.fn();
  const { container } = await render(
    <WidgetRenderer
      widget={{ ...item("Row 1"), hold: 1 } as unknown as WidgetNode}
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

test("a row that gains or loses its action keeps what is in it", async () => {
  const field: WidgetNode = {
    type: "Input",
    name: "note",
    placeholder: "Note",
  };
  const draw = (row: WidgetNode<"ListViewItem">) => (
    <WidgetRenderer
      widget={{ type: "ListView", children: [row] }}
      onAction={() => undefined}
    />
  );
  const acting = item("Row 1", field);
  const still = { ...acting, onClickAction: null };
  const view = await render(draw(still));
  const note = page.getByPlaceholder("Note");
  await userEvent.fill(note, "mine");
  const element = note.element();
  for (const row of [acting, still]) {
    await view.rerender(draw(row));
    expect(page.getByRole("button", { name: "Row 1" }).query() === null).toBe(
      row === still,
    );
    expect(note.element()).toBe(element);
    await expect.element(note).toHaveValue("mine");
  }
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
  // Found by text, though it was never drawn to the screen.
  page.getByText("Row 400").element().scrollIntoView();
  await expect.element(page.getByText("Row 400")).toBeVisible();
});

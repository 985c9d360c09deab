import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, server, userEvent } from "vitest/browser";
import { WidgetRenderer } from "../../src/index.js";
import { hitOf, item, list, more, plain, rows } from "../helpers/listNodes.js";
import "../../src/styles/index.css";

describe("ListViewItem", () => {
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
    const { left, right, top } = rows()
      .first()
      .element()
      .getBoundingClientRect();
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
    await render(
      <WidgetRenderer widget={list(2)} onAction={() => undefined} />,
    );
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

  test("selecting text across a row starts no action, and selects the row's text", async () => {
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
    await userEvent.dragAndDrop(
      page.getByText("Row 1"),
      page.getByText("Row 2"),
    );
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
    await userEvent.dragAndDrop(
      page.getByRole("textbox"),
      page.getByText("Row"),
    );
    expect(sendAction).not.toHaveBeenCalled();
    await page.getByText("Row").click();
    expect(sendAction).toHaveBeenCalledTimes(1);
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
});

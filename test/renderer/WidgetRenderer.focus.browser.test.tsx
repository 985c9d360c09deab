import { useState } from "react";
import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { button } from "../helpers/queries.js";
import "../../src/styles/index.css";

/** A card whose row has a button, and what the button turns it into. */
const card = (
  row: WidgetNode[],
  rest: WidgetNode[] = [{ type: "Text", value: "Seats" }],
): WidgetNode => ({
  type: "Card",
  children: [...rest, { type: "Row", id: "row", children: row }],
});

const book = (loadingBehavior?: "container" | "self"): WidgetNode => ({
  type: "Button",
  label: "Book",
  onClickAction: { type: "book", loadingBehavior },
});

const more: WidgetNode = { type: "Button", label: "More" };

/** The action of the button shows `next`, at once or after a while. */
async function setUp(first: WidgetNode, next: WidgetNode, waits: boolean) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  function App() {
    const [widget, setWidget] = useState(first);
    return (
      <>
        <input aria-label="Message" />
        <WidgetRenderer
          widget={widget}
          aria-label="Booking"
          onAction={() => {
            if (!waits) return setWidget(next);
            return ended.then(() => setWidget(next));
          }}
        />
        <button type="button">After</button>
      </>
    );
  }
  await render(<App />);
  button("Book").element().focus();
  await userEvent.keyboard("{Enter}");
  return { end };
}

const row = () => document.querySelector("[id$=row], .wr-Row");

describe("the focus after an update", () => {
  test.each<[string, WidgetNode, () => Element | null]>([
    ["removes", card([{ type: "Text", value: "Booked" }]), row],
    ["disables", card([{ ...book(), disabled: true } as WidgetNode]), row],
    [
      "removes with all around it",
      { type: "Text", value: "Booked" },
      () => page.getByRole("group", { name: "Booking" }).element(),
    ],
  ])(
    "an update %s the button that was pressed: the focus stays where it was",
    async (_, next, target) => {
      await setUp(card([book(), more]), next, false);
      await expect.poll(() => document.activeElement).toBe(target());
      await userEvent.keyboard("{Tab}");
      await expect.element(button("After")).toHaveFocus();
    },
  );

  test("the focus also stays there after an action that the whole widget waited for", async () => {
    const next = card([{ type: "Text", value: "Booked" }]);
    const { end } = await setUp(card([book("container"), more]), next, true);
    await expect.poll(() => document.activeElement).toBe(document.body);
    end();
    await expect.element(page.getByText("Booked")).toBeVisible();
    await expect
      .poll(() => document.activeElement?.closest(".wr-root"))
      .not.toBeFalsy();
    await userEvent.keyboard("{Tab}");
    await expect.element(button("After")).toHaveFocus();
  });

  test("a button that stays keeps the focus", async () => {
    await setUp(card([book(), more]), card([book()]), false);
    await expect.element(button("More")).not.toBeInTheDocument();
    await expect.element(button("Book")).toHaveFocus();
  });

  test("a user who has moved the focus meanwhile keeps it there", async () => {
    const next = card([{ type: "Text", value: "Booked" }]);
    const { end } = await setUp(card([book("self"), more]), next, true);
    const message = page.getByRole("textbox", { name: "Message" });
    message.element().focus();
    end();
    await expect.element(page.getByText("Booked")).toBeVisible();
    await expect.element(message).toHaveFocus();
  });
});

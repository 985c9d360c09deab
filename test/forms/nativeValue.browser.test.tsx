import { createRef } from "react";
import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import {
  WidgetRenderer,
  type Action,
  type WidgetNode,
  type WidgetRendererHandle,
} from "../../src/index.js";
import {
  card,
  components,
  control,
  fields,
  fill,
  filled,
  screen,
} from "../helpers/allFields.js";
import "../../src/styles/index.css";

describe("a value that is set without an event", () => {
  const set = (name: string, value: string) =>
    ((control(name).element() as HTMLInputElement).value = value);
  const tick = (name: string) =>
    ((control(name).element() as HTMLInputElement).checked = true);

  async function show(widget: WidgetNode) {
    const sendAction = vi.fn<(action: Action) => void>();
    const handle = createRef<WidgetRendererHandle>();
    const element = (json: WidgetNode) => (
      <WidgetRenderer
        ref={handle}
        widget={json}
        components={components}
        sendAction={sendAction}
      />
    );
    const { rerender } = await render(element(widget));
    return {
      handle,
      sent: () => sendAction.mock.calls.map(([action]) => action),
      update: (json: WidgetNode) => rerender(element(json)),
    };
  }

  test("is sent, shown and remembered", async () => {
    const { sent, update, handle } = await show(card(fields()));
    set("empty", "managed");
    set("note", "managed");
    set("area", "managed");
    set("guests", "7");
    set("meal", "rice");
    tick("off");
    tick("Large");
    tick("Window");
    const values = {
      empty: "managed",
      note: "managed",
      area: "managed",
      guests: 7,
      meal: "rice",
      off: true,
      size: "l",
      seat: "w",
    };
    expect(handle.current?.getFormValues()).toMatchObject(values);
    // State has followed.
    await expect.element(page.getByText("7 guests")).toBeVisible();
    await page.getByRole("button", { name: "Send" }).click();
    expect(sent()).toMatchObject([{ type: "send", payload: values }]);
    const before = screen();
    await update(
      card(fields().map((json) => ({ ...(json as object), id: "again" }))),
    );
    expect(screen()).toEqual(before);
  });

  test("is not overwritten by new JSON before any action", async () => {
    const { update, handle } = await show(card(fields()));
    set("empty", "managed");
    tick("off");
    tick("Window");
    // The field moves to another parent: it unmounts, and its value is kept.
    set("filled", "moved");
    const [empty, name, ...rest] = fields();
    await update(
      card([
        { ...(empty as object), size: "lg" },
        { type: "Row", children: [name] },
        ...rest.map((json) => ({ ...(json as object), id: "again" })),
      ]),
    );
    await expect.element(control("empty")).toHaveValue("managed");
    await expect.element(control("filled")).toHaveValue("moved");
    await expect.element(control("off")).toBeChecked();
    await expect.element(control("Window")).toBeChecked();
    expect(handle.current?.getFormValues()).toMatchObject({
      empty: "managed",
      filled: "moved",
      off: true,
      seat: "w",
    });
  });

  test("goes with the action of a change", async () => {
    const { sent } = await show(card(fields()));
    set("empty", "managed");
    await control("Large").click();
    expect(sent()).toMatchObject([
      { type: "size", payload: { size: "l", empty: "managed" } },
    ]);
  });

  test("satisfies what the author requires, and removes the message", async () => {
    const { sent } = await show(
      card([
        { type: "Input", name: "name", required: true },
        {
          type: "Textarea",
          name: "area",
          pattern: "[a-z]+",
          defaultValue: "1",
        },
      ]),
    );
    const send = page.getByRole("button", { name: "Send" });
    await send.click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    set("name", "managed");
    set("area", "managed");
    await send.click();
    expect(sent()).toMatchObject([
      { payload: { name: "managed", area: "managed" } },
    ]);
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });

  test("is known at once where an event follows, and starts no action", async () => {
    const { sent } = await show(card(fields()));
    set("guests", "9");
    const guests = control("guests").element();
    guests.dispatchEvent(new Event("input", { bubbles: true }));
    await expect.element(page.getByText("9 guests")).toBeVisible();
    tick("off");
    const off = control("off").element();
    off.dispatchEvent(new Event("change", { bubbles: true }));
    await page.getByRole("button", { name: "Send" }).click();
    expect(sent()).toMatchObject([
      { type: "send", payload: { guests: 9, off: true } },
    ]);
  });

  test("is not the value where the control shows something else", async () => {
    const { handle } = await show(card([{ type: "Tags", name: "tags" }]));
    await control("tags").fill("search");
    expect(handle.current?.getFormValues()).toEqual({ tags: ["a"] });
    await page.getByRole("button", { name: "Add" }).click();
    set("tags", "other");
    expect(handle.current?.getFormValues()).toEqual({ tags: ["a", "b"] });
  });
});

test("a reset gives the author's values again", async () => {
  const handle = createRef<WidgetRendererHandle>();
  await render(
    <WidgetRenderer
      ref={handle}
      widget={card(fields())}
      components={components}
    />,
  );
  const before = handle.current?.getFormValues();
  const shown = screen();
  await fill();
  expect(handle.current?.getFormValues()).toEqual(filled);
  document.querySelector("form")?.reset();
  await expect.element(control("filled")).toHaveValue("Ada");
  expect(handle.current?.getFormValues()).toEqual(before);
  expect(screen()).toEqual(shown);
});

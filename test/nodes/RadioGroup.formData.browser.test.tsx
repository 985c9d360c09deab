import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";

const group = (label: string, more?: object): WidgetNode => ({
  type: "RadioGroup",
  name: "trip.class",
  ariaLabel: label,
  options: ["first", "second"].map((value) => ({ value, label: value })),
  ...more,
});

const radio = (label: string, name: string) =>
  page.getByRole("radiogroup", { name: label }).getByRole("radio", { name });

const entries = () => [...new FormData(document.querySelector("form")!)];

test("in a form of the host each group is sent by the name of its field", async () => {
  const { rerender } = await render(
    <form>
      <WidgetRenderer widget={group("Out", { defaultValue: "first" })} />
      <WidgetRenderer widget={group("Back", { required: true })} />
      <WidgetRenderer widget={group("Unnamed", { name: null })} />
    </form>,
  );
  const form = document.querySelector("form")!;
  expect(entries()).toEqual([["trip.class", "first"]]);
  // The browser validates it, as it does any field.
  expect(form.checkValidity()).toBe(false);
  await userEvent.click(radio("Back", "second"));
  await userEvent.click(radio("Unnamed", "first"));
  // Groups of one name have a choice each.
  await expect.element(radio("Out", "first")).toBeChecked();
  await expect.element(radio("Back", "second")).toBeChecked();
  expect(form.checkValidity()).toBe(true);
  expect(entries()).toEqual([
    ["trip.class", "first"],
    ["trip.class", "second"],
  ]);
  // A group that is gone is sent no more, and leaves nothing behind.
  await rerender(
    <form>
      <WidgetRenderer widget={group("Out", { name: "trip.seat" })} />
    </form>,
  );
  await userEvent.click(radio("Out", "second"));
  expect(entries()).toEqual([["trip.seat", "second"]]);
});

test("in the form of a widget as well", async () => {
  await render(
    <WidgetRenderer
      widget={{
        type: "Form",
        children: [
          { type: "Input", name: "note", defaultValue: "a" },
          group("Out", {
            defaultValue: 1,
            options: [{ value: 1, label: "1" }],
          }),
        ],
      }}
    />,
  );
  expect(entries()).toEqual([
    ["note", "a"],
    ["trip.class", "1"],
  ]);
});

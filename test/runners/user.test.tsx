// As a user of the library tests a page of theirs. The same file runs in Vitest with
// jsdom, in Vitest with happy-dom and in Jest with jsdom: scripts/runners.mjs.
import "@testing-library/jest-dom";
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { WidgetNode } from "widget-renderer";
import { show } from "./page.js";

const booking: WidgetNode = {
  type: "Card",
  asForm: true,
  confirm: { label: "Book", action: { type: "book", payload: { id: 7 } } },
  children: [
    { type: "Title", value: "Your seat" },
    { type: "Label", value: "Name", fieldName: "name" },
    { type: "Input", name: "name", required: true },
    { type: "Label", value: "Note", fieldName: "note" },
    { type: "Textarea", name: "note", autoResize: true },
    { type: "Label", value: "Meal", fieldName: "meal" },
    {
      type: "Select",
      name: "meal",
      options: [
        { value: "fish", label: "Fish", disabled: true },
        { value: "pasta", label: "Pasta" },
        { value: "curry", label: "Curry" },
      ],
    },
    { type: "Label", value: "Row", fieldName: "row" },
    {
      type: "Select",
      name: "row",
      // So many are searched.
      options: Array.from({ length: 20 }, (_, row) => ({
        value: `${row + 1}`,
        label: `Row ${row + 1}`,
      })),
    },
    { type: "Label", value: "Day", fieldName: "day" },
    { type: "DatePicker", name: "day", defaultValue: "2030-05-01" },
    { type: "Checkbox", name: "window", label: "At a window" },
    {
      type: "RadioGroup",
      name: "class",
      ariaLabel: "Class",
      options: [
        { value: "first", label: "First" },
        { value: "second", label: "Second" },
      ],
    },
  ],
};

test("a click on a button starts its action", async () => {
  const user = userEvent.setup();
  const { actions } = show({
    type: "Button",
    label: "Check in",
    onClickAction: { type: "check_in", payload: { id: "LH400" } },
  });
  await user.click(screen.getByRole("button", { name: "Check in" }));
  expect(actions).toEqual([{ type: "check_in", payload: { id: "LH400" } }]);
});

test("a row is clicked by its text, by its name and by the keyboard", async () => {
  const user = userEvent.setup();
  const { actions } = show({
    type: "ListView",
    children: ["Oslo", "Rome"].map((value) => ({
      type: "ListViewItem",
      onClickAction: { type: "open", payload: value },
      children: [{ type: "Text", value }],
    })),
  });
  await user.click(screen.getByText("Rome"));
  expect(screen.getByRole("button", { name: "Rome" })).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Oslo" }));
  await user.tab();
  await user.keyboard("{Enter}");
  await user.dblClick(screen.getByText("Oslo"));
  expect(actions.map(({ payload }) => payload)).toEqual([
    "Rome",
    "Oslo",
    "Rome",
    "Oslo",
    "Oslo",
  ]);
});

test("a form is filled in and sent", async () => {
  const user = userEvent.setup();
  const { actions, errors } = show(booking);
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Ada");
  await user.type(screen.getByLabelText("Note"), "No nuts");

  await user.click(screen.getByRole("combobox", { name: "Meal" }));
  await user.click(await screen.findByRole("option", { name: "Curry" }));
  expect(screen.getByRole("combobox", { name: "Meal" })).toHaveTextContent(
    "Curry",
  );

  await user.click(screen.getByRole("combobox", { name: "Row" }));
  await user.type(
    await screen.findByRole("combobox", { name: "Search" }),
    "17",
  );
  await user.click(screen.getByRole("option", { name: "Row 17" }));

  await user.click(screen.getByRole("button", { name: /^Day/ }));
  const calendar = await screen.findByRole("dialog");
  await user.click(within(calendar).getByRole("button", { name: /May 9/ }));

  await user.click(screen.getByLabelText("At a window"));
  await user.click(screen.getByRole("radio", { name: "Second" }));
  await user.click(screen.getByRole("button", { name: "Book" }));
  expect(actions).toEqual([
    {
      type: "book",
      payload: {
        id: 7,
        name: "Ada",
        note: "No nuts",
        meal: "curry",
        row: "17",
        day: "2030-05-09",
        window: true,
        class: "second",
      },
    },
  ]);
  expect(errors).toEqual([]);
});

test("a list is opened and chosen from by the keyboard", async () => {
  const user = userEvent.setup();
  show(booking);
  const meal = screen.getByRole("combobox", { name: "Meal" });
  await user.click(screen.getByLabelText("Note"));
  await user.tab();
  expect(meal).toHaveFocus();
  await user.keyboard("{ArrowDown}");
  await screen.findByRole("listbox");
  await user.keyboard("{Home}{Enter}");
  expect(meal).toHaveTextContent("Pasta");
});

test("an empty field that is required keeps the form from being sent", async () => {
  const user = userEvent.setup();
  const { actions } = show(booking);
  await user.click(screen.getByRole("button", { name: "Book" }));
  const name = screen.getByRole("textbox", { name: "Name" });
  expect(name).toHaveAttribute("aria-invalid", "true");
  expect(name).toHaveFocus();
  expect(screen.getByRole("alert")).not.toBeEmptyDOMElement();
  expect(actions).toEqual([]);
});

test("a field in a folded card is unfolded when it is wrong", async () => {
  const user = userEvent.setup();
  const { actions } = show({
    type: "Card",
    asForm: true,
    confirm: { label: "Book", action: { type: "book" } },
    children: [
      {
        type: "Card",
        collapsed: true,
        children: [
          { type: "Title", value: "More" },
          { type: "Input", name: "code", placeholder: "Code", required: true },
        ],
      },
    ],
  });
  expect(screen.getByPlaceholderText("Code")).not.toBeVisible();
  await user.click(screen.getByRole("button", { name: "Book" }));
  expect(screen.getByPlaceholderText("Code")).toBeVisible();
  expect(screen.getByPlaceholderText("Code")).toBeInvalid();
  expect(actions).toEqual([]);
});

test("what the server refuses is said at the field", async () => {
  const user = userEvent.setup();
  const { errors } = show(booking, () =>
    Promise.reject(
      Object.assign(new Error("Refused"), {
        fieldErrors: { name: "Name is taken" },
      }),
    ),
  );
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Ada");
  await user.click(screen.getByRole("button", { name: "Book" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Name is taken");
  expect(screen.getByRole("textbox", { name: "Name" })).toBeInvalid();
  // A message of a field is no failure of the action as well.
  expect(errors).toEqual([]);
});

test("Markdown is shown", async () => {
  const { errors } = show({
    type: "Markdown",
    value:
      "A **bold** word\n\n- [x] done\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nlet sum = 1;\n```",
  });
  expect(await screen.findByText("bold")).toHaveProperty("tagName", "STRONG");
  expect(screen.getByRole("checkbox")).toBeChecked();
  expect(screen.getByRole("table")).toHaveTextContent("12");
  expect(screen.getByText(/let sum/)).toBeVisible();
  expect(errors).toEqual([]);
});

test("Markdown that is still growing shows no marks", async () => {
  const { container } = show({
    type: "Markdown",
    value: "A **bol",
    streaming: true,
  });
  expect(await screen.findByText("bol")).toHaveProperty("tagName", "STRONG");
  expect(container).not.toHaveTextContent("*");
});

test("every other node is shown", async () => {
  const user = userEvent.setup();
  const card = (value: string): WidgetNode => ({
    type: "Card",
    status: { text: "Ready" },
    children: [
      {
        type: "Table",
        children: [
          {
            type: "Table.Row",
            children: [
              {
                type: "Table.Cell",
                children: [{ type: "Text", value: "Cell" }],
              },
            ],
          },
        ],
      },
      { type: "Image", src: "https://example.com/a.png", alt: "A harbour" },
      { type: "Icon", name: "sparkle" },
      { type: "Icon", name: "lucide:anchor" },
      { type: "Divider" },
      { type: "Spacer" },
      { type: "Badge", label: "New" },
      { type: "Caption", value: "Since May" },
      { type: "Text", value: "Ada", editable: { name: "author" } },
      {
        type: "Chart",
        data: [
          { month: "May", sales: 3, sum: 3 },
          { month: "June", sales: 5, sum: 8 },
        ],
        series: [
          { type: "bar", dataKey: "sales", label: "Sales" },
          { type: "line", dataKey: "sum", label: "Sum" },
        ],
        xAxis: "month",
      },
      { type: "Transition", children: { type: "Text", key: value, value } },
      {
        type: "ListView",
        limit: 2,
        children: ["Oslo", "Rome", "Bern", "Wien"].map((city) => ({
          type: "ListViewItem",
          children: [{ type: "Text", value: city }],
        })),
      },
    ],
  });
  const { container, errors, update } = show(card("One"));
  // What is loaded when it is first needed.
  await waitFor(() => {
    expect(container.querySelector(".wr-Chart-svg")).toBeInTheDocument();
    expect(container.querySelectorAll(".wr-Icon svg")).toHaveLength(2);
  });
  expect(screen.getByRole("cell", { name: "Cell" })).toBeVisible();
  expect(screen.getByRole("img", { name: "A harbour" })).toBeVisible();
  expect(screen.getByRole("columnheader", { name: "Sales" })).toBeVisible();
  await user.clear(screen.getByRole("textbox"));
  await user.type(screen.getByRole("textbox"), "Eve");
  expect(screen.getByRole("textbox")).toHaveValue("Eve");
  await user.click(screen.getByRole("button", { name: "Show more" }));
  expect(screen.getByText("Wien")).toBeVisible();
  update(card("Two"));
  await waitFor(() => expect(screen.queryByText("One")).toBeNull());
  expect(screen.getByText("Two")).toBeVisible();
  expect(errors).toEqual([]);
});

test("the other entries can be imported", async () => {
  const { widgetToText } = await import("widget-renderer/core");
  const { createChatKitClient } = await import("widget-renderer/chatkit");
  const { parseWidgetFile } = await import("widget-renderer/template");
  expect(widgetToText({ type: "Text", value: "Hello" })).toBe("Hello");
  expect(createChatKitClient).toBeInstanceOf(Function);
  expect(parseWidgetFile).toBeInstanceOf(Function);
});

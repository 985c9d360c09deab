import { expect, vi } from "vitest";
import { page, type Locator } from "vitest/browser";

/** How a control is used by keys alone. */
interface Walk {
  /** What is walked, beside the name of the node. */
  what?: string;
  node: Record<string, unknown>;
  /** What Tab comes to. */
  control: () => Locator;
  /** What is pressed there; the second text in the popup that the first one opens. */
  keys?: string | [opens: string, popup: string];
  /** The values of the form after that. */
  values?: Record<string, unknown>;
  /** The types of the actions that were sent. */
  actions?: string[];
  /** What else is true after that. */
  outcome?: () => unknown;
}

const options = [
  { value: "one", label: "One" },
  { value: "two", label: "Two" },
  { value: "three", label: "Three" },
];

const act = (type: string) => ({ type, loadingBehavior: "none" });
const role = (name: string, label: string) => () =>
  page.getByRole(name, { name: label, exact: true });
const text = (value: string) => ({ type: "Text", value });

/** By the type of the node. */
export const walks: Record<string, Walk[]> = {
  Button: ["{Enter}", " "].map((keys) => ({
    what: `by ${keys === " " ? "Space" : "Enter"}`,
    node: { label: "Go", onClickAction: act("go") },
    control: role("button", "Go"),
    keys,
    actions: ["go"],
  })),
  Card: [
    {
      what: "that is folded",
      node: {
        collapsed: true,
        status: { text: "Day" },
        children: [text("Plan")],
      },
      control: role("button", "Day"),
      keys: "{Enter}",
      outcome: () => expect.element(page.getByText("Plan")).toBeVisible(),
    },
    {
      what: "with buttons",
      node: {
        confirm: { label: "Yes", action: act("yes") },
        cancel: { label: "No", action: act("no") },
        children: [text("Sure?")],
      },
      control: role("button", "No"),
      keys: " {Tab} ",
      actions: ["no", "yes"],
    },
  ],
  Chart: [
    {
      node: {
        data: [
          { x: "May", y: 3 },
          { x: "June", y: 4 },
        ],
        series: [{ type: "line", dataKey: "y", label: "Sold" }],
        xAxis: "x",
      },
      control: role("group", "Chart: Sold"),
      keys: "{ArrowRight}{ArrowRight}",
      outcome: () =>
        vi.waitFor(() =>
          expect(
            document.querySelector("[aria-live='polite']"),
          ).toHaveTextContent("June: Sold 4"),
        ),
    },
  ],
  Checkbox: [
    {
      node: { name: "f", label: "News", onChangeAction: act("change") },
      control: role("checkbox", "News"),
      keys: " ",
      values: { f: true },
      actions: ["change"],
    },
  ],
  DatePicker: [
    {
      node: { name: "f", defaultValue: "2026-11-12" },
      control: () => page.getByRole("button", { name: /Nov 1/ }),
      keys: ["{Enter}", "{ArrowRight}{Enter}"],
      values: { f: "2026-11-13" },
    },
    {
      what: "that is emptied",
      node: { name: "f", defaultValue: "2026-11-12", clearable: true },
      control: () =>
        page.getByRole("button", { name: /Nov 1|Select date/ }).first(),
      keys: "{Delete}",
      values: { f: null },
    },
  ],
  Form: [
    {
      node: {
        onSubmitAction: act("send"),
        children: [{ type: "Input", name: "g", placeholder: "Name" }],
      },
      control: role("textbox", "Name"),
      keys: "Ada{Enter}",
      actions: ["send"],
    },
  ],
  Input: [
    {
      node: { name: "f", placeholder: "Name" },
      control: role("textbox", "Name"),
      keys: "Ada",
      values: { f: "Ada" },
    },
    {
      what: "of numbers",
      node: { name: "f", placeholder: "Guests", inputType: "number" },
      control: role("spinbutton", "Guests"),
      keys: "7{ArrowUp}",
      values: { f: "8" },
    },
  ],
  ListView: [
    {
      what: "with more rows",
      node: {
        limit: 1,
        children: ["One", "Two", "Three"].map((value) => ({
          type: "ListViewItem",
          children: [text(value)],
        })),
      },
      control: role("button", "Show more"),
      keys: "{Enter}",
      outcome: () =>
        expect
          .element(page.getByRole("listitem").filter({ hasText: "Two" }))
          .toHaveFocus(),
    },
  ],
  ListViewItem: [
    {
      node: { onClickAction: act("open"), children: [text("Row")] },
      control: role("button", "Row"),
      keys: "{Enter}",
      actions: ["open"],
    },
  ],
  Markdown: [
    {
      node: { value: "Read [the guide](https://example.com)" },
      control: role("link", "the guide"),
    },
    {
      what: "with a wide table",
      node: {
        value: `|${" a |".repeat(60)}\n|${"---|".repeat(60)}\n|${" wide |".repeat(60)}`,
      },
      control: role("region", "Table"),
      keys: "{ArrowRight}",
    },
  ],
  RadioGroup: [
    {
      node: { name: "f", ariaLabel: "Size", options, defaultValue: "one" },
      control: role("radio", "One"),
      keys: "{ArrowDown}{ArrowDown}",
      values: { f: "three" },
    },
  ],
  Select: [
    {
      node: { name: "f", options, placeholder: "Choose" },
      control: () => page.getByRole("combobox"),
      keys: [" ", "{ArrowDown}{Enter}"],
      values: { f: "two" },
    },
    {
      what: "that is searched",
      node: { name: "f", options, searchable: true },
      control: () => page.getByRole("combobox"),
      keys: [" ", "thr{Enter}"],
      values: { f: "three" },
    },
    {
      what: "that is left",
      node: { name: "f", options, defaultValue: "one" },
      control: () => page.getByRole("combobox"),
      keys: [" ", "{ArrowDown}{Escape}"],
      values: { f: "one" },
    },
    {
      what: "that is emptied",
      node: { name: "f", options, defaultValue: "one", clearable: true },
      control: () => page.getByRole("combobox"),
      keys: "{Delete}",
      values: { f: null },
    },
  ],
  Table: [
    {
      what: "that is too wide",
      node: {
        children: {
          type: "Table.Row",
          children: Array.from({ length: 9 }, (_, i) => ({
            type: "Table.Cell",
            colSize: "xl",
            children: `${i}`,
          })),
        },
      },
      control: role("region", "Table"),
      keys: "{ArrowRight}",
    },
  ],
  Text: [
    {
      what: "that is editable",
      node: { value: "Draft", editable: { name: "f", label: "Subject" } },
      control: () => page.getByRole("textbox"),
      keys: "{End}s",
      values: { f: "Drafts" },
    },
  ],
  Textarea: [
    {
      node: { name: "f", placeholder: "Note" },
      control: role("textbox", "Note"),
      keys: "a{Enter}b",
      values: { f: "a\nb" },
    },
  ],
};

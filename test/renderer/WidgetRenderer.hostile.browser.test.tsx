import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import "../../src/styles/index.css";

const show = (widget: unknown) =>
  render(
    <WidgetRenderer
      widget={widget as WidgetNode}
      locale="en"
      onError={() => undefined}
    />,
  );

/** From right to left, and never ended. */
const OVERRIDE = "\u202e\u2067abc";

const nodes = {
  Badge: { label: OVERRIDE },
  Button: { label: OVERRIDE },
  Caption: { value: OVERRIDE },
  Checkbox: { label: OVERRIDE, name: "checkbox" },
  Label: { value: OVERRIDE, fieldName: "label" },
  Markdown: { value: OVERRIDE },
  RadioGroup: {
    name: "radio",
    options: [
      { value: "a", label: OVERRIDE },
      { value: "b", label: "beside" },
    ],
  },
  Text: { value: OVERRIDE },
  Title: { value: OVERRIDE },
};

/** Where the letters of a text begin, from the first one on. */
function lettersOf(text: Text): number[] {
  const range = document.createRange();
  return Array.from(text.data, (_, i) => {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    return Math.round(range.getBoundingClientRect().left);
  });
}

function textsBeside(container: Element): Text[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({ data }) => data === "beside");
}

test.each(["Row", "Col", "Box", "Form", "ListViewItem", "Table.Row"])(
  "a text that overrides its direction leaves those beside it in a %s as they are",
  async (container) => {
    const beside = { type: "Text", value: "beside" };
    const { container: root } = await show({
      type: "Card",
      status: { text: OVERRIDE },
      children: Object.entries(nodes).map(([type, props]) => ({
        type: container,
        children: [beside, { type, ...props }, beside],
      })),
    });
    await expect.element(page.getByRole("checkbox")).toBeVisible();
    const texts = textsBeside(root);
    expect(texts.length).toBeGreaterThanOrEqual(2 * Object.keys(nodes).length);
    for (const text of texts) {
      const letters = lettersOf(text);
      expect(letters).toEqual(letters.toSorted((a, b) => a - b));
    }
  },
);

test("a pattern that would take years is not tested on a long value", async () => {
  const pattern = "(a+)+b";
  const defaultValue = "a".repeat(60);
  await show({
    type: "Form",
    onSubmitAction: { type: "send" },
    children: [
      { type: "Input", name: "line", pattern, defaultValue },
      { type: "Textarea", name: "lines", pattern, defaultValue },
      {
        type: "Text",
        editable: { name: "text", pattern },
        value: defaultValue,
      },
    ],
  });
  for (const field of page.getByRole("textbox").elements()) {
    expect((field as HTMLInputElement).validity.valid).toBe(true);
  }
  // A short one is, as ever.
  const line = page.getByRole("textbox", { name: "line", exact: true });
  await line.fill("ac");
  expect((line.element() as HTMLInputElement).validity.valid).toBe(false);
  await line.fill("aab");
  expect((line.element() as HTMLInputElement).validity.valid).toBe(true);
});

test.each([
  [
    "100,000 siblings",
    () => ({
      type: "Col",
      children: Array(100_000)
        .fill(null)
        .map((_, i) => ({ type: "Spacer", id: i })),
    }),
  ],
  [
    "5,000 levels",
    () => {
      let node: object = { type: "Text", value: "deep" };
      for (let i = 0; i < 5_000; i++) node = { type: "Col", children: [node] };
      return node;
    },
  ],
  [
    "a million siblings below the last level",
    () => {
      const children = Array.from({ length: 1_000_000 }, () => ({
        type: "Text",
        value: "deep",
      }));
      let node: object = { type: "Col", children };
      for (let i = 0; i < 63; i++) node = { type: "Col", children: [node] };
      return node;
    },
  ],
  [
    "10 MB of children that are no nodes",
    () => ({ type: "Col", children: Array(3_000_000).fill(1) }),
  ],
  [
    "10 MB in one text",
    () => ({ type: "Text", truncate: true, value: "word ".repeat(2_000_000) }),
  ],
])("%s: as much as the limits allow, and a notice", async (_, create) => {
  const { container } = await show({
    type: "Card",
    children: [{ type: "Title", value: "before" }, create()],
  });
  // Locators would look at the role of each of them.
  expect(container.textContent).toContain("before");
  expect(container.textContent).toContain("Not everything is shown");
  expect(container.textContent.length).toBeLessThan(300_000);
  expect(container.querySelectorAll("*").length).toBeLessThan(50_100);
});

test("a list of 10,000 options can be opened", async () => {
  const options = Array.from({ length: 10_000 }, (_, i) => ({
    value: i,
    label: `Option ${i}`,
  }));
  await show({ type: "Select", name: "choice", options, searchable: false });
  await page.getByRole("combobox").click();
  await expect
    .element(page.getByRole("option", { name: "Option 0", exact: true }))
    .toBeVisible();
  expect(page.getByRole("option").elements().length).toBeLessThan(200);
});

test("10 MB that nobody sees cost nothing", async () => {
  const note = "x".repeat(100_000);
  const children = Array.from({ length: 100 }, () => ({
    type: "Text",
    value: "seen",
    note,
    onClickAction: { type: "a", payload: note },
  }));
  const { container } = await show({ type: "Col", children });
  expect(container.innerHTML.length).toBeLessThan(20_000);
});

test("a chart of 10 MB has no more elements than a page can show", async () => {
  const data = Array.from({ length: 10_000 }, (_, x) => ({ x, y: x % 7 }));
  const series = Array.from({ length: 200_000 }, () => ({
    type: "line",
    dataKey: "y",
  }));
  const { container } = await show({ type: "Chart", data, series, xAxis: "x" });
  await expect.element(page.getByText("Not everything is shown")).toBeVisible();
  expect(container.querySelectorAll("*").length).toBeLessThan(50_000);
});

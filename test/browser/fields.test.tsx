import type { ComponentProps } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { page, server, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import "../../src/styles/index.css";

type Props = Omit<ComponentProps<typeof WidgetRenderer>, "widget">;

const draw = (widget: WidgetNode, props?: Props) => (
  <WidgetRenderer {...props} widget={widget} />
);

const form = (...children: WidgetNode[]): WidgetNode => ({
  type: "Card",
  asForm: true,
  children,
});

const styleOf = (element: Element) => getComputedStyle(element);

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector("#no-field-sizing")?.remove();
});

/** Name in JSON → [height, gutter, font, radius] in px. */
const sizes = {
  "3xs": [22, 8, 12, 6],
  "2xs": [24, 8, 12, 6],
  xs: [26, 8, 14, 6],
  sm: [28, 10, 14, 8],
  md: [32, 12, 14, 8],
  lg: [36, 12, 14, 8],
  xl: [40, 14, 16, 10],
  "2xl": [44, 16, 16, 12],
  "3xl": [48, 16, 16, 12],
} as const;

test.each(Object.entries(sizes))(
  "Input and Textarea of size %s",
  async (name, [height, gutter, font, radius]) => {
    const size = name as keyof typeof sizes;
    await render(
      draw({
        type: "Col",
        children: [
          { type: "Input", name: "input", size },
          { type: "Input", name: "pill", size, pill: true },
          { type: "Textarea", name: "textarea", size, rows: 2 },
        ],
      }),
    );
    const input = page.getByRole("textbox", { name: "input" }).element();
    const textarea = page.getByRole("textbox", { name: "textarea" }).element();
    const pill = page.getByRole("textbox", { name: "pill" }).element();
    for (const element of [input, textarea]) {
      const style = styleOf(element);
      expect(style.fontSize).toBe(`${font}px`);
      expect(style.borderRadius).toBe(`${radius}px`);
      expect(
        parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth),
      ).toBe(gutter);
      expect(style.lineHeight).toBe("20px");
    }
    expect(input.getBoundingClientRect().height).toBe(height);
    // Each row adds a line of 20 px to the height of the control.
    expect(textarea.getBoundingClientRect().height).toBe(height + 20);
    expect(parseFloat(styleOf(pill).paddingLeft) + 1).toBeCloseTo(
      gutter * 1.33,
      1,
    );
  },
);

test.each([
  ["2xs", 6],
  ["xs", 8],
  ["sm", 10],
  ["md", 12],
  ["lg", 14],
  ["xl", 16],
] as const)("gutterSize %s is %i px", async (gutterSize, px) => {
  await render(draw({ type: "Input", name: "a", size: "3xs", gutterSize }));
  const { paddingLeft } = styleOf(page.getByRole("textbox").element());
  expect(parseFloat(paddingLeft) + 1).toBe(px);
});

test("what JSON may hold: wrong values fall back, nothing else reaches the DOM", async () => {
  const odd = {
    type: "Input",
    name: "age",
    inputType: "hidden",
    size: "huge",
    variant: "solid",
    defaultValue: 42,
    required: "true",
    disabled: "false",
    gutterSize: 3,
    onclick: "alert(1)",
  } as unknown as WidgetNode;
  await render(draw(odd));
  const input = page.getByRole("textbox", { name: "age" });
  await expect.element(input).toHaveValue("42");
  await expect.element(input).toBeEnabled();
  await expect.element(input).toBeRequired();
  await expect.element(input).toHaveAttribute("type", "text");
  await expect.element(input).toHaveAttribute("name", "age");
  const node = input.element().closest('[data-node="Input"]');
  expect(node).toHaveAttribute("data-size", "md");
  expect(node).toHaveAttribute("data-variant", "outline");
  expect(node).not.toHaveAttribute("data-gutter-size");
  await expect.element(input).not.toHaveAttribute("onclick");
});

test("in a row a field takes the room that the others leave", async () => {
  await render(
    <div style={{ width: 400 }}>
      {draw({
        type: "Row",
        gap: 2,
        children: [
          { type: "Text", value: "Voucher code" },
          { type: "Input", name: "code" },
          { type: "Button", label: "Redeem" },
        ],
      })}
    </div>,
  );
  const text = page.getByText("Voucher code").element();
  // The text stays in one line.
  expect(text.getBoundingClientRect().height).toBe(24);
  const button = page.getByRole("button").element().getBoundingClientRect();
  const input = page.getByRole("textbox").element().getBoundingClientRect();
  expect(Math.round(input.right + 8)).toBe(Math.round(button.left));
});

test("a Label names its field, and a click on it goes there", async () => {
  const { container } = await render(
    draw(
      form(
        { type: "Label", value: "E-mail", fieldName: "user.email" },
        { type: "Input", name: "user.email", placeholder: "ada@example.com" },
        { type: "Label", value: "Note", fieldName: "note" },
        { type: "Textarea", name: "note" },
        { type: "Label", value: "Heading", fieldName: "heading" },
        { type: "Text", value: "Hi", editable: { name: "heading" } },
        { type: "Label", value: "Done", fieldName: "done" },
        { type: "Checkbox", name: "done" },
        { type: "Label", value: "Priority", fieldName: "priority" },
        {
          type: "RadioGroup",
          name: "priority",
          options: [{ value: "low", label: "Low" }],
        },
      ),
    ),
  );
  for (const name of ["E-mail", "Note", "Heading"]) {
    await page.getByText(name, { exact: true }).click();
    await expect.element(page.getByRole("textbox", { name })).toHaveFocus();
    await expect
      .element(page.getByLabelText(name, { exact: true }))
      .toHaveFocus();
  }
  await page.getByText("Done").click();
  await expect
    .element(page.getByRole("checkbox", { name: "Done" }))
    .toBeChecked();
  await expect
    .element(page.getByRole("radiogroup", { name: "Priority" }))
    .toBeVisible();
  // One id each, Labels included.
  const ids = [...container.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("without a Label the placeholder names a field, else its name", async () => {
  await render(
    draw(
      form(
        { type: "Input", name: "a", placeholder: "Your city" },
        { type: "Textarea", name: "story" },
        { type: "Checkbox", name: "agreed" },
        { type: "RadioGroup", name: "seat", options: [] },
        { type: "RadioGroup", name: "b", ariaLabel: "Meal" },
      ),
    ),
  );
  for (const [role, name] of [
    ["textbox", "Your city"],
    ["textbox", "story"],
    ["checkbox", "agreed"],
    ["radiogroup", "seat"],
    ["radiogroup", "Meal"],
  ] as const) {
    await expect.element(page.getByRole(role, { name })).toBeInTheDocument();
  }
});

test("two widgets with the same names do not share ids, labels or radios", async () => {
  const widget = form(
    { type: "Label", value: "City", fieldName: "city" },
    { type: "Input", name: "city" },
    {
      type: "RadioGroup",
      name: "seat",
      defaultValue: "a",
      options: [
        { value: "a", label: "Aisle" },
        { value: "w", label: "Window" },
      ],
    },
  );
  await render(
    <>
      {draw(widget)}
      {draw(widget)}
    </>,
  );
  await page.getByText("City").nth(1).click();
  await expect.element(page.getByRole("textbox").nth(1)).toHaveFocus();
  await page.getByRole("radio", { name: "Window" }).nth(1).click();
  await expect
    .element(page.getByRole("radio", { name: "Aisle" }).nth(0))
    .toBeChecked();
  await expect
    .element(page.getByRole("radio", { name: "Window" }).nth(1))
    .toBeChecked();
});

test("fields without a name have ids of their own", async () => {
  const nameless = { type: "Input" } as unknown as WidgetNode;
  await render(draw(form(nameless, nameless)));
  const [a, b] = page.getByRole("textbox").elements();
  expect(a?.id).not.toBe(b?.id);
  expect(a).not.toHaveAttribute("name");
});

/** Everything that holds a value, with the value `v`. */
const filled = (v: string, title = "Form"): WidgetNode =>
  form(
    { type: "Title", value: title },
    { type: "Input", name: "input", defaultValue: v },
    { type: "Textarea", name: "textarea", defaultValue: v },
    { type: "Text", value: v, editable: { name: "text" } },
    { type: "Text", value: v, minLines: 3, editable: { name: "lines" } },
    {
      type: "Checkbox",
      name: "checkbox",
      defaultChecked: v === "a" ? "true" : "false",
    },
    {
      type: "RadioGroup",
      name: "radio",
      defaultValue: v,
      options: ["a", "b", "c"].map((value) => ({ value, label: value })),
    },
  );

const texts = ["input", "textarea", "text", "lines"];
const text = (name: string) => page.getByRole("textbox", { name, exact: true });
const radio = (name: string) => page.getByRole("radio", { name });

test("what is typed survives updates; a changed default wins", async () => {
  const { rerender } = await render(draw(filled("a")));
  for (const name of texts) await text(name).fill("typed");
  await page.getByRole("checkbox").click();
  await radio("c").click();

  // Equal JSON, then an update elsewhere, then one while the caret is inside.
  for (const title of ["Form", "Form", "Changed"]) {
    await rerender(draw(filled("a", title)));
    for (const name of texts)
      await expect.element(text(name)).toHaveValue("typed");
    await expect.element(page.getByRole("checkbox")).not.toBeChecked();
    await expect.element(radio("c")).toBeChecked();
  }
  await text("input").click();
  await userEvent.keyboard("{Home}un");
  await rerender(draw(filled("a", "Again")));
  await expect.element(text("input")).toHaveFocus();
  await userEvent.keyboard("-");
  await expect.element(text("input")).toHaveValue("un-typed");

  await rerender(draw(filled("b", "Again")));
  for (const name of texts) await expect.element(text(name)).toHaveValue("b");
  await expect.element(radio("b")).toBeChecked();
});

test("autoFocus and autoSelect hold for the first drawing only", async () => {
  const widget = (title: string, autoFocus: boolean): WidgetNode =>
    form(
      { type: "Title", value: title },
      {
        type: "Input",
        name: "first",
        defaultValue: "Ada",
        autoFocus: true,
        autoSelect: true,
      },
      { type: "Textarea", name: "second", autoFocus },
    );
  const { rerender } = await render(draw(widget("A", false)));
  await expect.element(text("first")).toHaveFocus();
  await userEvent.keyboard("Bob");
  await expect.element(text("first")).toHaveValue("Bob");
  await rerender(draw(widget("B", true)));
  await expect.element(text("first")).toHaveFocus();
});

test("read-only history takes no focus, shows values, and changes none", async () => {
  const sendAction = vi.fn();
  await render(
    draw(
      form(
        { type: "Input", name: "input", defaultValue: "a", autoFocus: true },
        { type: "Textarea", name: "textarea", defaultValue: "b" },
        {
          type: "Text",
          value: "c",
          editable: { name: "text", autoFocus: true },
        },
        {
          type: "Checkbox",
          name: "box",
          label: "Box",
          defaultChecked: true,
          onChangeAction: { type: "box" },
        },
        {
          type: "RadioGroup",
          name: "radio",
          defaultValue: "x",
          options: [{ value: "x", label: "X" }],
        },
      ),
      { interactive: false, sendAction },
    ),
  );
  expect(document.activeElement).toBe(document.body);
  for (const [name, value] of [
    ["input", "a"],
    ["textarea", "b"],
    ["text", "c"],
  ] as const) {
    await text(name).click();
    await userEvent.keyboard("x");
    await expect.element(text(name)).toHaveValue(value);
    await expect.element(text(name)).toHaveAttribute("readonly");
  }
  await expect.element(page.getByRole("checkbox")).toBeDisabled();
  await page.getByText("Box").click({ force: true });
  await expect.element(page.getByRole("checkbox")).toBeChecked();
  await expect.element(page.getByRole("radio")).toBeChecked();
  expect(sendAction).not.toHaveBeenCalled();
  // Not dimmed.
  for (const node of document.querySelectorAll(
    "[data-readonly], [data-readonly] *",
  )) {
    if (!node.closest("svg")) expect(styleOf(node).opacity).toBe("1");
  }
});

test("password managers are kept out unless the author lets them in", async () => {
  await render(
    draw(
      form(
        { type: "Input", name: "a" },
        { type: "Input", name: "b", allowAutofillExtensions: true },
        {
          type: "Text",
          value: "",
          editable: { name: "c", autoComplete: "street-address" },
        },
        {
          type: "Input",
          name: "d",
          inputType: "password",
          placeholder: "Pass",
        },
      ),
    ),
  );
  await expect.element(text("a")).toHaveAttribute("data-1p-ignore");
  await expect.element(text("a")).toHaveAttribute("data-lpignore", "true");
  await expect.element(text("a")).toHaveAttribute("data-bwignore");
  await expect.element(text("a")).toHaveAttribute("autocomplete", "off");
  await expect.element(text("b")).not.toHaveAttribute("data-1p-ignore");
  await expect.element(text("b")).not.toHaveAttribute("autocomplete");
  await expect
    .element(text("c"))
    .toHaveAttribute("autocomplete", "street-address");
  const password = page.getByPlaceholder("Pass");
  await expect.element(password).toHaveAttribute("type", "password");
  await expect.element(password).not.toHaveAttribute("data-1p-ignore");
});

test("focus is visible, and an invalid value after the reader had a say", async () => {
  await render(
    draw(
      form(
        { type: "Input", name: "mail", inputType: "email" },
        { type: "Textarea", name: "digits", pattern: "\\d+" },
        {
          type: "Text",
          value: "",
          editable: { name: "code", pattern: "x", placeholder: "Code" },
        },
        { type: "Input", name: "last" },
      ),
    ),
  );
  const fields = [text("mail"), text("digits"), text("Code")];
  for (const field of fields) {
    await field.click();
    expect(styleOf(field.element()).outlineStyle).toBe("solid");
    expect(styleOf(field.element()).outlineWidth).toBe("2px");
    await userEvent.keyboard("abc");
  }
  await text("last").click();
  const calm = styleOf(text("last").element()).borderTopColor;
  for (const field of fields) {
    expect(field.element().matches(":user-invalid")).toBe(true);
    expect(styleOf(field.element()).outlineStyle).toBe("none");
  }
  for (const field of fields.slice(0, 2)) {
    await expect
      .poll(() => styleOf(field.element()).borderTopColor)
      .not.toBe(calm);
  }
});

test("a Textarea's pattern speaks the host's language", async () => {
  await render(
    draw(
      { type: "Textarea", name: "a", pattern: "\\d+", defaultValue: "x" },
      { labels: { patternMismatch: "Nur Ziffern" } },
    ),
  );
  const field = text("a").element() as HTMLTextAreaElement;
  expect(field.validationMessage).toBe("Nur Ziffern");
  await text("a").fill("12");
  expect(field.validity.valid).toBe(true);
  await text("a").fill("");
  expect(field.validity.valid).toBe(true);
});

const autosized = (defaultValue: string): WidgetNode => ({
  type: "Textarea",
  name: "a",
  rows: 2,
  maxRows: 4,
  autoResize: true,
  defaultValue,
});

/** As in a browser that does not know the property. */
function withoutFieldSizing() {
  vi.spyOn(CSS, "supports").mockReturnValue(false);
  const style = document.createElement("style");
  style.id = "no-field-sizing";
  style.textContent =
    ".wr-Control, .wr-Text-field { field-sizing: fixed !important }";
  document.head.append(style);
}

test.each([
  ["the browser's own", () => undefined],
  ["measured", withoutFieldSizing],
])("autoResize grows up to maxRows, then scrolls: %s", async (_, prepare) => {
  prepare();
  await render(draw(autosized("one")));
  const element = text("a").element();
  const height = () => element.getBoundingClientRect().height;
  expect(height()).toBe(2 * 20 + 12);
  await text("a").fill("1\n2\n3");
  await expect.poll(height).toBe(3 * 20 + 12);
  await text("a").fill("1\n2\n3\n4\n5\n6");
  await expect.poll(height).toBe(4 * 20 + 12);
  expect(element.scrollHeight).toBeGreaterThan(element.clientHeight);
  await text("a").fill("");
  await expect.poll(height).toBe(2 * 20 + 12);
});

test("a measured field follows its width", async () => {
  withoutFieldSizing();
  const onError = vi.fn();
  window.addEventListener("error", onError, { once: true });
  const { container } = await render(draw(autosized("some words that wrap")));
  const element = text("a").element();
  expect(element.getBoundingClientRect().height).toBe(2 * 20 + 12);
  container.style.width = "70px";
  await expect
    .poll(() => element.getBoundingClientRect().height)
    .toBe(4 * 20 + 12);
  window.removeEventListener("error", onError);
  expect(onError).not.toHaveBeenCalled();
});

test("a measured field that is to grow no more is as high as its rows", async () => {
  withoutFieldSizing();
  const { rerender } = await render(draw(autosized("1\n2\n3")));
  const element = text("a").element();
  const height = () => element.getBoundingClientRect().height;
  await expect.poll(height).toBe(3 * 20 + 12);
  await rerender(
    draw({ ...autosized("1\n2\n3"), autoResize: false } as WidgetNode),
  );
  await expect.poll(height).toBe(2 * 20 + 12);
});

test("without autoResize a Textarea keeps its height, and has no handle", async () => {
  await render(
    draw({ type: "Textarea", name: "a", defaultValue: "1\n2\n3\n4\n5" }),
  );
  const element = text("a").element();
  expect(element.getBoundingClientRect().height).toBe(3 * 20 + 12);
  expect(styleOf(element).resize).toBe("none");
});

test("a Checkbox is as high as its text, its tick as large as its box", async () => {
  const { container } = await render(
    draw({
      type: "Checkbox",
      name: "terms",
      label: "I have read the terms of sale, and accept them",
      defaultChecked: true,
    }),
  );
  const row = container.querySelector(".wr-Checkbox")!.getBoundingClientRect();
  expect(row.width).toBeGreaterThan(200);
  expect(row.height).toBeLessThan(30);
  const input = page.getByRole("checkbox").element().getBoundingClientRect();
  const tick = container.querySelector("svg")!.getBoundingClientRect();
  for (const side of ["left", "top", "width", "height"] as const) {
    expect(Math.abs(tick[side] - input[side])).toBeLessThan(1);
  }
});

test("a Checkbox: the row is the target, Space toggles, each change acts", async () => {
  const sendAction = vi.fn();
  await render(
    draw(
      {
        type: "Checkbox",
        name: "news",
        label: "Send me news",
        onChangeAction: { type: "news" },
      },
      { sendAction },
    ),
  );
  const box = page.getByRole("checkbox", { name: "Send me news" });
  await page.getByText("Send me news").click();
  await expect.element(box).toBeChecked();
  await userEvent.keyboard(" ");
  await expect.element(box).not.toBeChecked();
  expect(sendAction).toHaveBeenCalledTimes(2);
  expect(box.element().getBoundingClientRect().width).toBe(18);
  // The box stands in the middle of the first line.
  const line = page.getByText("Send me news").element().getBoundingClientRect();
  const mark = box.element().getBoundingClientRect();
  expect(mark.top - line.top).toBe((line.height - mark.height) / 2);
});

test.each([
  ["true", true],
  [true, true],
  ["false", false],
  [false, false],
  [null, false],
] as const)("defaultChecked %j", async (defaultChecked, checked) => {
  await render(draw({ type: "Checkbox", name: "a", defaultChecked }));
  expect(
    (page.getByRole("checkbox").element() as HTMLInputElement).checked,
  ).toBe(checked);
});

test("a RadioGroup by keyboard: one stop, arrows move past what is disabled", async () => {
  const sendAction = vi.fn();
  await render(
    draw(
      {
        type: "RadioGroup",
        name: "seat",
        required: true,
        onChangeAction: { type: "seat" },
        options: [
          { value: "a", label: "Aisle" },
          { value: "m", label: "Middle", disabled: true },
          { value: "w", label: "Window" },
        ],
      },
      { sendAction },
    ),
  );
  const group = page.getByRole("radiogroup", { name: "seat" });
  await expect.element(group).toHaveAttribute("aria-required", "true");
  await expect.element(radio("Middle")).toBeDisabled();
  await userEvent.keyboard("{Tab}");
  await expect.element(radio("Aisle")).toHaveFocus();
  await userEvent.keyboard(" {ArrowRight}");
  await expect.element(radio("Window")).toHaveFocus();
  await expect.element(radio("Window")).toBeChecked();
  // In WebKit arrows end at the last one.
  const back = server.browser === "webkit" ? "{ArrowLeft}" : "{ArrowRight}";
  await userEvent.keyboard(back);
  await expect.element(radio("Aisle")).toBeChecked();
  expect(sendAction).toHaveBeenCalledTimes(3);
  expect(sendAction.mock.calls.map(([action]) => action)).toEqual([
    { type: "seat", payload: { seat: "a" } },
    { type: "seat", payload: { seat: "w" } },
    { type: "seat", payload: { seat: "a" } },
  ]);
});

test("options of the same value can each be chosen", async () => {
  await render(
    draw({
      type: "RadioGroup",
      name: "a",
      defaultValue: "1",
      options: [
        { value: "1", label: "One" },
        { value: "1", label: "Uno" },
        { value: 2, label: "Two" },
      ],
    }),
  );
  await expect.element(radio("One")).toBeChecked();
  await radio("Uno").click();
  await expect.element(radio("Uno")).toBeChecked();
  await expect.element(radio("One")).not.toBeChecked();
  await radio("Two").click();
  await radio("One").click();
  await expect.element(radio("One")).toBeChecked();
});

test.each([
  ["missing", undefined, 0, []],
  ["null", null, 0, []],
  ["a text", "abc", 0, ["/options"]],
  [
    "a list of anything",
    [null, 1, "x", {}, { value: "v" }, { label: 2 }],
    2,
    [
      "/options/1",
      "/options/2",
      "/options/3/label",
      "/options/3/value",
      "/options/4/label",
      "/options/5/value",
    ],
  ],
])("options: %s", async (_, options, count, paths) => {
  const onError = vi.fn();
  const widget = { type: "RadioGroup", name: "a", options };
  await render(draw(widget as WidgetNode, { onError }));
  await expect.element(page.getByRole("radiogroup")).toBeInTheDocument();
  expect(page.getByRole("radio").elements()).toHaveLength(count);
  const errors = onError.mock.calls.map(([error]) => error as WidgetError);
  expect(errors.map(({ path }) => path)).toEqual(paths);
});

test("an option whose value is empty is chosen by the reader, not by default", async () => {
  await render(
    draw({
      type: "RadioGroup",
      name: "a",
      options: [
        { value: "", label: "Any" },
        { value: "1", label: "One" },
      ],
    }),
  );
  await expect.element(radio("Any")).not.toBeChecked();
  await radio("Any").click();
  await expect.element(radio("Any")).toBeChecked();
});

test("a Label without a text is none; with one it may stand alone", async () => {
  const { container } = await render(
    draw({
      type: "Col",
      children: [
        { type: "Label", value: "", fieldName: "a" },
        { type: "Label", value: 7, fieldName: "b", textAlign: "end" },
      ],
    }),
  );
  expect(container.querySelectorAll("label")).toHaveLength(1);
  const style = styleOf(page.getByText("7").element());
  expect([style.fontSize, style.fontWeight]).toEqual(["14px", "500"]);
  expect(parseFloat(style.lineHeight)).toBeCloseTo(20, 2);
  expect(style.textAlign).toBe("end");
});

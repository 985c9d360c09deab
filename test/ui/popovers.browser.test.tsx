import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { page, userEvent, type Locator } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type Action,
  type WidgetNode,
} from "../../src/index.js";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { keysComeAt } from "../helpers/press.js";
import "../../src/styles/index.css";

const options = (labels: string[]) =>
  labels.map((label) => ({ label, value: label }));
const few = ["Bern", "Graz", "Lyon", "Oslo"];
const many = Array.from({ length: 40 }, (_, i) => few[i] ?? `City ${i}`);

interface Popup {
  node: WidgetNode;
  trigger: () => Locator;
  /** What it opens. */
  popup: () => Locator;
  /** What the form gets of it. */
  value: string;
}

/** A list without a search hides what lies behind it. */
const includeHidden = true;
const combobox = () =>
  page.getByRole("combobox", { name: "Field", exact: true, includeHidden });
const dialog = () => page.getByRole("dialog", { name: "Field" });

const popups: [string, Popup][] = [
  [
    "a short Select",
    {
      node: {
        type: "Select",
        name: "field",
        options: options(few),
        defaultValue: "Graz",
        onChangeAction: { type: "changed" },
      },
      trigger: combobox,
      popup: () => page.getByRole("listbox", { name: "Field" }),
      value: "Graz",
    },
  ],
  [
    "a Select with a search",
    {
      node: {
        type: "Select",
        name: "field",
        options: options(many),
        defaultValue: "Graz",
        onChangeAction: { type: "changed" },
      },
      trigger: combobox,
      popup: dialog,
      value: "Graz",
    },
  ],
  [
    "a DatePicker",
    {
      node: {
        type: "DatePicker",
        name: "field",
        defaultValue: "2026-11-12",
        onChangeAction: { type: "changed" },
      },
      trigger: () => page.getByRole("button", { name: /^Field\b/ }),
      popup: dialog,
      value: "2026-11-12",
    },
  ],
];

const label: WidgetNode = { type: "Label", value: "Field", fieldName: "field" };

const inForm = (...children: WidgetNode[]): WidgetNode => ({
  type: "Form",
  onSubmitAction: { type: "submit" },
  children,
});

/** Far from every field; WebKitGTK clicks nothing at the very edge of a window. */
const corner = {
  position: "fixed",
  insetInlineEnd: 80,
  insetBlockEnd: 80,
} as const;

/** The widget, with something to press in the far corner of the page. */
async function renderField(widget: WidgetNode) {
  const sendAction = vi.fn<(action: Action) => void>();
  const onPress = vi.fn();
  const onParent = vi.fn();
  const view = await render(
    <div onPointerDown={onParent} onTouchStart={onParent}>
      <WidgetRenderer locale="en-US" sendAction={sendAction} widget={widget} />
      <button type="button" style={corner} onClick={onPress}>
        Behind
      </button>
    </div>,
  );
  const sent = () => sendAction.mock.calls.map(([action]) => action.type);
  return { ...view, onPress, onParent, sent };
}

const behind = () =>
  page.getByRole("button", { name: "Behind", includeHidden });
const focused = () => document.activeElement!;
const value = () =>
  document.querySelector<HTMLInputElement>('input[name="field"]')?.value;

async function focus(target: Locator) {
  await expect.element(target).toBeEnabled();
  (target.element() as HTMLElement).focus();
}

async function open({ trigger, popup }: Popup) {
  await focus(trigger());
  await userEvent.keyboard("{ArrowDown}");
  await expect.poll(() => popup().query()?.contains(focused())).toBe(true);
}

async function isClosed({ trigger, popup, value: before }: Popup) {
  await expect.element(popup()).not.toBeInTheDocument();
  await expect.element(trigger()).toHaveFocus();
  await expect.element(trigger()).toHaveAttribute("aria-expanded", "false");
  expect(value()).toBe(before);
}

/** The events of a tap, as a browser dispatches them. */
function tap(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  const init = {
    bubbles: true,
    cancelable: true,
    composed: true,
    isPrimary: true,
    pointerType: "touch",
    clientX: x + width / 2,
    clientY: y + height / 2,
  };
  const dispatch = (event: Event) => element.dispatchEvent(event);
  dispatch(new PointerEvent("pointerdown", init));
  // Not every browser has touch events where there is no touch screen.
  dispatch(new UIEvent("touchstart", init));
  dispatch(new PointerEvent("pointerup", init));
  dispatch(new UIEvent("touchend", init));
  if (dispatch(new MouseEvent("mousedown", init))) {
    (element as HTMLElement).focus();
  }
  dispatch(new MouseEvent("mouseup", init));
  dispatch(new PointerEvent("click", init));
}

/** A press where the element is, whatever lies in front of it. */
function click(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return userEvent.click(document.documentElement, {
    position: { x: x + width / 2, y: y + height / 2 },
  });
}

function key(name: string, init: KeyboardEventInit) {
  return new KeyboardEvent("keydown", {
    key: name,
    bubbles: true,
    cancelable: true,
    composed: true,
    ...init,
  });
}

const compositions: [string, KeyboardEventInit][] = [
  ["of a composition", { isComposing: true }],
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other sign
  ["that ends a composition in Safari", { keyCode: 229 }],
];

afterEach(async () => {
  vi.restoreAllMocks();
  await page.viewport(800, 600);
});

describe.each(popups)("%s", (_, kind) => {
  const { node, trigger, popup } = kind;

  test.each<[string, () => unknown]>([
    ["a click", () => trigger().click()],
    ["a tap", () => tap(trigger().element())],
    ["Space", () => userEvent.keyboard(" ")],
    ["ArrowDown", () => userEvent.keyboard("{ArrowDown}")],
    ["ArrowUp", () => userEvent.keyboard("{ArrowUp}")],
    ["Enter", () => userEvent.keyboard("{Enter}")],
  ])(
    "is opened by %s, closed by Escape, and gives back the focus",
    async (__, act) => {
      const { sent } = await renderField({
        type: "Col",
        children: [label, node],
      });
      await focus(trigger());
      await act();
      await expect.element(popup()).toBeVisible();
      await expect.poll(() => popup().query()?.contains(focused())).toBe(true);
      await expect.element(trigger()).toHaveAttribute("aria-expanded", "true");
      await userEvent.keyboard("{Escape}");
      await isClosed(kind);
      expect(sent()).toEqual([]);
    },
  );

  test.each<[string, (element: Element) => unknown]>([
    ["click", click],
    ["tap", tap],
  ])("a %s beside it closes it and presses nothing", async (__, press) => {
    const { onPress, onParent } = await renderField(inForm(label, node));
    await open(kind);
    await press(behind().element());
    await isClosed(kind);
    expect(onPress).not.toHaveBeenCalled();
    expect(onParent).not.toHaveBeenCalled();
    // Now nothing lies in front of it.
    await (press === tap ? tap(behind().element()) : behind().click());
    await vi.waitFor(() => expect(onPress).toHaveBeenCalledTimes(1));
    await expect.element(popup()).not.toBeInTheDocument();

    // What opens it is no exception.
    await open(kind);
    await press(trigger().element());
    await isClosed(kind);
  });

  test("a press that begins in it and ends beside it does nothing", async () => {
    const { onPress } = await renderField(inForm(label, node));
    await open(kind);
    const init = { bubbles: true, cancelable: true, composed: true };
    focused().dispatchEvent(new PointerEvent("pointerdown", init));
    focused().dispatchEvent(new MouseEvent("mousedown", init));
    document.body.dispatchEvent(new PointerEvent("pointerup", init));
    document.body.dispatchEvent(new PointerEvent("click", init));
    await expect.element(popup()).toBeVisible();
    // A script's click is no press beside it.
    (behind().element() as HTMLElement).click();
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  test("stays open and beside its field while the window changes its size", async () => {
    await renderField(inForm(label, node));
    await open(kind);
    for (const [width, height] of [
      [390, 700],
      [700, 390],
      [800, 600],
    ] as const) {
      await page.viewport(width, height);
      await vi.waitFor(() => {
        expect(innerWidth).toBe(width);
        const box = popup().element().getBoundingClientRect();
        const field = trigger().element().getBoundingClientRect();
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.bottom).toBeLessThanOrEqual(height);
        expect(box.top).toBeGreaterThanOrEqual(field.bottom);
        expect(box.top).toBeLessThan(field.bottom + 10);
        expect(box.left).toBeLessThan(field.right);
      });
      expect(popup().element()).toContainElement(focused() as HTMLElement);
    }
    await userEvent.keyboard("{Escape}");
    await isClosed(kind);
  });

  test("stays open while the window does not have the focus", async () => {
    await renderField(inForm(label, node));
    await open(kind);
    window.dispatchEvent(new Event("blur"));
    window.dispatchEvent(new Event("focus"));
    await expect.element(trigger()).toHaveAttribute("aria-expanded", "true");
    expect(popup().element()).toContainElement(focused() as HTMLElement);
    await userEvent.keyboard("{Escape}");
    await isClosed(kind);
  });

  test.each(["open", "closed"] as const)(
    "a press beside it presses nothing, within its %s shadow root and outside",
    async (mode) => {
      const host = document.createElement("div");
      document.body.append(host);
      const shadow = host.attachShadow({ mode });
      const onPress = vi.fn();
      const outside = document.createElement("button");
      outside.addEventListener("click", onPress);
      outside.style.cssText =
        "position: fixed; inset-inline-end: 80px; inset-block-end: 120px";
      document.body.append(outside);
      const root = createRoot(shadow);
      onTestFinished(() => {
        root.unmount();
        host.remove();
        outside.remove();
      });
      flushSync(() =>
        root.render(
          <>
            <WidgetRenderer locale="en-US" widget={node} />
            <button type="button" style={corner} onClick={onPress}>
              Within
            </button>
          </>,
        ),
      );
      const button = shadow.querySelector<HTMLElement>(".wr-Trigger")!;
      const within = shadow.querySelector("button:last-child")!;
      const presses: ((element: Element) => unknown)[] = [click, tap];
      for (const other of [within, outside])
        for (const press of presses) {
          button.focus();
          await userEvent.keyboard("{ArrowDown}");
          await vi.waitFor(() =>
            expect(shadow.querySelector(".wr-Popover")).toContainElement(
              shadow.activeElement as HTMLElement,
            ),
          );
          await press(other);
          await vi.waitFor(() =>
            expect(shadow.querySelector(".wr-Popover")).toBeNull(),
          );
          expect(onPress).not.toHaveBeenCalled();
        }
    },
  );

  test.each(
    compositions.flatMap(([what, init]) =>
      ["Enter", "Escape"].map((name) => [name, what, init] as const),
    ),
  )("%s %s neither chooses nor closes", async (name, __, init) => {
    const { sent } = await renderField(inForm(label, node));
    await open(kind);
    focused().dispatchEvent(key(name, init));
    await expect.element(popup()).toBeVisible();
    await expect.element(trigger()).toHaveAttribute("aria-expanded", "true");
    expect(sent()).toEqual([]);
    await userEvent.keyboard("{Escape}");
    await isClosed(kind);
  });

  test.each(["Enter", " "])(
    "%j held down opens it and chooses nothing",
    async (name) => {
      await renderField({ type: "Col", children: [label, node] });
      await focus(trigger());
      trigger().element().dispatchEvent(key(name, {}));
      await expect.poll(() => popup().query()?.contains(focused())).toBe(true);
      // A button that has the focus would be clicked.
      expect(focused().dispatchEvent(key(name, { repeat: true }))).toBe(false);
      await expect.element(popup()).toBeVisible();
      expect(value()).toBe(kind.value);
    },
  );
});

describe("Enter on the closed field", () => {
  const [select, , date] = popups.map(([, { node }]) => node) as [
    WidgetNode,
    WidgetNode,
    WidgetNode,
  ];
  const empty: WidgetNode = { type: "Form", children: [] };
  test.each<[string, WidgetNode, "opens" | "submits"]>([
    ["of a Select", { type: "Col", children: [label, select] }, "opens"],
    ["of a Select in a form", inForm(label, select), "submits"],
    [
      "of a Select in a form with a button",
      {
        ...empty,
        children: [
          label,
          select,
          {
            type: "Button",
            label: "Send",
            submit: true,
            onClickAction: { type: "submit" },
          },
        ],
      },
      "submits",
    ],
    [
      "of a Select where nothing can be submitted",
      { ...empty, children: [label, select] },
      "opens",
    ],
    ["of a DatePicker", { type: "Col", children: [label, date] }, "opens"],
    ["of a DatePicker in a form", inForm(label, date), "opens"],
  ])("%s", async (_, widget, does) => {
    const { sent } = await renderField(widget);
    const trigger = () =>
      page
        .getByLabelText("Field")
        .or(page.getByRole("button", { name: /^Field/ }))
        .first();
    await focus(trigger());
    await userEvent.keyboard("{Enter}");
    if (does === "opens") {
      await expect.element(trigger()).toHaveAttribute("aria-expanded", "true");
      expect(sent()).toEqual([]);
    } else {
      await vi.waitFor(() => expect(sent()).toEqual(["submit"]));
      await expect.element(trigger()).toHaveAttribute("aria-expanded", "false");
    }
  });
});

describe("what is typed within a second", () => {
  const names = ["Aachen", "Bad Ems", "Basel", "Bern", "New Delhi", "New York"];
  test.each([
    ["a letter", "b", "Bad Ems"],
    ["a letter again", "bb", "Basel"],
    ["the start of a name", "be", "Bern"],
    ["a blank within a name", "new y", "New York"],
    ["a blank that goes on with a name", "bad e", "Bad Ems"],
    ["what no name begins with", "bx", "Bad Ems"],
    ["a word after an arrow", "b{ArrowDown}n", "New Delhi"],
    ["a word after Home", "n{Home}b", "Bad Ems"],
  ])("moves in the open list: %s", async (_, keys, name) => {
    keysComeAt(5_000);
    await renderField(
      inForm(label, { type: "Select", name: "field", options: options(names) }),
    );
    await focus(combobox());
    await userEvent.keyboard("{ArrowDown}");
    const option = (text: string) => page.getByRole("option", { name: text });
    await expect.element(option("Aachen")).toHaveFocus();
    await userEvent.keyboard(keys);
    await expect.element(option(name)).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(value()).toBe(name);
  });

  test.each([
    ["a letter, ArrowDown, Space", "b{ArrowDown} ", "Basel"],
    ["a letter and a Space that goes on with no name", "n ", "New Delhi"],
    ["a name and Space", "bern ", "Bern"],
    ["a letter, End, Space", "b{End} ", "New York"],
  ])("Space chooses in the open list after %s", async (_, keys, name) => {
    keysComeAt(5_000);
    await renderField(
      inForm(label, {
        type: "Select",
        name: "field",
        options: options(names.map((text) => text.replace("New ", "New-"))),
      }),
    );
    await focus(combobox());
    await userEvent.keyboard("{ArrowDown}");
    await expect
      .element(page.getByRole("option", { name: "Aachen" }))
      .toHaveFocus();
    await userEvent.keyboard(keys);
    await expect.element(combobox()).toHaveFocus();
    await expect.element(combobox()).toHaveAttribute("aria-expanded", "false");
    expect(value()).toBe(name.replace("New ", "New-"));
  });

  test.each([
    ["a letter", "b", "Bad Ems", false],
    ["a word", "new y", "New York", false],
    ["a word after Delete", "n{Delete}b", "Bad Ems", false],
    ["a letter and ArrowDown", "b{ArrowDown}", "Bad Ems", true],
    ["a name and Space", "bern ", "Bern", true],
  ])("on the closed field: %s", async (_, keys, name, opens) => {
    keysComeAt(5_000);
    await renderField(
      inForm(label, {
        type: "Select",
        name: "field",
        clearable: true,
        options: options(names),
      }),
    );
    await focus(combobox());
    await userEvent.keyboard(keys);
    await expect.element(combobox()).toHaveTextContent(name);
    await expect
      .element(combobox())
      .toHaveAttribute("aria-expanded", String(opens));
    expect(value()).toBe(name);
  });
});

describe("Enter of a composition submits nothing", () => {
  const fields: WidgetNode[] = [
    ...(["text", "number", "email", "password", "tel", "url"] as const).map(
      (inputType): WidgetNode => ({
        type: "Input",
        name: inputType,
        inputType,
      }),
    ),
    { type: "Text", value: "Note", editable: { name: "note" } },
    { type: "Textarea", name: "lines" },
    { type: "Checkbox", name: "done" },
    { type: "RadioGroup", name: "size", options: options(["S", "L"]) },
    { type: "Select", name: "seat", options: options(few) },
    { type: "DatePicker", name: "day" },
  ];
  test.each(
    fields.flatMap((node) =>
      compositions.map(
        ([what, init]) =>
          [`${node.type} ${JSON.stringify(node)}`, what, node, init] as const,
      ),
    ),
  )("%s: %s", async (_, __, node, init) => {
    const { container, sent } = await renderField(inForm(node));
    const control = () =>
      container.querySelector<HTMLElement>(
        "form :is(input, textarea, button):not([type=hidden])",
      );
    await expect.poll(control).not.toBeNull();
    control()!.focus();
    control()!.dispatchEvent(key("Enter", init));
    expect(sent()).toEqual([]);
    await expect.element(page.getByRole("listbox")).not.toBeInTheDocument();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  });
});

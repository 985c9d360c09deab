import { expect, vi } from "vitest";
import { page, userEvent, type Locator } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type Action,
  type WidgetNode,
} from "../../src/index.js";

export const options = (labels: string[]) =>
  labels.map((label) => ({ label, value: label }));
export const few = ["Bern", "Graz", "Lyon", "Oslo"];
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
export const combobox = () =>
  page.getByRole("combobox", { name: "Field", exact: true, includeHidden });
const dialog = () => page.getByRole("dialog", { name: "Field" });

export const popups: [string, Popup][] = [
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

export const label: WidgetNode = {
  type: "Label",
  value: "Field",
  fieldName: "field",
};

export const inForm = (...children: WidgetNode[]): WidgetNode => ({
  type: "Form",
  onSubmitAction: { type: "submit" },
  children,
});

/** Far from every field; WebKitGTK clicks nothing at the very edge of a window. */
export const corner = {
  position: "fixed",
  insetInlineEnd: 80,
  insetBlockEnd: 80,
} as const;

/** The widget, with something to press in the far corner of the page. */
export async function renderField(widget: WidgetNode) {
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

export const behind = () =>
  page.getByRole("button", { name: "Behind", includeHidden });
export const focused = () => document.activeElement!;
export const value = () =>
  document.querySelector<HTMLInputElement>('input[name="field"]')?.value;

export async function focus(target: Locator) {
  await expect.element(target).toBeEnabled();
  (target.element() as HTMLElement).focus();
}

export async function open({ trigger, popup }: Popup) {
  await focus(trigger());
  await userEvent.keyboard("{ArrowDown}");
  await expect.poll(() => popup().query()?.contains(focused())).toBe(true);
}

export async function isClosed({ trigger, popup, value: before }: Popup) {
  await expect.element(popup()).not.toBeInTheDocument();
  await expect.element(trigger()).toHaveFocus();
  await expect.element(trigger()).toHaveAttribute("aria-expanded", "false");
  expect(value()).toBe(before);
}

/** The events of a tap, as a browser dispatches them. */
export function tap(element: Element) {
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
export function click(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return userEvent.click(document.documentElement, {
    position: { x: x + width / 2, y: y + height / 2 },
  });
}

export function key(name: string, init: KeyboardEventInit) {
  return new KeyboardEvent("keydown", {
    key: name,
    bubbles: true,
    cancelable: true,
    composed: true,
    ...init,
  });
}

export const compositions: [string, KeyboardEventInit][] = [
  ["of a composition", { isComposing: true }],
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other sign
  ["that ends a composition in Safari", { keyCode: 229 }],
];

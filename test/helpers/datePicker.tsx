import { expect } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";

export type DateJson = Omit<WidgetNode<"DatePicker">, "type">;

export function renderField(
  date: Partial<DateJson>,
  props?: Partial<WidgetRendererProps>,
) {
  return render(
    <WidgetRenderer
      locale="en-US"
      {...props}
      widget={{
        type: "Form",
        onSubmitAction: { type: "submit" },
        children: [
          { type: "Label", value: "Due", fieldName: "task.due" },
          { type: "DatePicker", name: "task.due", ...date },
        ],
      }}
    />,
  );
}

export const field = () => page.getByRole("button", { name: /^Due\b/ });
export const calendar = () => page.getByRole("dialog", { name: "Due" });
export const month = () => page.getByRole("grid");
export const day = (name: string) =>
  page.getByRole("button", { name, exact: true });
export const value = () =>
  document.querySelector<HTMLInputElement>('input[name="task.due"]')?.value;

/** Keys then go to a day. */
export const dayHasFocus = () =>
  expect
    .poll(() => document.activeElement?.closest("[role=gridcell]"))
    .toBeTruthy();

export async function focusField() {
  await expect.element(field()).toBeEnabled();
  field().element().focus();
  await expect.element(field()).toHaveFocus();
}

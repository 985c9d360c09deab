import { expect } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type WidgetNode,
  type WidgetRendererProps,
} from "../../src/index.js";

export const plans = [
  { value: "starter", label: "Starter", description: "For trying things out" },
  { value: "team", label: "Team" },
  { value: "business", label: "Business" },
  { value: "enterprise", label: "Enterprise", disabled: true },
];

export const cities = Array.from({ length: 40 }, (_, i) => ({
  value: `city-${i}`,
  label: ["Málaga", "Oslo", "Riga", "Lyon"][i] ?? `City ${i}`,
}));

type SelectJson = Omit<WidgetNode<"Select">, "type">;

/** A Select with its Label in a form, between two things that take the focus. */
export function renderField(
  select: Partial<SelectJson>,
  props?: Partial<WidgetRendererProps>,
) {
  return render(
    <WidgetRenderer
      {...props}
      widget={{
        type: "Form",
        onSubmitAction: { type: "submit" },
        children: [
          { type: "Label", value: "Plan", fieldName: "plan" },
          { type: "Select", name: "plan", options: plans, ...select },
          { type: "Button", label: "After" },
        ],
      }}
    />,
  );
}

export const field = () => page.getByRole("combobox", { name: "Plan" });
export const option = (name: string) => page.getByRole("option", { name });
export const value = () =>
  document.querySelector<HTMLInputElement>('input[name="plan"]')?.value;

/** The field takes the focus; keys then go where the focus is. */
export async function focusField() {
  await expect.element(field()).toBeEnabled();
  field().element().focus();
  await expect.element(field()).toHaveFocus();
}

import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, type Locator } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { custom, form, send } from "../helpers/builders.js";
import { button } from "../helpers/queries.js";
import { slowHandler } from "../helpers/slowHandler.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

const options = [
  { value: "one", label: "One" },
  { value: "two", label: "Two" },
];

interface Field {
  /** The node without its name. */
  node: Record<string, unknown>;
  role: string;
  /** Whether a popover has its values. */
  opens?: boolean;
  /** What it is called where a Label says "Topic". @default "Topic" */
  named?: string;
  /** What it is called without a Label. */
  alone: [props: Record<string, unknown>, name: string];
}

const placeholder: Field["alone"] = [
  { placeholder: "Your topic" },
  "Your topic",
];

const fields: Field[] = [
  { node: { type: "Input" }, role: "textbox", alone: placeholder },
  { node: { type: "Textarea" }, role: "textbox", alone: placeholder },
  {
    node: { type: "Text", value: "" },
    role: "textbox",
    alone: placeholder,
  },
  {
    node: { type: "Select", options },
    role: "combobox",
    opens: true,
    alone: placeholder,
  },
  {
    node: { type: "DatePicker" },
    role: "button",
    opens: true,
    // A button has no value but its name.
    named: "Topic Select date…",
    alone: [{ placeholder: "Your day" }, "Your day"],
  },
  {
    node: { type: "Checkbox" },
    role: "checkbox",
    alone: [{ label: "Your topic" }, "Your topic"],
  },
  {
    node: { type: "RadioGroup", options },
    role: "radiogroup",
    alone: [{ ariaLabel: "Your topic" }, "Your topic"],
  },
];

/** The props of an editable Text as a field are in `editable`. */
const jsonOf = (node: Field["node"], props: Record<string, unknown>) =>
  custom(
    node["type"] === "Text"
      ? { ...node, editable: { name: "topic", ...props } }
      : { ...node, name: "topic", ...props },
  );

const cases = fields.map((field) => [field.node["type"], field] as const);

const only = (role: string, name: string): Locator =>
  page.getByRole(role, { name, exact: true });

const show = (
  { node }: Field,
  more: Record<string, unknown> = {},
  label: WidgetNode[] = [],
  props = {},
) => render(widgetElement(form(...label, jsonOf(node, more), send), props));

const topic: WidgetNode[] = [
  { type: "Label", value: "Topic", fieldName: "topic" },
];

/** The element that has the message as its description. */
const described = () =>
  page.elementLocator(document.querySelector("[aria-invalid='true']")!);

describe.each(cases)("a %s", (_, field) => {
  test("is named by its Label", async () => {
    await show(field, {}, topic);
    await expect
      .element(only(field.role, field.named ?? "Topic"))
      .toBeVisible();
  });

  test("without a Label is named by its own text", async () => {
    const [props, name] = field.alone;
    await show(field, props);
    await expect.element(only(field.role, name)).toBeVisible();
  });

  // A Select and a DatePicker have no `required` in the format.
  test.skipIf(field.opens)("says that it is required", async () => {
    await show(field, { required: true }, topic);
    await expect.element(only(field.role, "Topic")).toBeRequired();
  });

  test("announces an error, describes the field with it, and takes the focus there", async () => {
    let errors: Record<string, string> | undefined = { topic: "Not this one." };
    await show(field, {}, topic, { validate: () => errors });
    await button("Send").click();
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("Not this one.");
    await expect
      .element(described())
      .toHaveAccessibleDescription("Not this one.");
    const root = document.querySelector("[data-field='topic']")!;
    expect(root.contains(document.activeElement)).toBe(true);
    expect(root.contains(described().element())).toBe(true);
    errors = undefined;
    await button("Send").click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    expect(document.querySelector("[aria-invalid]")).toBeNull();
  });
});

describe("what changes is announced", () => {
  const status = () => page.getByRole("status");
  const go: WidgetNode = {
    type: "Button",
    label: "Go",
    onClickAction: { type: "go" },
  };

  test("that an action runs, and that it has ended", async () => {
    const { handler, end } = slowHandler(false);
    await render(widgetElement(go, { onAction: handler }));
    // A live region that comes with its text is not announced everywhere.
    await expect.element(status()).toHaveTextContent("");
    await button("Go").click();
    await expect.element(status()).toHaveTextContent("Loading");
    end();
    await expect.element(status()).toHaveTextContent("");
  });

  test("that an action was refused", async () => {
    const refused = Object.assign(new Error("no"), { reason: "refused" });
    await render(
      widgetElement(go, {
        onAction: () => Promise.reject(refused),
        onError: () => undefined,
      }),
    );
    await button("Go").click();
    await expect
      .element(status())
      .toHaveTextContent("Please try again in a moment.");
  });
});

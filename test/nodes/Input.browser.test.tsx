import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { formCard } from "../helpers/builders.js";
import { styleOf, textbox } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

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

describe("Input", () => {
  test.each(Object.entries(sizes))(
    "Input and Textarea of size %s",
    async (name, [height, gutter, font, radius]) => {
      const size = name as keyof typeof sizes;
      await render(
        widgetElement({
          type: "Col",
          children: [
            { type: "Input", name: "input", size },
            { type: "Input", name: "pill", size, pill: true },
            { type: "Textarea", name: "textarea", size, rows: 2 },
          ],
        }),
      );
      const input = page.getByRole("textbox", { name: "input" }).element();
      const textarea = page
        .getByRole("textbox", { name: "textarea" })
        .element();
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
    await render(
      widgetElement({ type: "Input", name: "a", size: "3xs", gutterSize }),
    );
    const { paddingLeft } = styleOf(page.getByRole("textbox").element());
    expect(parseFloat(paddingLeft) + 1).toBe(px);
  });

  test("wrong values in JSON fall back, and unknown props do not reach the DOM", async () => {
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
    await render(widgetElement(odd));
    const input = page.getByRole("textbox", { name: "age" });
    await expect.element(input).toHaveValue("42");
    await expect.element(input).toBeEnabled();
    await expect.element(input).toBeRequired();
    await expect.element(input).toHaveAttribute("type", "text");
    await expect.element(input).toHaveAttribute("name", "age");
    const node = input.element().closest(".wr-Input");
    expect(node).not.toHaveAttribute("data-size");
    expect(node).not.toHaveAttribute("data-variant");
    expect(node).not.toHaveAttribute("data-gutter-size");
    await expect.element(input).not.toHaveAttribute("onclick");
  });

  test("in a row a field takes the room that the others leave", async () => {
    await render(
      <div style={{ width: 400 }}>
        {widgetElement({
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

  test("password managers are kept out unless the author lets them in", async () => {
    await render(
      widgetElement(
        formCard(
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
    await expect.element(textbox("a")).toHaveAttribute("data-1p-ignore");
    await expect.element(textbox("a")).toHaveAttribute("data-lpignore", "true");
    await expect.element(textbox("a")).toHaveAttribute("data-bwignore");
    await expect.element(textbox("a")).toHaveAttribute("autocomplete", "off");
    await expect.element(textbox("b")).not.toHaveAttribute("data-1p-ignore");
    await expect.element(textbox("b")).not.toHaveAttribute("autocomplete");
    await expect
      .element(textbox("c"))
      .toHaveAttribute("autocomplete", "street-address");
    const password = page.getByPlaceholder("Pass");
    await expect.element(password).toHaveAttribute("type", "password");
    await expect.element(password).not.toHaveAttribute("data-1p-ignore");
  });

  test("focus is visible, and an invalid value once the user has changed it", async () => {
    await render(
      widgetElement(
        formCard(
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
    const fields = [textbox("mail"), textbox("digits"), textbox("Code")];
    for (const field of fields) {
      await field.click();
      expect(styleOf(field.element()).outlineStyle).toBe("solid");
      expect(styleOf(field.element()).outlineWidth).toBe("2px");
      await userEvent.keyboard("abc");
    }
    await textbox("last").click();
    const calm = styleOf(textbox("last").element()).borderTopColor;
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
});

import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, server, userEvent } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { boxOf, styleOf } from "../helpers/queries.js";
import { typography, textNode } from "../helpers/typography.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

const sizes = Object.keys(typography.Text) as (keyof typeof typography.Text)[];

describe("an editable Text", () => {
  test.each(sizes)("an editable %s Text looks like the text", async (size) => {
    const text = {
      type: "Text",
      value: "Buy bread",
      size,
      weight: "semibold",
      color: "success",
      textAlign: "end",
      italic: true,
    } as const;
    await render(
      widgetElement({
        type: "Col",
        gap: 2,
        children: [
          { ...text, id: "plain" },
          { ...text, id: "line", editable: { name: "line" } },
          {
            ...text,
            id: "lines",
            value: "Buy\nbread",
            editable: { name: "lines" },
          },
        ],
      }),
    );
    const plain = document.querySelector("[data-node-id='plain']")!;
    // Where the test before has left the pointer there may be a field, which is filled then.
    await userEvent.unhover(plain);
    for (const name of ["line", "lines"]) {
      const outer = document.querySelector(`[data-node-id='${name}']`)!;
      const field = page.getByRole("textbox", { name, exact: true }).element();
      expect(outer).toHaveClass("wr-Text");
      expect(outer).toHaveAttribute("data-editable");
      const rows = name === "lines" ? 2 : 1;
      // Some browsers grow it by a script, which comes later.
      await expect
        .poll(() => boxOf(outer).height)
        .toBeCloseTo(boxOf(plain).height * rows, 3);
      expect(boxOf(outer).width).toBe(boxOf(plain).width);
      for (const property of [
        "color",
        "fontFamily",
        "fontSize",
        "fontStyle",
        "fontWeight",
        "letterSpacing",
        "lineHeight",
        "textAlign",
      ] as const) {
        expect(styleOf(field)[property]).toBe(styleOf(plain)[property]);
      }
      // Its fill fades.
      await expect
        .poll(() => styleOf(field).backgroundColor)
        .toBe("rgba(0, 0, 0, 0)");
      expect(styleOf(field).borderTopWidth).toBe("0px");
      // The fill reaches out on all sides, with the letters where they were.
      const [inner, box] = [boxOf(field), boxOf(outer)];
      expect(box.left - inner.left).toBe(
        parseFloat(styleOf(field).paddingLeft),
      );
      expect(box.top - inner.top).toBe(parseFloat(styleOf(field).paddingTop));
      expect(inner.right - box.right).toBe(
        parseFloat(styleOf(field).paddingRight),
      );
    }
  });

  test("in a row an editable Text is as wide as its text, and grows with it", async () => {
    await render(
      widgetElement({
        type: "Row",
        gap: 2,
        children: [
          { type: "Text", value: "Buy bread", id: "plain" },
          { type: "Text", value: "Buy bread", editable: { name: "title" } },
          { type: "Badge", label: "Draft" },
        ],
      }),
    );
    const field = page.getByRole("textbox");
    const outer = field.element().parentElement!;
    const plain = document.querySelector("[data-node-id='plain']")!;
    expect(Math.abs(boxOf(outer).width - boxOf(plain).width)).toBeLessThan(2);
    await field.fill("Buy bread and milk");
    await expect
      .poll(() => boxOf(outer).width)
      .toBeGreaterThan(boxOf(plain).width + 30);
  });

  test("pointed at, an editable Text shows its field; focused, a ring", async () => {
    await render(
      widgetElement({ type: "Text", value: "Buy", editable: { name: "a" } }),
    );
    const field = page.getByRole("textbox");
    await field.hover();
    await expect
      .poll(() => styleOf(field.element()).backgroundColor)
      .not.toBe("rgba(0, 0, 0, 0)");
    await field.click();
    expect(styleOf(field.element()).outlineStyle).toBe("solid");
    expect(styleOf(field.element()).outlineWidth).toBe("2px");
  });

  test("minLines makes it a field of lines, which grows", async () => {
    await render(
      widgetElement({
        type: "Text",
        value: "One",
        minLines: 2,
        editable: { name: "a" },
      }),
    );
    const field = page.getByRole("textbox");
    const outer = field.element().parentElement!;
    expect(field.element().tagName).toBe("TEXTAREA");
    expect(boxOf(outer).height).toBe(48);
    await field.fill("1\n2\n3\n4");
    await expect.poll(() => boxOf(outer).height).toBe(96);
    await field.fill("");
    await expect.poll(() => boxOf(outer).height).toBe(48);
  });

  test("an empty one shows its placeholder and can be reached", async () => {
    await render(
      widgetElement({
        type: "Row",
        children: [
          {
            type: "Text",
            value: "",
            editable: { name: "a", placeholder: "Add a place", required: true },
          },
          { type: "Text", value: "", editable: { name: "bare" } },
        ],
      }),
    );
    const field = page.getByRole("textbox", { name: "Add a place" });
    await expect.element(field).toBeVisible();
    await expect.element(field).toBeRequired();
    expect(boxOf(field.element()).width).toBeGreaterThan(80);
    expect(
      boxOf(page.getByRole("textbox", { name: "bare" }).element()).width,
    ).toBeGreaterThan(30);
  });

  test("editable: true is named by the node's id, else by its key", async () => {
    const onError = vi.fn();
    await render(
      widgetElement(
        {
          type: "Col",
          children: [
            { type: "Text", value: "A", id: "by-id", key: "k", editable: true },
            { type: "Text", value: "B", key: "by-key", editable: true },
            textNode("Text", { value: "C", id: "c", editable: { name: "" } }),
            textNode("Text", { value: "D", editable: "false" }),
            textNode("Text", { value: "E", editable: false }),
          ],
        },
        { onError },
      ),
    );
    expect(
      page
        .getByRole("textbox")
        .elements()
        .map((element) => element.getAttribute("name")),
    ).toEqual(["by-id", "by-key", "c"]);
    expect(onError).not.toHaveBeenCalled();
  });

  test("an editable Text without any name is read-only, and reported once", async () => {
    const onError = vi.fn();
    const widget: WidgetNode = {
      type: "Col",
      children: [{ type: "Text", value: "Nameless", editable: true }],
    };
    const { rerender } = await render(widgetElement(widget, { onError }));
    await rerender(widgetElement(structuredClone(widget), { onError }));
    await expect.element(page.getByText("Nameless")).toBeVisible();
    expect(page.getByRole("textbox").elements()).toHaveLength(0);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ code: "field-name", path: "/children/0" }),
    );
  });

  // WebKit sets the caret after the click, where nothing can be selected any more.
  test.skipIf(server.browser === "webkit")(
    "autoSelect selects all on each focus, by key and by mouse",
    async () => {
      await render(
        widgetElement({
          type: "Col",
          children: [
            {
              type: "Text",
              value: "Buy bread",
              editable: { name: "a", autoSelect: true },
            },
            { type: "Input", name: "b" },
          ],
        }),
      );
      const field = page.getByRole("textbox", { name: "a" });
      const selected = () => {
        const { value, selectionStart, selectionEnd } =
          field.element() as HTMLInputElement;
        return value.slice(selectionStart!, selectionEnd!);
      };
      await userEvent.keyboard("{Tab}");
      expect(selected()).toBe("Buy bread");
      await userEvent.keyboard("{Tab}");
      await field.click();
      expect(selected()).toBe("Buy bread");
      // A second press sets the caret, which stays when the window comes back.
      await field.click();
      await expect.poll(selected).toBe("");
      field
        .element()
        .dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
      field
        .element()
        .dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
      expect(selected()).toBe("");
      await page.getByRole("textbox", { name: "b" }).click();
      await userEvent.keyboard("{Shift>}{Tab}{/Shift}Buy milk");
      await expect.element(field).toHaveValue("Buy milk");
    },
  );

  test("streamed text reaches a field that nobody has touched", async () => {
    const text = (value: string): WidgetNode => ({
      type: "Text",
      id: "t",
      value,
      editable: { name: "a" },
    });
    const { rerender } = await render(widgetElement(text("Buy")));
    await rerender(widgetElement(text("Buy bread")));
    await expect.element(page.getByRole("textbox")).toHaveValue("Buy bread");
  });

  test("in a row an editable Text is as wide as its text, and as its placeholder", async () => {
    const shown = { type: "Text", size: "lg", weight: "semibold" } as const;
    const edited = (id: string, value: string, placeholder?: string) =>
      ({ ...shown, id, value, editable: { name: id, placeholder } }) as const;
    await render(
      widgetElement({
        type: "Row",
        wrap: "wrap",
        children: [
          { ...shown, id: "plain", value: "Buy bread" },
          edited("line", "Buy bread"),
          edited("lines", "Buy bread\nand milk"),
          edited("empty", "", "Buy bread"),
        ],
      }),
    );
    const widthOf = (id: string) =>
      boxOf(document.querySelector(`[data-node-id='${id}']`)!).width;
    for (const id of ["line", "lines", "empty"]) {
      expect(Math.abs(widthOf(id) - widthOf("plain"))).toBeLessThan(2);
    }
    const field = page.getByRole("textbox", { name: "line", exact: true });
    await field.fill("Buy bread and a good deal more");
    await expect.poll(() => widthOf("line")).toBeGreaterThan(200);
  });
});

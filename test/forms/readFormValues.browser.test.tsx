import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { custom, form, input, send } from "../helpers/builders.js";
import {
  components,
  empty,
  everything,
  full,
  options,
} from "../helpers/formFields.js";
import { button, textbox } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("readFormValues", () => {
  describe("values", () => {
    test.each([
      ["with a default", true, full],
      ["without one", false, empty],
    ])("every control %s", async (_, filled, payload) => {
      const host = recordingHost();
      await render(widgetElement(form(...everything(filled), send), host));
      await button("Send").click();
      expect(host.sent()).toEqual([{ type: "save", payload }]);
      expect(host.sendAction.mock.calls[0]![2].formValues).toEqual(payload);
      expect(host.errors).toEqual([]);
    });

    test("join every action inside, under what the author wrote", async () => {
      const host = recordingHost();
      const payload = { task: { id: 1 }, note: "mine" };
      await render(
        widgetElement(
          form(
            ...everything(true),
            {
              type: "Button",
              label: "Draft",
              onClickAction: { type: "draft", payload },
            },
            {
              type: "Button",
              label: "Text",
              onClickAction: { type: "text", payload: "t_1" },
            },
          ),
          host,
        ),
      );
      await button("Draft").click();
      await button("Text").click();
      expect(host.sent()).toEqual([
        {
          type: "draft",
          payload: { ...full, task: { ...full.task, id: 1 }, note: "mine" },
        },
        { type: "text", payload: "t_1" },
      ]);
      await vi.waitFor(() =>
        expect(host.errors.map(({ code, path }) => [code, path])).toEqual([
          ["payload-collision", "/children/8"],
          ["payload-collision", "/children/9"],
        ]),
      );
    });

    test("join the action of a row as well", async () => {
      const host = recordingHost();
      const row: WidgetNode = {
        type: "ListView",
        children: [
          {
            type: "ListViewItem",
            onClickAction: { type: "row", payload: { id: 1 } },
            children: { type: "Text", value: "Row" },
          },
        ],
      };
      await render(
        widgetElement(form(input("a", { defaultValue: "x" }), row), host),
      );
      await button("Row").click();
      expect(host.sent()).toEqual([
        { type: "row", payload: { id: 1, a: "x" } },
      ]);
    });

    test("hostile, equal and missing names, and what is disabled", async () => {
      const host = recordingHost();
      await render(
        widgetElement(
          form(
            input("__proto__.polluted", { defaultValue: "x" }),
            input("a.constructor", { defaultValue: "x" }),
            input("twice", { defaultValue: "first" }),
            {
              type: "Row",
              children: [input("twice", { defaultValue: "last" })],
            },
            input("off", { disabled: true, defaultValue: "x" }),
            { type: "Select", name: "off.2", options, disabled: true },
            { type: "DatePicker", name: "off.3", disabled: true },
            { type: "Checkbox", name: "off.4", disabled: true },
            { type: "Textarea", name: "off.5", disabled: true },
            { type: "RadioGroup", name: "off.6", options, disabled: true },
            custom({ type: "Input", defaultValue: "nameless" }),
            send,
          ),
          host,
        ),
      );
      await button("Send").click();
      expect(host.sent()).toEqual([
        { type: "save", payload: { twice: "last" } },
      ]);
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      await vi.waitFor(() =>
        expect(host.codes()).toEqual([
          "field-name",
          "field-name",
          "field-name",
        ]),
      );
    });

    test("a change carries the value of its field, outside a form too", async () => {
      const host = recordingHost();
      const onChangeAction = { type: "changed", payload: { id: 1 } };
      await render(
        widgetElement(
          {
            type: "Col",
            children: [
              input("other"),
              { type: "Checkbox", name: "opt.in", onChangeAction },
            ],
          },
          host,
        ),
      );
      await page.getByRole("checkbox").click();
      expect(host.sent()).toEqual([
        { type: "changed", payload: { id: 1, opt: { in: true } } },
      ]);
      expect(host.sendAction.mock.calls[0]![2].formValues).toBeUndefined();
    });

    test("components of the host take part in the form", async () => {
      const host = recordingHost();
      await render(
        widgetElement(
          form(
            custom({
              type: "Rating",
              name: "stars",
              defaultValue: "3",
              onRate: { type: "rated" },
            }),
            custom({ type: "Native", name: "raw.text" }),
            send,
          ),
          { ...host, components },
        ),
      );
      await page.getByRole("button", { name: "stars: 3" }).click();
      await textbox("raw.text").fill("typed");
      await button("Send").click();
      const raw = { text: "native" };
      expect(host.sent()).toEqual([
        { type: "rated", payload: { stars: 4, raw } },
        { type: "save", payload: { stars: 4, raw: { text: "typed" } } },
      ]);
    });
  });

  test("native controls of a component are sent as browsers send them, without those of a widget in it", async () => {
    const host = recordingHost();
    const Controls = () => (
      <>
        <select
          multiple
          name="tags"
          aria-label="Tags"
          defaultValue={["a", "c"]}
        >
          {["a", "b", "c"].map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </select>
        <input aria-label="Nameless" defaultValue="not sent" />
        <input name="off" aria-label="Off" defaultValue="not sent" disabled />
        {["s", "m"].map((size) => (
          <input
            key={size}
            type="radio"
            name="size"
            value={size}
            aria-label={size}
            defaultChecked={size === "m"}
          />
        ))}
        <input type="checkbox" name="news" aria-label="News" />
        <input type="submit" name="button" value="not sent" />
        {widgetElement(input("inner", { defaultValue: "not sent" }))}
      </>
    );
    await render(
      widgetElement(form(custom({ type: "Controls" }), send), {
        ...host,
        components: { Controls },
      }),
    );
    await button("Send").click();
    expect(host.sent()).toEqual([
      { type: "save", payload: { tags: ["a", "c"], size: "m", news: false } },
    ]);
  });

  test("fields may have the names of a form's properties", async () => {
    const host = recordingHost();
    const names = [
      "style",
      "querySelectorAll",
      "closest",
      "setAttribute",
      "firstName",
    ];
    const widget = (gap: number): WidgetNode => ({
      type: "Form",
      onSubmitAction: { type: "save" },
      gap,
      children: [...names.map((name) => input(name)), send],
    });
    const { container, rerender } = await render(
      widgetElement(widget(7), host),
    );
    await button("Send").click();
    expect(host.sent()[0]!.payload).toEqual(
      Object.fromEntries(names.map((name) => [name, ""])),
    );
    // Password managers know a field by its name.
    await expect
      .element(textbox("firstName"))
      .toHaveAttribute("name", "firstName");
    await rerender(widgetElement(widget(9), host));
    expect(getComputedStyle(container.querySelector("form")!).rowGap).toBe(
      "36px",
    );
    expect(host.errors).toEqual([]);
  });
});

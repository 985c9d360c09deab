import { describe, expect, test, vi } from "vitest";
import { cleanup } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";
import { widgetFiles } from "../../stories/widgets/files.js";
import {
  failOnFaults,
  keepTranslating,
  renderWidget,
  textOf,
  textsBesideOthers,
  translate,
  markdown,
} from "../helpers/translatedPage.js";
import "../../src/styles/index.css";

failOnFaults();

/** A copy of a widget in which each node is what `change` makes of it. */
function mapNodes(
  json: unknown,
  change: (node: Record<string, unknown>) => Record<string, unknown>,
): unknown {
  if (Array.isArray(json)) return json.map((item) => mapNodes(item, change));
  if (typeof json !== "object" || json === null) return json;
  const copy = Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      /action/i.test(name) ? value : mapNodes(value, change),
    ]),
  );
  return change(copy);
}

const TEXTS = ["label", "text", "title", "description", "month", "day"];

/** Every text is another one. */
const otherTexts = (node: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      typeof value === "string" &&
      (TEXTS.includes(name) || (name === "value" && "type" in node))
        ? value.toUpperCase()
        : value,
    ]),
  );

/** Changes the children of every node. */
const otherChildren =
  (change: (children: unknown[]) => unknown[]) =>
  (node: Record<string, unknown>) =>
    Array.isArray(node["children"])
      ? { ...node, children: change(node["children"]) }
      : node;

const changes = {
  "every text changes": otherTexts,
  "every second node goes": otherChildren((children) =>
    children.filter((_, index) => index % 2 === 0),
  ),
  "nodes come in front": otherChildren(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...(first as object), id: null, key: "new" }, first, ...rest],
  ),
  "the order is the other way round": otherChildren((children) =>
    children.toReversed(),
  ),
};

describe("a translated page", () => {
  test.for(Object.entries(widgetFiles))(
    "%s shows the texts of its updates on a translated page",
    async ([, { text, data }]) => {
      const widget = renderWidgetTemplate(
        parseWidgetFile(text),
        JSON.parse(data) as object,
      ) as WidgetNode;
      const wanted: Record<string, string> = {};
      const versions = Object.entries(changes).map(
        ([name, change]) =>
          [name, mapNodes(widget, change) as WidgetNode] as const,
      );
      for (const [name, json] of versions) {
        wanted[name] = textOf((await renderWidget(json)).element);
        await cleanup();
      }
      const { element, update } = await renderWidget(widget);
      const before = textOf(element);
      expect(textsBesideOthers(element)).toEqual([]);
      const shown: typeof wanted = {};
      for (const [name, json] of versions) {
        translate();
        await update(json);
        shown[name] = textOf(element);
        // What has come is translated as well, and goes again.
        translate();
        await update(widget);
        expect(textOf(element)).toBe(before);
      }
      expect(shown).toEqual(wanted);
    },
  );

  test("a status, a title and a button show their new texts, also while an action runs", async () => {
    let end = () => undefined as void;
    const sendAction = () => new Promise<void>((resolve) => (end = resolve));
    const card = (text: string, label: string): WidgetNode => ({
      type: "Card",
      status: { text, icon: "info" },
      children: [
        { type: "Button", key: "b", label, onClickAction: { type: "go" } },
      ],
    });
    const { element, update } = await renderWidget(card("Two seats", "Book"), {
      sendAction,
    });
    translate();
    await userEvent.click(page.getByRole("button"));
    await expect
      .poll(() => element.querySelector(".wr-Spinner"))
      .not.toBeNull();
    translate();
    await update(card("One seat", "Booking"), { sendAction });
    expect(textOf(element)).toBe("One seatBookingLoading");
    translate();
    end();
    await expect.poll(() => element.querySelector(".wr-Spinner")).toBeNull();
    await update(card("No seat", "Booked"), { sendAction });
    expect(textOf(element)).toBe("No seatBooked");
  });

  test("a message of a field appears, changes and disappears", async () => {
    const rejection = (message: string) =>
      Object.assign(new Error(message), { fieldErrors: { name: message } });
    const messages = ["Taken", "Taken as well"];
    const sendAction = vi.fn(() =>
      messages.length > 0
        ? Promise.reject(rejection(messages.shift()!))
        : Promise.resolve(),
    );
    const { element } = await renderWidget(
      {
        type: "Form",
        onSubmitAction: { type: "save" },
        children: [
          { type: "Label", value: "Name", fieldName: "name" },
          { type: "Input", name: "name", defaultValue: "Ada" },
          { type: "Button", label: "Save", submit: true },
        ],
      },
      { sendAction },
    );
    const save = () => userEvent.click(page.getByRole("button"));
    const message = () => {
      const alert = element.querySelector("[role=alert]");
      return alert && textOf(alert);
    };
    translate();
    await save();
    await expect.poll(message).toBe("Taken");
    translate();
    await save();
    await expect.poll(message).toBe("Taken as well");
    translate();
    await save();
    await expect.poll(message).toBeNull();
  });

  test("a translation that comes later is replaced as well", async () => {
    const stop = keepTranslating();
    try {
      const { element, update } = await renderWidget(
        markdown("A **first** text"),
      );
      const translated = () =>
        element.querySelector(".wr-Markdown")!.textContent;
      await expect.poll(translated).toBe("‹A ›‹first›‹ text›");
      await update(markdown("A **second** text, and *more*"));
      await expect.poll(translated).toBe("‹A ›‹second›‹ text, and ›‹more›");
      await update(markdown("The **end**"));
      await expect.poll(translated).toBe("‹The ›‹end›");
    } finally {
      stop();
    }
  });
});

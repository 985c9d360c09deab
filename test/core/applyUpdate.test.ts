import { describe, expect, test } from "vitest";
import { applyUpdate, type WidgetUpdate } from "../../src/core/index.js";
import { freeze } from "../helpers/freeze.js";

const delta = (component_id: string, delta: string): WidgetUpdate => ({
  type: "widget.streaming_text.value_delta",
  component_id,
  delta,
  done: false,
});
const component = (component_id: string, component: unknown): WidgetUpdate => ({
  type: "widget.component.updated",
  component_id,
  component,
});

const card = freeze({
  type: "Card",
  id: "root",
  children: [
    { type: "Title", value: "Draft" },
    null,
    {
      type: "Row",
      id: "row",
      children: [
        { type: "Text", id: "body", value: "Hi" },
        { type: "Text", id: "body", value: "second" },
      ],
    },
    {
      type: "Transition",
      children: { type: "Markdown", id: "inside", value: "a" },
    },
    { type: "Text", id: "none" },
    { type: "Text", id: "null", value: null },
    { type: "Text", id: "number", value: 4 },
    { type: "Text", id: "object", value: { a: 1 } },
  ],
});
const at = (widget: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (value as Record<string | number, unknown>)[name],
    widget,
  );

describe("applyUpdate", () => {
  test("a delta is added at the end of the text, in the first node with that id", () => {
    const next = applyUpdate(card, freeze(delta("body", " Harry")));
    expect(at(next, "children", 2, "children", 0)).toEqual({
      type: "Text",
      id: "body",
      value: "Hi Harry",
    });
    expect(at(next, "children", 2, "children", 1)).toBe(
      at(card, "children", 2, "children", 1),
    );
  });

  test.each([
    ["none", "x"],
    ["null", "x"],
    ["number", "4x"],
    ["object", "x"],
  ])("a delta on the value of %s", (id, value) => {
    const next = applyUpdate(card, delta(id, "x"));
    expect(JSON.stringify(next)).toContain(
      JSON.stringify({ type: "Text", id, value }),
    );
  });

  test("a delta reaches a child that is not in a list", () => {
    const next = applyUpdate(card, delta("inside", "b"));
    expect(at(next, "children", 3)).toEqual({
      type: "Transition",
      children: { type: "Markdown", id: "inside", value: "ab" },
    });
  });

  test("a component is replaced, not merged, and may lose its id", () => {
    const next = applyUpdate(
      card,
      freeze(component("row", { type: "Divider" })),
    );
    expect(at(next, "children", 2)).toEqual({ type: "Divider" });
  });

  test("the root may be the component", () => {
    expect(applyUpdate(card, component("root", { type: "Basic" }))).toEqual({
      type: "Basic",
    });
  });

  test("the root may be replaced", () => {
    const widget = { type: "ListView", children: [] };
    expect(applyUpdate(card, { type: "widget.root.updated", widget })).toBe(
      widget,
    );
  });

  test("only the path to the change is copied", () => {
    const next = applyUpdate(card, delta("body", "!"));
    const same = card.children.map(
      (child, i) => at(next, "children", i) === child,
    );
    expect(same).toEqual([true, true, false, true, true, true, true, true]);
  });

  test.each<[string, WidgetUpdate]>([
    ["an unknown id", delta("nope", "x")],
    ["an id that is none", delta(undefined as unknown as string, "x")],
    ["an id of Object", delta("constructor", "x")],
    ["a component that is none", component("body", null)],
    ["a list as component", component("body", [])],
    ["a root that is none", { type: "widget.root.updated", widget: "no" }],
    [
      "an update of the future",
      { type: "widget.moved" } as unknown as WidgetUpdate,
    ],
  ])("%s changes nothing, and the result says so", (_, update) => {
    expect(applyUpdate(card, update)).toBe(card);
  });

  test.each([null, undefined, "text", 3, [card]])(
    "what is no node has no nodes: %s",
    (widget) => {
      expect(applyUpdate(widget, delta("body", "x"))).toBe(widget);
    },
  );

  test("very deep JSON does not overflow the stack", () => {
    let widget: unknown = { type: "Text", id: "deep", value: "a" };
    for (let i = 0; i < 100_000; i++)
      widget = { type: "Box", children: [widget] };
    let node = applyUpdate(widget, delta("deep", "b"));
    while (at(node, "children")) node = at(node, "children", 0);
    expect(node).toEqual({ type: "Text", id: "deep", value: "ab" });
  });

  test("a __proto__ key stays a key", () => {
    const widget: unknown = JSON.parse(
      '{"type":"Card","__proto__":{"id":"t","polluted":true},"children":[{"id":"t","value":"a","__proto__":{"value":"b"}}]}',
    );
    const next = applyUpdate(widget, delta("t", "!")) as Record<
      string,
      unknown
    >;
    expect(JSON.stringify(next)).toBe(
      JSON.stringify(widget).replace('"a"', '"a!"'),
    );
    expect(Object.getPrototypeOf(next)).toBe(Object.prototype);
    expect(next["polluted"]).toBeUndefined();
  });

  test("an update of no node changes nothing", () => {
    const widget = { type: "Card", children: [{ type: "Text", value: "a" }] };
    const without = { type: "widget.streaming_text.value_delta", delta: "x" };
    expect(applyUpdate(widget, without as unknown as WidgetUpdate)).toBe(
      widget,
    );
  });
});

describe("the path to the text that grows", () => {
  /** A card whose first text counts how often its id is read. */
  function counted() {
    const reads = { count: 0 };
    const first = {
      type: "Text",
      value: "first",
      get id() {
        reads.count++;
        return "first";
      },
    };
    const children = [first, { type: "Row", children: [text("body", "Hi")] }];
    return { reads, widget: { type: "Card", children } };
  }
  const text = (id: string, value: string) => ({ type: "Text", id, value });

  test("is searched for once", () => {
    const { reads, widget } = counted();
    const once = applyUpdate(widget, delta("body", " Harry"));
    expect(reads.count).toBe(1);
    const twice = applyUpdate(once, delta("body", "!"));
    expect(reads.count).toBe(1);
    expect(at(twice, "children", 1, "children", 0)).toEqual(
      text("body", "Hi Harry!"),
    );
    expect(at(twice, "children", 0)).toBe(widget.children[0]);
  });

  test("is left where the update has given the node another id", () => {
    const { widget } = counted();
    const renamed = applyUpdate(
      { ...widget, children: [...widget.children, text("body", "last")] },
      component("body", text("other", "Hi")),
    );
    const next = applyUpdate(renamed, delta("body", "!"));
    expect(at(next, "children", 1, "children", 0)).toEqual(text("other", "Hi"));
    expect(at(next, "children", 2)).toEqual(text("body", "last!"));
  });
});

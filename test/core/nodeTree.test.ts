import { describe, expect, test } from "vitest";
import { widgetToText } from "../../src/core/index.js";
import {
  childrenOf,
  firstText,
  locate,
  nodeKey,
  seriesOf,
} from "../../src/core/nodeTree.js";
import { countReads } from "../helpers/countReads.js";

const action = { type: "go" };
const confirm = { label: "Yes", action: { type: "yes" } };
const text = { type: "Text", value: 3 };
const widget = {
  type: "Card",
  status: { text: "Sent" },
  confirm,
  children: [
    { type: "Title", value: "Order" },
    null,
    { type: "Transition", children: { type: "Row", children: [text] } },
    { type: "Button", label: "Go", onClickAction: action },
  ],
};

describe("nodeTree", () => {
  test("nodes and actions are found by identity, as JSON pointers", () => {
    expect(locate(widget, widget)?.path).toBe("");
    expect(locate(widget, text)?.path).toBe("/children/2/children/children/0");
    expect(locate(widget, action)).toEqual({
      path: "/children/3",
      node: widget.children[3],
    });
    expect(locate(widget, confirm.action)).toEqual({ path: "", node: widget });
    expect(locate(widget, { type: "go" })).toBeUndefined();
    expect(locate(null, action)).toBeUndefined();
  });

  test("all nodes of a widget are found by walking through it once", () => {
    let reads = 0;
    const children = Array.from({ length: 500 }, () =>
      countReads({ type: "Text", status: {} }, () => reads++),
    );
    const root = { type: "Col", children };
    expect(locate(root, {})).toBeUndefined();
    const once = reads;
    for (const [i, child] of children.entries()) {
      expect(locate(root, child)?.path).toBe(`/children/${i}`);
    }
    expect(locate(root, undefined)).toBeUndefined();
    expect(reads).toBe(once);
  });

  test("what has been met is found without the rest, which is found later", () => {
    let reads = 0;
    const last = countReads({ type: "Text" }, () => reads++);
    const root = { type: "Col", children: [text, { type: "Col" }, last] };
    expect(locate(root, text)?.path).toBe("/children/0");
    expect(reads).toBe(0);
    expect(locate(root, last)?.path).toBe("/children/2");
    expect(locate(root, root)?.path).toBe("");
  });

  test("the text of a widget, a line per text", () => {
    expect(widgetToText(widget)).toBe("Sent\nOrder\n3\nGo");
    expect(widgetToText("no widget")).toBe("");
  });

  test("a property is found as its node, a child as itself", () => {
    expect(locate(widget, confirm)).toEqual({ path: "", node: widget });
    const child = { type: "Button", action };
    const parent = { type: "Transition", children: child };
    expect(locate(parent, action)).toEqual({ path: "/children", node: child });
    const list = { type: "Col", children: [child] };
    expect(locate(list, list.children)).toBeUndefined();
  });

  test("a text in place of an action is found where actions are", () => {
    const named = {
      type: "Col",
      children: [
        { type: "Text", value: "go", ActionText: "go" },
        { type: "Button", onClickAction: "go" },
      ],
    };
    expect(locate(named, "go")?.path).toBe("/children/1");
  });

  test.each<[unknown, string | undefined]>([
    [{ key: "a", id: "b" }, "a"],
    [{ key: null, id: "b" }, "b"],
    [{ id: 0 }, "0"],
    [{ key: true }, undefined],
    [{ key: {} }, undefined],
    [{}, undefined],
    ["a", undefined],
  ])("the key of %j is %s", (node, key) => {
    expect(nodeKey(node)).toBe(key);
  });

  test.each<[unknown, unknown[]]>([
    [{ children: [text, null] }, [text, null]],
    [{ children: text }, [text]],
    [{ children: null }, []],
    [{}, []],
    ["text", []],
  ])("the children of %j", (node, children) => {
    expect(childrenOf(node)).toEqual(children);
  });

  test.each<[unknown, string]>([
    [widget, "Order"],
    [{ children: [null, "a", { children: { value: 7 } }] }, "7"],
    [{ children: [{ value: "" }, { value: {} }, { value: "b" }] }, "b"],
    [{ value: "its own", children: [{ label: "a" }] }, ""],
    [null, ""],
  ])("the first text under %j is %j", (node, first) => {
    expect(firstText(node)).toBe(first);
  });

  test("a series may be wrapped in a Text", () => {
    const series = { type: "bar", dataKey: "a" };
    const wrapped = { type: "Text", value: series };
    const named = { type: "bar", value: "a" };
    expect(seriesOf([series, wrapped, named, null])).toEqual([
      series,
      series,
      named,
    ]);
    expect(seriesOf(null)).toEqual([]);
  });

  test.each([
    ["once at each level", 1, 501],
    ["twice at each level", 2, 1_000_000],
  ])("a node that contains itself %s has an end", (_, times, lines) => {
    const node = { value: "a", children: [] as unknown[] };
    for (let i = 0; i < times; i++) node.children.push(node);
    expect(widgetToText(node)).toHaveLength(lines * 2 - 1);
  });
});

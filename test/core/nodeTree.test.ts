import { describe, expect, test } from "vitest";
import { widgetToText } from "../../src/core/index.js";
import { locate } from "../../src/core/nodeTree.js";

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

  test("the text of a widget, a line per text", () => {
    expect(widgetToText(widget)).toBe("Sent\nOrder\n3\nGo");
    expect(widgetToText("no widget")).toBe("");
  });
});

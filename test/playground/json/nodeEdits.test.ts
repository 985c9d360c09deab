import { describe, expect, it } from "vitest";
import { applyEdit } from "../../../playground/json/edits.js";
import {
  duplicateNode,
  insertNode,
  moveNode,
  removeNode,
  type NodeEdit,
} from "../../../playground/json/nodeEdits.js";
import { valueAt } from "../../../playground/json/pointer.js";

const widget = {
  type: "Card",
  children: [
    { type: "Title", value: "a" },
    { type: "Row", children: { type: "Text", value: "only" } },
    { type: "Col" },
  ],
};
const json = JSON.stringify(widget, null, 2);
const added = { type: "Badge", label: "New" };

/** The types of the children of a node after an edit, and the type of what is selected. */
function outcome(change: NodeEdit | undefined, parent: string, text = json) {
  if (!change) return undefined;
  const after: unknown = JSON.parse(applyEdit(text, change.edit));
  const children = valueAt(after, `${parent}/children`);
  return {
    types: [children ?? []].flat().map((one) => (one as typeof widget).type),
    selected: (valueAt(after, change.selected) as typeof widget).type,
  };
}

describe("insertNode", () => {
  it.each([
    ["/children/0", "before", "", ["Badge", "Title", "Row", "Col"]],
    ["/children/0", "after", "", ["Title", "Badge", "Row", "Col"]],
    ["", "inside", "", ["Title", "Row", "Col", "Badge"]],
    ["/children/2", "inside", "/children/2", ["Badge"]],
    ["/children/1", "inside", "/children/1", ["Text", "Badge"]],
    ["/children/1/children", "before", "/children/1", ["Badge", "Text"]],
    ["/children/1/children", "after", "/children/1", ["Text", "Badge"]],
  ] as const)("at %j goes %s", (pointer, position, parent, types) => {
    const change = insertNode(json, pointer, position, added);
    expect(outcome(change, parent)).toEqual({ types, selected: "Badge" });
  });

  it("replaces children that are null", () => {
    const text = '{"type": "Box", "children": null}';
    expect(outcome(insertNode(text, "", "inside", added), "", text)).toEqual({
      types: ["Badge"],
      selected: "Badge",
    });
  });
});

describe("removeNode", () => {
  it.each([
    ["/children/0", "", ["Row", "Col"], "Row"],
    ["/children/2", "", ["Title", "Row"], "Row"],
    ["/children/1/children", "/children/1", [], "Row"],
  ] as const)(
    "of %j selects what is next to it",
    (pointer, parent, types, selected) => {
      expect(outcome(removeNode(json, pointer), parent)).toEqual({
        types,
        selected,
      });
    },
  );

  it("selects the parent after its last child", () => {
    const text = '{"type": "Box", "children": [{"type": "Text"}]}';
    expect(outcome(removeNode(text, "/children/0"), "", text)).toEqual({
      types: [],
      selected: "Box",
    });
  });

  it("leaves the root", () => {
    expect(removeNode(json, "")).toBeUndefined();
  });
});

describe("moveNode", () => {
  it("moves among siblings, and not past them", () => {
    expect(outcome(moveNode(json, "/children/1", -1), "")).toEqual({
      types: ["Row", "Title", "Col"],
      selected: "Row",
    });
    expect(outcome(moveNode(json, "/children/1", 1), "")).toEqual({
      types: ["Title", "Col", "Row"],
      selected: "Row",
    });
    expect(moveNode(json, "/children/0", -1)).toBeUndefined();
    expect(moveNode(json, "/children/2", 1)).toBeUndefined();
    expect(moveNode(json, "/children/1/children", 1)).toBeUndefined();
    expect(moveNode(json, "", 1)).toBeUndefined();
  });
});

describe("duplicateNode", () => {
  it("copies the text of the node without what identifies it", () => {
    const text =
      '[\n  { "type": "Row", "key": "k", "id": "r", "children": [ {"id":"t","key":"u", "type":"Text"} ] }\n]';
    const node = `{"type": "Box", "children": ${text}}`;
    const { edit, selected } = duplicateNode(node, "/children/0")!;
    expect(edit.insert).toBe(
      ',\n  { "type": "Row", "children": [ {"key":"u", "type":"Text"} ] }',
    );
    expect(selected).toBe("/children/1");
  });

  it("makes a list of an only child, and leaves the root", () => {
    const change = duplicateNode(json, "/children/1/children");
    expect(outcome(change, "/children/1")).toEqual({
      types: ["Text", "Text"],
      selected: "Text",
    });
    expect(duplicateNode(json, "")).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { nodeIn, nodesOf } from "../../../playground/nodes/nodeList.js";

const widget = {
  type: "Card",
  status: { text: "Booking" },
  children: [
    null,
    { type: "Text", value: "a" },
    "a text",
    { type: "Row", children: { type: "Badge", label: "b" } },
  ],
};

describe("nodesOf", () => {
  it("lists the nodes in document order, with their place among their siblings", () => {
    expect(
      nodesOf(widget).map(
        ({ path, type, text, level, position, siblings }) =>
          `${path} ${type} ${text} ${level} ${position}/${siblings}`,
      ),
    ).toEqual([
      " Card Booking 1 1/1",
      "/children/1 Text a 2 1/2",
      "/children/3 Row  2 2/2",
      "/children/3/children Badge b 3 1/1",
    ]);
  });

  it("lists nothing of what is no node, and a node without a type", () => {
    for (const json of [null, 1, "Card", []]) expect(nodesOf(json)).toEqual([]);
    expect(nodesOf({})).toMatchObject([{ type: "No type" }]);
  });

  it("needs no stack for JSON that is deeper than one", () => {
    let deep: object = { type: "Text" };
    for (let i = 0; i < 20_000; i++) deep = { type: "Box", children: deep };
    expect(nodesOf(deep)).toHaveLength(20_001);
  });
});

describe("nodeIn", () => {
  it.each([
    ["/children/1/value", "Text"],
    ["/children/3/children/label", "Badge"],
    ["/children/0", "Card"],
    ["/gone/children/7", "Card"],
  ])("finds the node that %s is in", (pointer, type) => {
    expect(nodeIn(nodesOf(widget), pointer)?.type).toBe(type);
  });
});

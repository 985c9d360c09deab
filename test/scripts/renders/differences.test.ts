// @vitest-environment node
import { describe, expect, test } from "vitest";
import { differences, group } from "../../../scripts/renders/differences.mjs";
import type { Node } from "../../../scripts/renders/readTree.mjs";

const button = (changes: Partial<Node> = {}): Node => ({
  tag: "button",
  attributes: { class: "wr-Button" },
  style: 0,
  children: [{ tag: "#text", text: "Send" }],
  ...changes,
});

const render = (child: Node, style: Record<string, string> = {}) => ({
  "light 800": {
    root: { tag: "body", children: [child] },
    styles: [{ color: "red", ...style }],
  },
});

const before = render(button());
const at = { story: "s (light 800)", path: "button.wr-Button" };

describe("differences", () => {
  test("the same render has no differences", () => {
    expect(differences("s", before, render(button()))).toEqual([]);
  });

  test.for<[string, ReturnType<typeof render>, object]>([
    [
      "an attribute",
      render(button({ attributes: { class: "wr-Button", "data-size": "lg" } })),
      { ...at, what: "attribute data-size", before: "(none)", after: "lg" },
    ],
    [
      "a text",
      render(button({ children: [{ tag: "#text", text: "Go" }] })),
      {
        ...at,
        path: "button.wr-Button > #text",
        what: "text",
        before: "Send",
        after: "Go",
      },
    ],
    [
      "a style",
      render(button(), { display: "flex" }),
      { ...at, what: "style display", before: "(initial)", after: "flex" },
    ],
    [
      "an element, and nothing below it",
      render(button({ children: [{ tag: "i", attributes: { id: "x" } }] })),
      { ...at, what: "children", before: "#text", after: "i" },
    ],
  ])("%s differs", ([, after, expected]) => {
    expect(differences("s", before, after)).toEqual([expected]);
  });

  test("what is ignored by name may differ", () => {
    const after = render(button({ attributes: { class: "wr-Key" } }));
    expect(differences("s", before, after)).toHaveLength(1);
    expect(differences("s", before, after, (it) => it === "class")).toEqual([]);
  });

  test("the same difference at many elements is printed once", () => {
    const after = render(button(), { color: "blue" });
    const all = ["a", "b"].flatMap((id) => differences(id, before, after));
    expect(group(all)).toEqual([
      {
        what: "style color",
        before: "red",
        after: "blue",
        places: [
          { story: "a (light 800)", path: "button.wr-Button" },
          { story: "b (light 800)", path: "button.wr-Button" },
        ],
      },
    ]);
  });
});

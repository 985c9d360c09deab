import { describe, expect, test } from "vitest";
import { nodes } from "../../src/nodes/index.js";
import { invalidProp, renderInCard, renderWidget } from "../helpers/unit.js";

const text = { type: "Text", value: "inside" };

/** What a node of any type needs, so that nothing else is reported. */
const needed = {
  name: "star",
  value: "v",
  label: "l",
  src: "https://example.com/a.png",
  data: [{ x: "a", y: 1 }],
  series: [{ type: "bar", dataKey: "y" }],
  xAxis: "x",
  fieldName: "star",
  options: [],
};

const containers =
  "Basic Box Card Col Form ListView ListViewItem Row Table Table.Cell Table.Row Transition";

const neededOf = (type: string) =>
  containers.split(" ").includes(type) ? {} : needed;

describe("content that is not rendered", () => {
  test.each(Object.keys(nodes))(
    "%s renders its children, or they are reported",
    (type) => {
      const { container, reports } = renderInCard({
        type,
        ...neededOf(type),
        children: [text],
      });
      const isLost = !container.textContent.includes("inside");
      expect(reports()).toEqual(
        isLost ? invalidProp("/children", /not all rendered/) : [],
      );
    },
  );

  test.each(Object.keys(nodes))(
    "a node in another property of %s is reported",
    (type) => {
      for (const lost of [text, [text], [text, null]]) {
        const { reports, unmount } = renderInCard({
          type,
          ...neededOf(type),
          footer: lost,
        });
        expect(reports()).toEqual(invalidProp("/footer", /"children"/));
        unmount();
      }
    },
  );

  test.each([
    [{ type: "Card", title: "Trip" }, "/title"],
    [{ type: "Card", body: text }, "/body"],
    [{ type: "Box", content: "Hello" }, "/content"],
    [{ type: "Box", child: text }, "/child"],
    [{ type: "Box", child: "Hello", children: null }, "/child"],
    [{ type: "Row", value: "Hello", children: [] }, "/value"],
    [{ type: "ListViewItem", label: "Hello" }, "/label"],
    [{ type: "Table.Cell", text: "Hello" }, "/text"],
    [{ type: "Col", header: text, children: [text] }, "/header"],
    [{ type: "Transition", content: "Hello" }, "/content"],
  ])("%j is reported at %s", (node, path) => {
    expect(renderInCard(node).reports()).toEqual(invalidProp(path, /children/));
  });

  test.each([
    { type: "Text", value: "x", title: "y", content: "z" },
    { type: "Card", title: "Trip", children: [text] },
    { type: "Box", id: "a", key: "b", background: "red", width: "1px" },
    {
      type: "Card",
      status: { type: "Text", text: "Live" },
      confirm: { type: "Button", label: "OK", action: { type: "Button" } },
    },
    { type: "Button", label: "Go", onClickAction: { type: "Form" } },
    {
      type: "Chart",
      data: [{ type: "Card", paid: 3 }],
      series: [{ type: "bar", dataKey: "paid" }],
      xAxis: "type",
    },
    {
      type: "Select",
      name: "n",
      options: [{ type: "Card", value: "a", label: "A" }],
    },
    { type: "Box", meta: { type: "unknown" }, of: [] },
  ])("%j is not reported", (node) => {
    expect(renderInCard(node).reports()).toEqual([]);
  });

  test("a host's own component may have nodes in any property", () => {
    const { onError } = renderWidget(
      { type: "Panel", footer: text, content: "Hello" },
      { components: { Panel: () => null } },
    );
    expect(onError).not.toHaveBeenCalled();
  });

  test("all but the first child of a Transition are reported", () => {
    const a = { ...text, key: "a" };
    const { reports, container } = renderInCard({
      type: "Transition",
      children: [null, a, { ...text, key: "b" }],
    });
    expect(container.querySelectorAll(".wr-Transition-item")).toHaveLength(1);
    expect(reports()).toEqual(invalidProp("/children", /one in a Transition/));
    expect(
      renderInCard({ type: "Transition", children: [a] }).reports(),
    ).toEqual([]);
  });

  test.each([
    [["Hello"], "/children/0"],
    [[text, 5], "/children/1"],
    [[text, null, ["a"]], "/children/2"],
    ["Hello", "/children"],
  ])("children %j: what is no node is reported at %s", async (children, at) => {
    const row = { type: "Row", children };
    const { onError } = renderWidget({
      type: "Card",
      children: [row, { type: "Col", children }],
    });
    await Promise.resolve();
    expect(onError.mock.calls.map(([{ code, path }]) => [code, path])).toEqual([
      ["invalid-widget", `/children/0${at}`],
      ["invalid-widget", `/children/1${at}`],
    ]);
  });
});

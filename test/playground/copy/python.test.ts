import { describe, expect, it } from "vitest";
import { printPython } from "../../../playground/copy/python.js";

/** What is printed, without the comment at its top. */
const print = (widget: unknown) =>
  printPython(widget).split("\n").slice(1).join("\n");

describe("printPython", () => {
  it("calls the classes of chatkit.widgets", () => {
    expect(
      print({
        type: "Card",
        size: "sm",
        padding: { x: 2, y: 1.5 },
        theme: null,
        confirm: { label: "Book", action: { type: "book" } },
        children: [
          { type: "Title", value: 7, maxLines: 2 },
          {
            type: "Row",
            gap: 1.5,
            children: { type: "Badge", label: "New", pill: false },
          },
          {
            type: "Button",
            label: "Go",
            onClickAction: {
              type: "go",
              payload: { ids: [1, null], all: true },
            },
          },
          { type: "Transition", children: [{ type: "Text", value: "a" }] },
        ],
      }),
    ).toBe(`from chatkit.actions import ActionConfig
from chatkit.widgets import (
    Badge,
    Button,
    Card,
    Row,
    Text,
    Title,
    Transition,
)

widget = Card(
    size="sm",
    padding={"x": 2, "y": 1.5},
    confirm={"label": "Book", "action": ActionConfig(type="book")},
    children=[
        Title(value="7", maxLines=2),
        Row(gap="1.5", children=[Badge(label="New", pill=False)]),
        Button(
            label="Go",
            onClickAction=ActionConfig(
                type="go",
                payload={"ids": [1, None], "all": True},
            ),
        ),
        Transition(children=Text(value="a")),
    ],
)
`);
  });

  it.each([
    [
      "no class has its type",
      { type: "Table", children: [{ type: "Text", value: "a" }] },
    ],
    [
      "its class lacks a property",
      { type: "Card", border: 2, children: [{ type: "Text", value: "a" }] },
    ],
    [
      "its class refuses a value",
      { type: "ListView", children: [{ type: "Text", value: "a" }] },
    ],
    [
      "an action has more",
      {
        type: "ListView",
        children: [
          {
            type: "ListViewItem",
            onClickAction: { type: "a", streaming: true },
            children: [{ type: "Text", value: "a" }],
          },
        ],
      },
    ],
  ])("is dynamic with all that is in it where %s", (_, widget) => {
    const python = print(widget);
    expect(python).toContain('type="Text"');
    expect(python).not.toMatch(/\b(?:Text|ListView|Card|ListViewItem)\(/);
  });

  it("is typed again beside what is dynamic", () => {
    expect(
      print({
        type: "Card",
        children: [
          { type: "Box", color: "red" },
          { type: "Text", value: "a" },
        ],
      }),
    ).toContain(
      'children=[DynamicWidgetComponent(type="Box", color="red"), Text(value="a")]',
    );
  });

  it.each([
    ["a Basic", { type: "Basic", gap: 1, children: [] }, "BasicRoot(gap=1)"],
    [
      "a Card that no class takes",
      { type: "Card", tilt: 1 },
      'DynamicWidgetRoot(type="Card", tilt=1)',
    ],
    [
      "names that Python does not take",
      { type: "Own", class: 1, "a b": { x: null } },
      'DynamicWidgetComponent(type="Own", **{"class": 1, "a b": {"x": None}})',
    ],
    [
      "a series without a label",
      {
        type: "Chart",
        data: [],
        series: [{ type: "bar", dataKey: "y" }],
        xAxis: "x",
      },
      'series=[{"label": None, "type": "bar", "dataKey": "y"}]',
    ],
    ["no widget", null, "None"],
  ])("prints %s", (_, widget, python) => {
    expect(print(widget)).toContain(python);
  });

  it.each([
    ['"quotes"', '"\\"quotes\\""'],
    ["a\\b", '"a\\\\b"'],
    ["a\nb\t", '"a\\nb\\t"'],
    ["</script>", '"\\u003c/script>"'],
    ["Grüße 👋", '"Grüße 👋"'],
    ["\ud800", '"\\ud800"'],
    ["\u2028\u0000", '"\\u2028\\u0000"'],
    ["{x} #", '"{x} #"'],
  ])("writes the text %j as a literal", (value, literal) => {
    expect(print({ type: "Text", value })).toContain(`Text(value=${literal})`);
  });
});

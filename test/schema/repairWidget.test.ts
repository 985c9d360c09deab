import { describe, expect, test } from "vitest";
import { repairWidget, validateWidget } from "../../src/schema/index.js";
import { freeze } from "../helpers/freeze.js";

const card = (child: unknown) => ({ type: "Card", children: [child] });

const action = { type: "order.cancel" };
const button = (props: object) => ({ type: "Button", label: "Go", ...props });
const text = (props: object) => ({ type: "Text", value: "Hello", ...props });

/** What it is → a child of a Card, what becomes of it, and the path of the change in it. */
const certain: Readonly<
  Record<string, readonly [given: unknown, right: unknown, path: string]>
> = {
  "a word in another case": [
    text({ size: "SM" }),
    text({ size: "sm" }),
    "/size",
  ],
  "a size in words": [text({ size: "Small" }), text({ size: "sm" }), "/size"],
  "a word of CSS": [
    { type: "Row", justify: "space-between" },
    { type: "Row", justify: "between" },
    "/justify",
  ],
  "a side of a text": [
    text({ textAlign: "right" }),
    text({ textAlign: "end" }),
    "/textAlign",
  ],
  "true as a text": [button({ pill: "true" }), button({ pill: true }), "/pill"],
  "False as in Python": [
    button({ pill: "False" }),
    button({ pill: false }),
    "/pill",
  ],
  "a number as a text": [
    text({ maxLines: "3" }),
    text({ maxLines: 3 }),
    "/maxLines",
  ],
  "a type in another case": [
    { type: "text", value: "Hello" },
    text({}),
    "/type",
  ],
  "the name of a component": [
    { type: "TableRow" },
    { type: "Table.Row" },
    "/type",
  ],
  "a type of another system": [{ type: "Column" }, { type: "Col" }, "/type"],
  "a type under another name": [
    { component: "Text", value: "Hello" },
    text({}),
    "/component",
  ],
  "properties in props": [
    { type: "Text", props: { value: "Hello" } },
    text({}),
    "",
  ],
  "a property in another case": [
    button({ on_click_action: action }),
    button({ onClickAction: action }),
    "/on_click_action",
  ],
  "a handler of React": [
    button({ onClick: action }),
    button({ onClickAction: action }),
    "/onClick",
  ],
  "a value under another name": [
    { type: "Text", text: "Hello" },
    text({}),
    "/text",
  ],
  "an action that is a text": [
    button({ onClickAction: "order.cancel" }),
    button({ onClickAction: action }),
    "/onClickAction",
  ],
  "a list of one action": [
    button({ onClickAction: [action] }),
    button({ onClickAction: action }),
    "/onClickAction",
  ],
  "an action as JSON": [
    button({ onClickAction: '{"type":"order.cancel"}' }),
    button({ onClickAction: action }),
    "/onClickAction",
  ],
  "a payload as JSON": [
    button({ onClickAction: { ...action, payload: '{"id":7}' } }),
    button({ onClickAction: { ...action, payload: { id: 7 } } }),
    "/onClickAction/payload",
  ],
  "a status that is a text": [
    { type: "Card", status: "Live" },
    { type: "Card", status: { text: "Live" } },
    "/status",
  ],
  "options that are texts": [
    { type: "Select", name: "a", options: ["One"] },
    { type: "Select", name: "a", options: [{ value: "One", label: "One" }] },
    "/options/0",
  ],
  "one option without a list": [
    { type: "Select", name: "a", options: { value: "1", label: "One" } },
    { type: "Select", name: "a", options: [{ value: "1", label: "One" }] },
    "/options",
  ],
  "rows as JSON": [
    { type: "Chart", xAxis: "a", series: [], data: ['{"a":1}'] },
    { type: "Chart", xAxis: "a", series: [], data: [{ a: 1 }] },
    "/data/0",
  ],
  "the name of an icon in another spelling": [
    { type: "Icon", name: "check_circle" },
    { type: "Icon", name: "check-circle" },
    "/name",
  ],
  "a text among nodes": ["Hello", text({}), ""],
  "a node as JSON": ['{"type":"Text","value":"Hello"}', text({}), ""],
};

test.for(Object.entries(certain))(
  "%s is repaired",
  ([, [given, right, path]]) => {
    const json = freeze(card(given));
    const { widget, changes } = repairWidget(json);
    expect(widget).toEqual(card(right));
    expect(changes).toEqual([
      {
        path: `/children/0${path}`,
        message: expect.stringMatching(/\.$/) as string,
        before: expect.anything() as unknown,
        after: expect.anything() as unknown,
      },
    ]);
    expect(repairWidget(widget)).toEqual({ widget, changes: [] });
  },
);

describe("the root", () => {
  test.for<[what: string, given: unknown, right: unknown]>([
    ["JSON in a text", JSON.stringify(card(text({}))), card(text({}))],
    [
      "JSON in a fence",
      `\`\`\`json\n${JSON.stringify(card(text({})))}\n\`\`\``,
      card(text({})),
    ],
    ["a list of one widget", [card(text({}))], card(text({}))],
    [
      "a list of nodes",
      [text({}), text({})],
      { type: "Basic", children: [text({}), text({})] },
    ],
    [
      "children that are a text",
      { type: "Card", children: "Hello" },
      { type: "Card", children: text({}) },
    ],
    [
      "children that are JSON",
      { type: "Card", children: '[{"type":"Text","value":"Hello"}]' },
      card(text({})),
    ],
  ])("%s is repaired", ([, given, right]) => {
    const { widget, changes } = repairWidget(given);
    expect(widget).toEqual(right);
    expect(changes).toHaveLength(1);
    expect(validateWidget(widget)).toEqual([]);
  });
});

test.for<[what: string, given: unknown]>([
  ["a word that is none", text({ size: "enormous" })],
  ["a boolean that is none", button({ pill: "yes" })],
  ["an unknown type", { type: "Hologram", Size: "SM" }],
  ["a property that another node has", { type: "Row", onClick: action }],
  [
    "a payload that is a text",
    button({ onClickAction: { ...action, payload: "7" } }),
  ],
  ["a length that is none", { type: "Box", width: "wide" }],
  ["a text that looks like JSON", text({ value: '{"a":1}' })],
  [
    "a default that is a word",
    { type: "Input", name: "a", defaultValue: "TRUE" },
  ],
  [
    "a series as ChatKit's builder exports it",
    {
      type: "Chart",
      xAxis: "a",
      data: [],
      series: [{ type: "Text", value: { type: "bar", dataKey: "b" } }],
    },
  ],
])("%s stays as it is", ([, given]) => {
  const json = card(given);
  expect(repairWidget(json)).toEqual({ widget: json, changes: [] });
});

test("what is right stays as it is", () => {
  expect(repairWidget(null)).toEqual({ widget: null, changes: [] });
  expect(repairWidget("Hello")).toEqual({ widget: "Hello", changes: [] });
});

test("the types of the host are known", () => {
  const json = card({ type: "product", price: "4" });
  const { widget } = repairWidget(json, { components: { Product: true } });
  expect(widget).toEqual(card({ type: "Product", price: "4" }));
});

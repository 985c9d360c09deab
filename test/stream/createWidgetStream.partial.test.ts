import { describe, expect, test } from "vitest";
import { parsePartialWidget } from "../../src/stream/index.js";

const widgetIn = (text: string): unknown =>
  parsePartialWidget(text).parts.find(({ type }) => type === "widget");

const shows = (text: string, widget: unknown) =>
  expect(widgetIn(text)).toEqual(
    widget === undefined
      ? undefined
      : { type: "widget", widget, complete: false },
  );

describe("a node", () => {
  test.each([
    ["{", undefined],
    ['{"type', undefined],
    ['{"type":"Te', undefined],
    ['{"value":"first","type":"Tex', undefined],
    ['{"type":"Text"', { type: "Text" }],
    ['{"value":"first","type":"Text"', { value: "first", type: "Text" }],
    ['{"type":"Col","children":[{"type":"Te', { type: "Col", children: [] }],
    [
      '{"type":"Col","children":[{"type":"Text"},{"value":"b","type":',
      { type: "Col", children: [{ type: "Text" }] },
    ],
    [
      '{"type":"Transition","children":{"type":"Text","value":"a',
      { type: "Transition", children: { type: "Text", value: "a" } },
    ],
  ])("is there when its type is closed: %s", shows);
});

describe("a text that is not closed", () => {
  test.each(["value", "label", "title", "description", "placeholder", "alt"])(
    "shows as %s",
    (name) => {
      shows(`{"type":"Any","${name}":"Hel`, { type: "Any", [name]: "Hel" });
    },
  );

  test.each([
    [
      "status",
      '{"type":"Card","status":{"text":"On its w',
      { text: "On its w" },
    ],
    ["status", '{"type":"Card","status":{"icon":"che', {}],
    [
      "status",
      '{"type":"Card","status":{"text":"x","favicon":"https://a',
      { text: "x" },
    ],
  ])("shows in a %s: %s", (name, text, value) => {
    shows(text, { type: "Card", [name]: value });
  });

  test.each([
    [String.raw`a\ `.trim(), "a"],
    [String.raw`a\u00`, "a"],
    [String.raw`a\u00e9`, "aé"],
    [String.raw`a\ud83d`, "a"],
    [String.raw`a\ud83d\ude`, "a"],
    [String.raw`a\ud83d\ude00`, "a😀"],
    ["a\ud83d", "a"],
    [String.raw`a\"b`, 'a"b'],
  ])("never ends in a half character: %j", (written, value) => {
    shows(`{"type":"Text","value":"${written}`, { type: "Text", value });
  });
});

describe("what may still grow into something else is not there", () => {
  test.each([
    '"size":"s',
    '"color":"#ff',
    '"src":"https://example.c',
    '"name":"cit',
    '"id":"a',
    '"key":"a',
    '"height":12',
    '"height":1.',
    '"gap":-',
    '"disabled":tru',
    '"color":{"light":"#fff","dark":"#0',
    '"onClickAction":{"type":"order',
    '"onClickAction":{"type":"order","payload":{"id":1}',
    '"onClickAction":{"type":"order","payload":{"title":"abc',
    '"confirm":{"label":"Yes","action":{"type":"go"}',
    '"series":[{"dataKey":"a"},{"dataKey":"b"}',
    '"children":"some tex',
    '"valu',
    '"value"',
    '"value":',
  ])("%s", (property) => {
    shows(`{"type":"Any",${property}`, { type: "Any" });
  });
});

describe("of a list the closed items are there", () => {
  test.each([
    [
      "options",
      '{"label":"A","value":"a"},{"label":"B',
      [{ label: "A", value: "a" }],
    ],
    ["data", '{"x":1,"y":2},{"x":2,"y":', [{ x: 1, y: 2 }]],
    ["data", '{"x":1},{"x":2},3', [{ x: 1 }, { x: 2 }]],
  ])("%s: %s", (name, items, list) => {
    shows(`{"type":"Any","${name}":[${items}`, { type: "Any", [name]: list });
  });

  test("the rows of a table", () => {
    const row = '{"type":"Table.Row","children":[{"type":"Table.Cell"}]}';
    shows(`{"type":"Table","children":[${row},${row.slice(0, -2)}`, {
      type: "Table",
      children: [JSON.parse(row)],
    });
  });
});

test("what is closed is complete, whatever follows", () => {
  expect(parsePartialWidget('{"type":"Text","value":"a"}\nSo').parts).toEqual([
    {
      type: "widget",
      widget: { type: "Text", value: "a" },
      complete: true,
    },
    { type: "text", text: "So" },
  ]);
});

test("names of an object's prototype are ordinary or left out", () => {
  const { widget } = widgetIn(
    '{"type":"Text","__proto__":{"polluted":1},"hasOwnProperty":2}',
  ) as { widget: object };
  expect(Object.getPrototypeOf(widget)).toBe(Object.prototype);
  expect(widget).toEqual({ type: "Text", hasOwnProperty: 2 });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test.each([
  ["lists", "[".repeat(50_000)],
  ["objects", '{"a":'.repeat(50_000)],
  ["nodes", '{"type":"Col","children":['.repeat(20_000)],
  ["brackets in prose", "{ [ ".repeat(50_000)],
  ["spaces after a bracket", `{${" ".repeat(100_000)}`],
  ["marks of a fence", "`".repeat(100_000)],
  ["quotes", '{"'.repeat(50_000)],
  ["backslashes", `{"type":"Text","value":"${"\\".repeat(100_001)}`],
])("a flood of %s throws nothing", (_, text) => {
  expect(() => parsePartialWidget(text)).not.toThrow();
  expect(() => parsePartialWidget("```json\n" + text)).not.toThrow();
});

import { describe, expect, test } from "vitest";
import {
  createWidgetStream,
  parsePartialWidget,
} from "../../src/stream/index.js";

const lines = [
  '{"op":"add","path":"","value":{"type":"Card","size":"sm","children":[]}}',
  '{"op":"add","path":"/children/-","value":{"type":"Title","value":"Order"}}',
  '{"op":"add","path":"/children/-","value":{"type":"Text","value":"Two soups","id":"body"}}',
  '{"op":"add","path":"/children/1","value":{"type":"Badge","label":"new"}}',
  '{"op":"test","path":"/children/1","value":{"label":"new","type":"Badge"}}',
  '{"op":"replace","path":"/children/2/value","value":"Three soups"}',
  '{"op":"copy","from":"/children/1","path":"/children/-"}',
  '{"op":"move","from":"/children/0","path":"/children/1"}',
  '{"op":"remove","path":"/children/3"}',
  '{"op":"add","path":"/confirm","value":{"label":"Pay","action":{"type":"pay"}}}',
];

const result = {
  type: "Card",
  size: "sm",
  children: [
    { type: "Badge", label: "new" },
    { type: "Title", value: "Order" },
    { type: "Text", value: "Three soups", id: "body" },
  ],
  confirm: { label: "Pay", action: { type: "pay" } },
};

const widgetOf = (text: string) => {
  const [part] = parsePartialWidget(text).parts;
  return part?.type === "widget" ? part.widget : part;
};

describe("patches as lines", () => {
  test.each([
    ["alone", lines.join("\n")],
    ["in a fence", `\`\`\`jsonl\n${lines.join("\n")}\n\`\`\``],
    ["as a list", `[${lines.join(",\n")}]`],
  ])("%s build a widget, complete at the end", (_, text) => {
    const stream = createWidgetStream();
    for (const char of text) {
      stream.push(char);
      for (const part of stream.getSnapshot().parts) {
        expect(part).toMatchObject({ type: "widget", complete: false });
      }
    }
    stream.end();
    expect(stream.getSnapshot()).toEqual({
      parts: [{ type: "widget", widget: result, complete: true }],
      status: "done",
      error: undefined,
    });
  });

  test("change the widget before them, and keep what they do not touch", () => {
    const stream = createWidgetStream();
    stream.push(
      '{"type":"Col","children":[{"type":"Row","children":[{"type":"Text","value":"a"}]},{"type":"Text","value":"b"}]}\n',
    );
    const [before] = stream.getSnapshot().parts as unknown as [
      { widget: { children: unknown[] } },
    ];
    stream.push('{"op":"replace","path":"/children/1/value","value":"c"}\n');
    const { parts } = stream.getSnapshot();
    expect(parts).toHaveLength(1);
    const [after] = parts as unknown as [typeof before];
    expect(after.widget.children[1]).toEqual({ type: "Text", value: "c" });
    expect(after.widget.children[0]).toBe(before.widget.children[0]);
  });

  test.each([
    // A text grows, and so does a node.
    ["/children/0/value", '"Hello wor', [{ type: "Text", value: "Hello wor" }]],
    [
      "/children/-",
      '{"type":"Title","value":"Mo',
      [
        { type: "Text", value: "a" },
        { type: "Title", value: "Mo" },
      ],
    ],
    ["/children", '[{"type":"Title"},{"type":"Te', [{ type: "Title" }]],
    // The others wait.
    ["/children/-", '{"type":"Titl', [{ type: "Text", value: "a" }]],
    ["/children/0/size", '"x', [{ type: "Text", value: "a" }]],
    [
      "/children/0/onClickAction",
      '{"type":"order"',
      [{ type: "Text", value: "a" }],
    ],
    [
      "/children/0/onClickAction/payload/title",
      '"ab',
      [{ type: "Text", value: "a" }],
    ],
    ["/nope/0/value", '"ab', [{ type: "Text", value: "a" }]],
  ])("show what is certain of an open value at %s", (path, value, children) => {
    expect(
      widgetOf(
        `{"type":"Col","children":[{"type":"Text","value":"a"}]}\n{"op":"add","path":"${path}","value":${value}`,
      ),
    ).toEqual({ type: "Col", children });
  });

  test.each([
    '{"op":"replace","path":"/children/7","value":1}',
    '{"op":"remove","path":"/nope"}',
    '{"op":"remove","path":"/children/00"}',
    '{"op":"add","path":"/children/1/2/3","value":1}',
    '{"op":"add","path":"/__proto__/polluted","value":1}',
    '{"op":"test","path":"/type","value":"Row"}',
    '{"op":"move","path":"/children/-"}',
    '{"op":"add","path":"/size"}',
    '{"op":"explode","path":""}',
  ])("that fit nothing change nothing, and are in the error: %s", (line) => {
    const stream = createWidgetStream();
    stream.push(`{"type":"Col","children":[{"type":"Text"}]}\n${line}\n`);
    stream.end();
    const { parts, status, error } = stream.getSnapshot();
    expect(parts).toEqual([
      {
        type: "widget",
        widget: { type: "Col", children: [{ type: "Text" }] },
        complete: true,
      },
    ]);
    expect(status).toBe("done");
    expect(error).toBeInstanceOf(Error);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("an escaped name, and children that are not there yet", () => {
    expect(
      widgetOf(
        '{"type":"Any","a/b":{"c~d":1}}\n{"op":"replace","path":"/a~1b/c~0d","value":2}\n{"op":"add","path":"/children/-","value":{"type":"Text"}}',
      ),
    ).toEqual({
      type: "Any",
      "a/b": { "c~d": 2 },
      children: [{ type: "Text" }],
    });
  });

  test("a patch that the reply cuts leaves what it showed", () => {
    const stream = createWidgetStream();
    stream.push(
      '{"type":"Text","value":"a"}\n{"op":"replace","path":"/value","value":"a long tex',
    );
    stream.end();
    expect(stream.getSnapshot().parts).toEqual([
      {
        type: "widget",
        widget: { type: "Text", value: "a long tex" },
        complete: true,
      },
    ]);
  });
});

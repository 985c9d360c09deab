import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  createWidgetStream,
  parsePartialWidget,
} from "../../src/stream/index.js";
import { countWork } from "../helpers/countWork.js";
import { replies, textOf, partsOf } from "../helpers/replies.js";
import { seed } from "../helpers/seed.js";

describe("a stream", () => {
  test("notifies of each chunk and of the end, until it is unsubscribed", () => {
    const stream = createWidgetStream();
    const listener = vi.fn();
    const unsubscribe = stream.subscribe(listener);
    stream.push('{"type":');
    stream.push('"Text"}');
    expect(listener).toHaveBeenCalledTimes(2);
    unsubscribe();
    stream.end();
    expect(listener).toHaveBeenCalledTimes(2);
  });

  test("gives the same snapshot until something changes", () => {
    const stream = createWidgetStream();
    const empty = stream.getSnapshot();
    expect(empty).toEqual({ parts: [], status: "streaming", error: undefined });
    stream.push('{"type":"Te');
    expect(stream.getSnapshot()).toBe(empty);
    stream.push('xt","size":"s');
    const shown = stream.getSnapshot();
    expect(shown).not.toBe(empty);
    stream.push("m");
    expect(stream.getSnapshot()).toBe(shown);
  });

  test("ends once: with an error or without one", () => {
    const cause = new Error("offline");
    const failed = createWidgetStream();
    failed.push("So ");
    failed.end(cause);
    failed.end();
    failed.push("more");
    expect(failed.getSnapshot()).toEqual({
      parts: [{ type: "text", text: "So" }],
      status: "error",
      error: cause,
    });
  });

  test("keeps the identity of what has not changed", () => {
    const stream = createWidgetStream();
    stream.push(
      '{"type":"Col","children":[{"type":"Row","children":[{"type":"Text","value":"a"}]}',
    );
    const row = firstChild(stream);
    stream.push(',{"type":"Text","value":"b');
    expect(firstChild(stream)).toBe(row);
    stream.push('"}],"gap":2}');
    expect(firstChild(stream)).toBe(row);
    expect(stream.getSnapshot().parts).toMatchObject([{ complete: true }]);
  });

  test("a node that was shown whole stays the same when it is closed", () => {
    const stream = createWidgetStream();
    stream.push('{"type":"Col","children":[{"type":"Text","value":"a"');
    const open = firstChild(stream);
    stream.push("}");
    expect(firstChild(stream)).toBe(open);
  });
});

const firstChild = (stream: ReturnType<typeof createWidgetStream>) =>
  (
    stream.getSnapshot().parts[0] as unknown as {
      widget: { children: unknown[] };
    }
  ).widget.children[0];

function partsByCuts(text: string, cuts: readonly number[]) {
  const stream = createWidgetStream();
  const places = [...cuts, text.length].sort((a, b) => a - b);
  let at = 0;
  for (const place of places) {
    stream.push(text.slice(at, place));
    stream.getSnapshot();
    at = Math.max(at, place);
  }
  stream.end();
  return stream.getSnapshot().parts;
}

describe("cut anywhere", () => {
  test("a reply gives the same parts", () => {
    const cases = replies.map((reply) => ({
      text: textOf(reply),
      parts: partsOf(reply),
    }));
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.array(fc.nat({ max: 2_000 })),
        ({ text, parts }, cuts) => {
          const within = cuts.filter((cut) => cut < text.length);
          expect(partsByCuts(text, within)).toEqual(parts);
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test("any JSON with a type gives what JSON.parse gives, without __proto__", () => {
    const json = fc
      .dictionary(
        fc.string({ unit: "grapheme" }),
        fc.jsonValue({ stringUnit: "grapheme" }),
      )
      .map((props) => ({ type: "Any", ...props, op: null }));
    fc.assert(
      fc.property(
        json,
        fc.constantFrom(undefined, 2),
        fc.array(fc.nat({ max: 500 })),
        (widget, indent, cuts) => {
          const text = JSON.stringify(widget, null, indent);
          const parsed: unknown = JSON.parse(text, (name, value: unknown) =>
            name === "__proto__" ? undefined : value,
          );
          expect(
            partsByCuts(
              text,
              cuts.filter((cut) => cut < text.length),
            ),
          ).toEqual([{ type: "widget", widget: parsed, complete: true }]);
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test("any text is no error", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      "'",
      ":",
      ",",
      "/",
      "*",
      "\\",
      "`",
      "```",
      "```json\n",
      "\n",
      " ",
      "type",
      '"type":"Text"',
      '"children":[',
      "null",
      "1",
      "\ud83d",
      "\ude00",
      "//",
      "/*",
      '{"op":"add","path":"","value":',
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const stream = createWidgetStream();
        for (const chunk of pieces) {
          stream.push(chunk);
          stream.getSnapshot();
        }
        stream.end();
        expect(stream.getSnapshot().status).toBe("done");
        expect(partsByCuts(pieces.join(""), [])).toEqual(
          stream.getSnapshot().parts,
        );
      }),
      { seed, numRuns: 2_000 },
    );
  });
});

describe("a chunk costs the same, however much has come", () => {
  const row = '{"type":"Text","value":"some words"},';
  test.each([
    ["one text", '{"type":"Text","value":"', "some words\\n ".repeat(8)],
    ["a text of escapes", '{"type":"Text","value":"', "\\u00e9\\ud83d\\ude00"],
    ["prose", "", "some words of prose ".repeat(5)],
    ["nodes", '{"type":"Col","children":[', row.repeat(3)],
    ["one object that is no widget", '{"a":[', "[1,2,3],".repeat(12)],
    ["code", "```js\n", 'const a = {"b": [`c`]};\n'],
    [
      "one action",
      '{"type":"Button","onClickAction":{"type":"a","payload":[',
      '"text",'.repeat(14),
    ],
    [
      "patches",
      '{"type":"Col","children":[]}\n',
      `{"op":"add","path":"/children/-","value":${row.slice(0, -1)}}\n`,
    ],
  ])("%s", (_, start, chunk) => {
    const stream = createWidgetStream();
    stream.push(start);
    const next100 = () => {
      for (let i = 0; i < 100; i++) {
        stream.push(chunk);
        stream.getSnapshot();
      }
    };
    next100();
    const early = countWork(next100);
    for (let i = 0; i < 17; i++) next100();
    expect(countWork(next100)).toBe(early);
    expect(early).toBeGreaterThan(100 * chunk.length - 1);
  });

  test("to parse the whole text again for each costs more and more", () => {
    const text = `{"type":"Col","children":[${row.repeat(2_000)}`;
    const parse = (length: number) => () =>
      void parsePartialWidget(text.slice(0, length));
    expect(countWork(parse(text.length))).toBeGreaterThan(
      9 * countWork(parse(text.length / 10)),
    );
  });
});

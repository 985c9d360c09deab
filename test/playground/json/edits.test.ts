import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyEdit,
  insertItem,
  removeValue,
  setValue,
  swapItems,
  type TextEdit,
} from "../../../playground/json/edits.js";
import { valueAt } from "../../../playground/json/pointer.js";
import { seed } from "../../helpers/seed.js";

function apply(json: string, edit: TextEdit | undefined) {
  return edit && applyEdit(json, edit);
}

const lines = `{
    "type": "Row", "gap": 2,
    "children": [
        { "type": "Text", "value": "a" },

        {"type":"Spacer"}
    ]
}
`;

describe("setValue", () => {
  it.each([
    ["a scalar", '{"a":1}', "/a", "x", '{"a":"x"}'],
    ["beside others in a line", '{"a": 1}', "/b", 2, '{"a": 1, "b": 2}'],
    ["in a compact text", '{"a":1}', "/b", { c: 2 }, '{"a":1,"b":{"c":2}}'],
    ["into nothing", "{}", "/a", [1, { b: 2 }], '{ "a": [1, { "b": 2 }] }'],
    ["under a name with signs", '{"a/b": 1}', "/a~1b", 2, '{"a/b": 2}'],
    ["of a name that is escaped", '{"\\u0061": 1}', "/a", 2, '{"\\u0061": 2}'],
    [
      "of the last of two names",
      '{"a": 1, "a": 2}',
      "/a",
      3,
      '{"a": 1, "a": 3}',
    ],
    ["deeper", '[{"a": 1}]', "/0/b", null, '[{"a": 1, "b": null}]'],
    ["under __proto__", "{}", "/__proto__", 1, '{ "__proto__": 1 }'],
    [
      "with tabs",
      '{\n\t"a": 1\n}',
      "/b",
      [2],
      '{\n\t"a": 1,\n\t"b": [\n\t\t2\n\t]\n}',
    ],
    ["at the root", "1", "", 2, "2"],
  ])("sets a value %s", (_, json, pointer, value, result) => {
    expect(apply(json, setValue(json, pointer, value))).toBe(result);
  });

  it("leaves the rest as its author wrote it", () => {
    expect(apply(lines, setValue(lines, "/children/0/size", "lg"))).toBe(
      lines.replace('"a" }', '"a", "size": "lg" }'),
    );
    expect(apply(lines, setValue(lines, "/wrap", "wrap"))).toBe(
      lines.replace("    ]\n", '    ],\n    "wrap": "wrap"\n'),
    );
  });

  it.each(["/a/b/c", "/a/0", "/missing/x"])(
    "adds nothing at %s, where no object is",
    (pointer) => {
      expect(setValue('{"a": 1}', pointer, 2)).toBeUndefined();
    },
  );
});

describe("removeValue", () => {
  it.each([
    ["the first", '{"a": 1, "b": 2}', "/a", '{"b": 2}'],
    ["the last", '{"a": 1, "b": 2}', "/b", '{"a": 1}'],
    ["the only one", '{\n  "a": 1\n}', "/a", "{}"],
    ["an item between others", "[1, 2, 3]", "/1", "[1, 3]"],
    [
      "one with lines",
      '{\n  "a": [\n    1\n  ],\n  "b": 2\n}',
      "/a",
      '{\n  "b": 2\n}',
    ],
  ])("takes %s away with its comma", (_, json, pointer, result) => {
    expect(apply(json, removeValue(json, pointer))).toBe(result);
  });

  it("removes neither the root nor what is not there", () => {
    expect(removeValue("{}", "")).toBeUndefined();
    expect(removeValue("{}", "/a")).toBeUndefined();
  });
});

describe("items of a list", () => {
  it("come between others with their indentation", () => {
    const json = "[\n  1,\n  2\n]";
    expect(apply(json, insertItem(json, "", 0, { a: 1 }))).toBe(
      '[\n  {\n    "a": 1\n  },\n  1,\n  2\n]',
    );
    expect(apply(json, insertItem(json, "", 2, 3))).toBe(
      "[\n  1,\n  2,\n  3\n]",
    );
  });

  it("come into an empty list", () => {
    const json = '{\n  "children": []\n}';
    expect(apply(json, insertItem(json, "/children", 0, 1))).toBe(
      '{\n  "children": [\n    1\n  ]\n}',
    );
    expect(apply("[]", insertItem("[]", "", 0, { a: 1 }))).toBe('[{ "a": 1 }]');
  });

  it("change places, and what is between them stays", () => {
    expect(apply(lines, swapItems(lines, "/children", 0))).toBe(
      lines
        .replace('{ "type": "Text", "value": "a" }', "ONE")
        .replace('{"type":"Spacer"}', '{ "type": "Text", "value": "a" }')
        .replace("ONE", '{"type":"Spacer"}'),
    );
    expect(swapItems(lines, "/children", 1)).toBeUndefined();
    expect(swapItems(lines, "/children", -1)).toBeUndefined();
  });
});

describe("any JSON", () => {
  const names = fc.constantFrom(
    "a",
    "b/c",
    "~",
    '"',
    "\\",
    "\u2028",
    "__proto__",
  );
  const json = fc.oneof(
    fc.dictionary(names, fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }),
    fc.dictionary(names, fc.dictionary(names, fc.jsonValue({ maxDepth: 1 }))),
  );
  const indents = fc.constantFrom(undefined, 1, 2, "\t");

  it("is after an edit what it was, but for the edit", () => {
    fc.assert(
      fc.property(
        json,
        names,
        fc.jsonValue({ maxDepth: 2 }),
        indents,
        (value, name, next, indent) => {
          const text = JSON.stringify(value, null, indent);
          const before = JSON.parse(text) as Record<string, unknown>;
          const pointer = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
          const set = apply(text, setValue(text, pointer, next))!;
          const after = JSON.parse(set) as Record<string, unknown>;
          expect(valueAt(after, pointer)).toEqual(
            JSON.parse(JSON.stringify(next)),
          );
          expect(Object.keys(after)).toEqual([
            ...new Set([...Object.keys(before), name]),
          ]);
          const removed = apply(set, removeValue(set, pointer))!;
          expect(Object.keys(JSON.parse(removed) as object)).toEqual(
            Object.keys(before).filter((one) => one !== name),
          );
        },
      ),
      { seed },
    );
  });
});

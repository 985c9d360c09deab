// @vitest-environment node
import { describe, expect, test } from "vitest";
import { nestValues, valueAt } from "../../src/core/formValues.js";
import { freeze } from "../helpers/freeze.js";
import { collectProblems } from "../helpers/unitProblems.js";

type Fields = [name: string, value: unknown][];

describe("nestValues", () => {
  test.each<[string, Fields, unknown]>([
    ["nothing", [], {}],
    ["a plain name", [["title", "Milk"]], { title: "Milk" }],
    [
      "dots",
      [
        ["todo.title", "Milk"],
        ["todo.due.date", null],
        ["notify", false],
      ],
      { todo: { title: "Milk", due: { date: null } }, notify: false },
    ],
    [
      "a number between dots is a key",
      [
        ["rows.0", "a"],
        ["rows.1", "b"],
      ],
      { rows: { "0": "a", "1": "b" } },
    ],
    ["brackets mean nothing", [["rows[0].x", 1]], { "rows[0]": { x: 1 } }],
    [
      "dots at the edges are parts without a name",
      [
        [".a", 1],
        ["b.", 2],
        ["c..d", 3],
      ],
      { "": { a: 1 }, b: { "": 2 }, c: { "": { d: 3 } } },
    ],
    [
      "names of what every object inherits",
      [
        ["toString", "a"],
        ["valueOf.hasOwnProperty", "b"],
      ],
      { toString: "a", valueOf: { hasOwnProperty: "b" } },
    ],
    ["other scripts", [["имя.名前", "ö"]], { имя: { 名前: "ö" } }],
    [
      "as many parts as a form may need",
      [[Array(32).fill("a").join("."), 1]],
      Array.from({ length: 32 }).reduce((value) => ({ a: value }), 1),
    ],
    ["a value that is an object", [["at", { x: 1 }]], { at: { x: 1 } }],
  ])("%s", (_, fields, expected) => {
    const { result, problems } = collectProblems((report) =>
      nestValues(freeze(fields), report),
    );
    expect(result).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test.each<[string, Fields, unknown]>([
    [
      "of one name twice the last counts",
      [
        ["a", 1],
        ["a", 2],
      ],
      { a: 2 },
    ],
    [
      "of one dotted name twice the last counts",
      [
        ["a.b", 1],
        ["a.c", 2],
        ["a.b", 3],
      ],
      { a: { b: 3, c: 2 } },
    ],
    [
      "a name that begins another, before it",
      [
        ["a", 1],
        ["a.b", 2],
      ],
      { a: { b: 2 } },
    ],
    [
      "a name that begins another, after it",
      [
        ["a.b", 1],
        ["a", 2],
      ],
      { a: 2 },
    ],
    [
      "also where its value is nothing",
      [
        ["a", null],
        ["a.b", 2],
      ],
      { a: { b: 2 } },
    ],
    [
      "the value of a field is not nested into",
      [
        ["a", freeze({ b: 1 })],
        ["a.c", 2],
      ],
      { a: { c: 2 } },
    ],
  ])("%s, and is reported", (_, fields, expected) => {
    const { result, codes } = collectProblems((report) =>
      nestValues(fields, report),
    );
    expect(result).toEqual(expected);
    expect(codes).toEqual(["field-name"]);
    // Nobody has to ask for reports.
    expect(nestValues(fields)).toEqual(expected);
  });

  test.each<[string, Fields, string]>([
    [
      "two values of one name",
      [
        ["a", 1],
        ["a", 2],
      ],
      'The field name "a" is taken or begins another one, so only the last value is sent. Rename the field.',
    ],
    [
      "a prototype",
      [["__proto__.a", 1]],
      'The field name "__proto__.a" is too deep or reaches a prototype, so no value of it is sent. Rename the field.',
    ],
  ])("the report of %s says what follows and what to do", (_, fields, text) => {
    const { problems } = collectProblems((report) =>
      nestValues(fields, report),
    );
    expect(problems.map(({ message }) => message)).toEqual([text]);
  });

  test.each([
    "__proto__",
    "constructor",
    "prototype",
    "__proto__.polluted",
    "a.__proto__.polluted",
    "a.constructor.prototype.polluted",
    "constructor.prototype",
    "a.b.__proto__",
    Array(33).fill("a").join("."),
    Array(10_000).fill("a").join("."),
    ".".repeat(10_000),
  ])("a name that is refused: %.40s", (name) => {
    const { result, problems } = collectProblems((report) =>
      nestValues(
        [
          [name, "evil"],
          ["ok", 1],
        ],
        report,
      ),
    );
    expect(result).toEqual({ ok: 1 });
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(["field-name"]);
    expect(problems[0]!.message.length).toBeLessThan(400);
  });
});

test.each<[unknown, string, unknown]>([
  [{ a: { b: 1 } }, "a.b", 1],
  [{ a: { b: null } }, "a.b", null],
  [{ a: { b: 1 } }, "a", { b: 1 }],
  [{ a: { b: 1 } }, "a.c", undefined],
  [{ a: { b: 1 } }, "a.b.c", undefined],
  [{ a: "text" }, "a.length", undefined],
  [{ "": { "": 1 } }, ".", 1],
  [{}, "toString", undefined],
  [{}, "__proto__", undefined],
  [{}, "constructor.name", undefined],
  [undefined, "a", undefined],
  [null, "a", undefined],
  ["a", "length", undefined],
  [{ a: 1 }, Array(10_000).fill("a").join("."), undefined],
])("valueAt(%j, %.20s)", (values, name, expected) => {
  expect(valueAt(freeze(values), name)).toEqual(expected);
});

test("what nestValues made is found again by every name", () => {
  const fields: Fields = [
    ["a", 1],
    ["b.c", "x"],
    ["b.d.e", null],
    ["f.0", false],
    ["g..h", ""],
  ];
  const values = nestValues(fields);
  expect(fields.map(([name]) => [name, valueAt(values, name)])).toEqual(fields);
});

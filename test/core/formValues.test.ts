// @vitest-environment node
import { describe, expect, test } from "vitest";
import { mergeValues, nestValues, valueAt } from "../../src/core/formValues.js";
import { freeze } from "../helpers/freeze.js";
import { collectProblems } from "../helpers/unitProblems.js";

/** As it comes from a server: `__proto__` is a key like any other. */
const parse = (json: string): Record<string, unknown> => JSON.parse(json);

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

describe("mergeValues", () => {
  const values = freeze({ todo: { title: "Milk" }, notify: false });

  test.each<[string, unknown, unknown]>([
    ["none", undefined, values],
    ["null", null, values],
    ["an empty one", {}, values],
    ["one beside them", { id: 1 }, { id: 1, ...values }],
    [
      "one that shares a branch",
      { todo: { id: 1, tags: ["a"] } },
      { todo: { id: 1, tags: ["a"], title: "Milk" }, notify: false },
    ],
    [
      "one where a key is undefined",
      { notify: undefined, todo: { title: undefined } },
      values,
    ],
    ["one without a prototype", Object.create(null), values],
  ])("with the payload %s nothing is lost", (_, payload, expected) => {
    const { result, problems } = collectProblems((report) =>
      mergeValues(freeze(payload), values, report),
    );
    expect(result).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test.each<[string, unknown, unknown, string[]]>([
    [
      "a leaf",
      { todo: { title: "Bread" } },
      { todo: { title: "Bread" }, notify: false },
      ['"todo.title"'],
    ],
    [
      "an object over a leaf",
      { notify: { by: "mail" } },
      { notify: { by: "mail" }, todo: { title: "Milk" } },
      ['"notify"'],
    ],
    [
      "a leaf over an object",
      { todo: "t_1" },
      { todo: "t_1", notify: false },
      ['"todo"'],
    ],
    [
      "a list over an object",
      { todo: [] },
      { todo: [], notify: false },
      ['"todo"'],
    ],
    ["null", { todo: null }, { todo: null, notify: false }, ['"todo"']],
    ["the same value", { notify: false }, values, ['"notify"']],
    [
      "several",
      { notify: true, todo: { title: "" } },
      { notify: true, todo: { title: "" } },
      ['"todo.title"', '"notify"'],
    ],
  ])("the author wins: %s", (_, payload, expected, lost) => {
    const { result, problems, codes } = collectProblems((report) =>
      mergeValues(freeze(payload), values, report),
    );
    expect(result).toEqual(expected);
    expect(codes).toEqual(lost.map(() => "payload-collision"));
    lost.forEach((name, i) => expect(problems[i]!.message).toContain(name));
  });

  test.each([
    ["t_1", "a string"],
    [0, "a number"],
    [false, "a boolean"],
    [["a"], "a list"],
    [new Date(0), "object"],
  ])("the payload %j takes no values: it goes unchanged", (payload, kind) => {
    const { result, problems, codes } = collectProblems((report) =>
      mergeValues(freeze(payload), values, report),
    );
    expect(result).toBe(payload);
    expect(codes).toEqual(["payload-collision"]);
    expect(problems[0]!.message).toContain(kind);
    expect(problems[0]!.message).toContain('"todo", "notify"');
    // Without values there is nothing to lose.
    expect(
      collectProblems((report) => mergeValues(payload, {}, report)).problems,
    ).toEqual([]);
  });

  test("keys that reach a prototype pollute nothing", () => {
    const payload = freeze(
      parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"p":1}}}'),
    );
    const added = freeze(
      parse('{"__proto__":{"polluted":2},"a":{"constructor":3,"b":4}}'),
    );
    const { result, problems } = collectProblems((report) =>
      mergeValues(payload, added, report),
    );
    const merged = result as Record<string, unknown>;
    expect(JSON.parse(JSON.stringify(merged))).toEqual(
      JSON.parse(
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"p":1}},"a":{"constructor":3,"b":4}}',
      ),
    );
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(merged["polluted"]).toBeUndefined();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(problems).toEqual([]);
  });
});

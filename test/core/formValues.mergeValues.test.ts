// @vitest-environment node
import { describe, expect, test } from "vitest";
import { mergeValues } from "../../src/core/formValues.js";
import { freeze } from "../helpers/freeze.js";
import { collectProblems } from "../helpers/unitProblems.js";

/** As it comes from a server: `__proto__` is a key like any other. */
const parse = (json: string): Record<string, unknown> => JSON.parse(json);

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

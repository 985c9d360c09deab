import { describe, expect, test } from "vitest";
import { shareStructure } from "../../src/core/index.js";
import { freeze } from "../helpers/freeze.js";

const parse = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const card = freeze({
  type: "Card",
  children: [
    { type: "Text", key: "a", value: "one" },
    { type: "Row", children: [{ type: "Badge", label: "x" }] },
    { type: "Text", id: "c", value: "three" },
  ],
});

describe("shareStructure", () => {
  test("equal JSON is the JSON that was there", () => {
    expect(shareStructure(card, parse(card))).toBe(card);
  });

  test("a change keeps every branch beside it", () => {
    const next = parse(card) as typeof card;
    next.children[0]!.value = "ONE";
    const shared = shareStructure(card, freeze(next));
    expect(shared).toEqual(next);
    expect(shared.children[1]).toBe(card.children[1]);
    expect(shared.children[2]).toBe(card.children[2]);
    expect(shared.children[0]).not.toBe(card.children[0]);
  });

  test("an id may be a number, as it may where nodes are rendered", () => {
    const before = [
      { id: 1, value: { a: 1 } },
      { id: 2, value: { a: 2 } },
    ];
    const after = shareStructure(before, structuredClone(before).reverse());
    expect(after[0]).toBe(before[1]);
    expect(after[1]).toBe(before[0]);
  });

  test("rows that moved find themselves by key and id", () => {
    const [a, row, c] = card.children;
    const shared = shareStructure(
      card,
      freeze({ type: "Card", children: parse([c, a, row]) as unknown[] }),
    );
    expect(shared.children[0]).toBe(c);
    expect(shared.children[1]).toBe(a);
  });

  test.each([
    ["a list becomes an object", [1], { 0: 1 }],
    ["an object becomes a list", { length: 0 }, []],
    ["a list grows", [1, 2], [1, 2, 3]],
    ["a list shrinks", [1, 2, 3], [1, 2]],
    ["a property goes", { a: 1, b: 2 }, { a: 1 }],
    ["a property becomes undefined", { a: 1 }, { a: undefined }],
    ["null and an object", { a: null }, { a: {} }],
    ["nothing before", undefined, { a: 1 }],
    [
      "a __proto__ key",
      JSON.parse('{"__proto__":{"a":1},"b":[1]}'),
      JSON.parse('{"__proto__":{"a":2},"b":[1]}'),
    ],
  ])("%s: the result equals what came", (_, before, next) => {
    expect(shareStructure(freeze(before), freeze(next))).toEqual(next);
  });

  test("a __proto__ key stays a key", () => {
    const text = '{"__proto__":{"polluted":true},"list":[1],"n":';
    const shared = shareStructure<Record<string, unknown>>(
      JSON.parse(`${text}1}`),
      JSON.parse(`${text}2}`) as Record<string, unknown>,
    );
    expect(Object.getPrototypeOf(shared)).toBe(Object.prototype);
    expect(shared["polluted"]).toBeUndefined();
  });

  test("what is no plain JSON is compared by identity", () => {
    const date = new Date(0);
    expect(shareStructure({ date }, { date: new Date(0) }).date).not.toBe(date);
    const run = () => undefined;
    const before = { run };
    expect(shareStructure(before, { run })).toBe(before);
  });

  test("very deep JSON does not overflow the stack", () => {
    const deep = (value: unknown) => {
      let node = value;
      for (let i = 0; i < 100_000; i++) node = [node];
      return node;
    };
    const next = deep(2);
    expect(Array.isArray(shareStructure(deep(1), next))).toBe(true);
  });

  test("a key that is undefined is no other key that has gone", () => {
    const before = { type: "Text", color: "red" };
    const next = { type: "Text", weight: undefined };
    expect(shareStructure(before, next)).toBe(next);
    expect(shareStructure(next, { ...next })).toBe(next);
  });

  const [a, b, c] = [{ a: 1 }, { b: [2] }, { c: {} }];
  test.each<[string, object, object, object]>([
    ["the first of a list", [1, a, b], [2, a, b], [2, a, b]],
    ["the last of a list", [a, b, 1], [a, b, 2], [a, b, 2]],
    ["one between others", [a, { d: 1 }, c], [a, { d: 2 }, c], [a, {}, c]],
    ["an item at the end", [a, b], [a, b, 3], [a, b, 3]],
    ["an item that has gone", [a, b, c], [a, b], [a, b]],
    ["the first of an object", { x: 1, a, b }, { x: 2, a, b }, { a, b }],
    ["the last of an object", { a, b, x: 1 }, { a, b, x: 2 }, { a, b }],
    ["one between", { a, x: { d: 1 }, c }, { a, x: { d: 2 }, c }, { a, c }],
    ["a name at the end", { a, b }, { a, b, x: 3 }, { a, b, x: 3 }],
    ["a name that has gone", { a, x: 1, b }, { a, b }, { a, b }],
    ["a list that gets keys", [{ a }, { b }], [{ id: 1, a }], [{ a }]],
    ["a node that loses its key", [{ id: 1, a }], [{ a }], [{ a }]],
  ])("%s changes: the branches beside it are kept", (_, before, next, kept) => {
    const copy = parse(next);
    const shared = shareStructure(before, freeze(copy));
    expect(shared).toEqual(next);
    // By identity, where `kept` names a branch.
    const compare = (found: unknown, branch: object) => {
      for (const [name, value] of Object.entries(branch)) {
        const at = (found as Record<string, unknown>)[name];
        if ([a, b, c].includes(value)) expect(at).toBe(value);
        else if (typeof value === "object") compare(at, value as object);
      }
    };
    compare(shared, kept);
  });

  test("nodes of one key are compared by position where that fits", () => {
    const twice = [
      { id: 1, value: a },
      { id: 1, value: b },
    ];
    expect(shareStructure(twice, parse(twice))).toBe(twice);
  });

  test.each([
    ["lists", (inner: unknown) => [inner]],
    ["objects", (inner: unknown) => ({ inner })],
  ])("equal %s are compared to a depth that no widget has", (_, wrap) => {
    const deep = (levels: number) => {
      let value: unknown = 1;
      for (let i = 0; i < levels; i++) value = wrap(value);
      return value;
    };
    const [near, far] = [deep(400), deep(600)];
    expect(shareStructure(near, deep(400))).toBe(near);
    expect(shareStructure(far, deep(600))).not.toBe(far);
  });

  test("objects that contain themselves twice are compared in a moment", () => {
    const knot = () => {
      const node: Record<string, unknown> = {};
      node["left"] = node["right"] = node;
      return node;
    };
    const next = knot();
    expect(shareStructure(knot(), next)["left"]).toBeDefined();
  });

  test("what throws as it is compared counts as changed", () => {
    const next = {
      get value(): unknown {
        throw new Error("no");
      },
    };
    expect(shareStructure({ value: 1 }, next)).toBe(next);
  });
});

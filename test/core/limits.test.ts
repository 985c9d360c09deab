import { describe, expect, test } from "vitest";
import {
  applyLimits,
  defaultLimits,
  type LimitHit,
  type Limits,
} from "../../src/core/limits.js";
import { freeze } from "../helpers/freeze.js";

function limit(widget: unknown, limits: Partial<Limits> = {}) {
  const hits: LimitHit[] = [];
  const result = applyLimits(
    freeze(widget),
    { ...defaultLimits, ...limits },
    (hit) => {
      hits.push(hit);
      return "too large";
    },
  );
  return { result, hits };
}

const notice = { type: "Caption", value: "too large" };

describe("applyLimits", () => {
  test("a widget within its limits is returned as it is", () => {
    const widget = { type: "Card", children: [{ type: "Text", value: "a" }] };
    expect(limit(widget)).toEqual({ result: widget, hits: [] });
    expect(limit(widget).result).toBe(widget);
  });

  test.each<[string, unknown, Partial<Limits>, unknown, LimitHit]>([
    [
      "levels",
      {
        type: "Card",
        children: [{ type: "Col", children: [{ type: "Text" }] }],
      },
      { depth: 2 },
      { type: "Card", children: [{ type: "Col", children: [notice] }] },
      { limit: "depth", max: 2, path: "/children/0/children/0" },
    ],
    [
      "levels of single children",
      { type: "Card", children: { type: "Col", children: { type: "Text" } } },
      { depth: 2 },
      { type: "Card", children: { type: "Col", children: notice } },
      { limit: "depth", max: 2, path: "/children/children" },
    ],
    [
      "nodes",
      { type: "Card", children: [{ type: "A" }, { type: "B" }, { type: "C" }] },
      { nodes: 2 },
      { type: "Card", children: [{ type: "A" }, notice] },
      { limit: "nodes", max: 2, path: "/children/1" },
    ],
    [
      "rows of a chart",
      { type: "Chart", data: [1, 2, 3] },
      { points: 2 },
      {
        type: "Col",
        gap: 1,
        children: [{ type: "Chart", data: [1, 2] }, notice],
      },
      { limit: "points", max: 2, path: "/data" },
    ],
  ])("%s: a notice replaces the excess", (_, widget, limits, expected, hit) => {
    const { result, hits } = limit(widget, limits);
    expect(result).toEqual(expected);
    expect(hits).toEqual([hit]);
  });

  test("a node that is there twice becomes two", () => {
    const text = { type: "Text", value: "a" };
    const { result } = limit({ type: "Card", children: [text, text] });
    const [first, second] = (result as { children: unknown[] }).children;
    expect(first).toEqual(second);
    expect(first).not.toBe(second);
  });

  test("one notice replaces all siblings that are too deep", () => {
    const text = { type: "Text", value: "a" };
    const inner = { type: "Col", children: ["b", text, text, text] };
    const { result, hits } = limit(
      { type: "Card", children: [inner, text] },
      { depth: 2 },
    );
    expect(result).toEqual({
      type: "Card",
      children: [{ type: "Col", children: ["b", notice] }, text],
    });
    expect(hits.map(({ path }) => path)).toEqual(["/children/0/children/1"]);
  });

  test("100,000 levels are cut without an overflow of the stack", () => {
    let node: unknown = { type: "Text", value: "deep" };
    for (let i = 0; i < 100_000; i++) node = { type: "Box", children: [node] };
    // `freeze` itself would overflow it.
    const hits: LimitHit[] = [];
    applyLimits(node, defaultLimits, (hit) => {
      hits.push(hit);
      return "";
    });
    expect(hits).toMatchObject([{ limit: "depth" }]);
  });
});

const many = (count: number, item: (i: number) => object) =>
  Array.from({ length: count }, (_, i) => item(i));

describe("options and series count as nodes", () => {
  const options = many(5, (i) => ({ value: i, label: i }));

  test.each(["options", "series"])("%s", (name) => {
    const before = { type: "Text", value: "a" };
    const node = { type: "Select", [name]: options };
    const after = { type: "Text", value: "b" };
    const { result, hits } = limit(
      { type: "Card", children: [before, node, after] },
      { nodes: 6 },
    );
    // The Card, the Text and the node leave room for three of them.
    const cut = { type: "Select", [name]: options.slice(0, 3) };
    expect(result).toEqual({
      type: "Card",
      children: [
        before,
        { type: "Col", gap: 1, children: [cut, notice] },
        notice,
      ],
    });
    expect(hits.map(({ limit, path }) => [limit, path])).toEqual([
      ["nodes", `/children/1/${name}`],
      ["nodes", "/children/2"],
    ]);
  });

  test("as many as fit are left as they are", () => {
    const node = { type: "Select", options };
    expect(limit(node, { nodes: 6 })).toEqual({ result: node, hits: [] });
    expect(limit(node, { nodes: 6 }).result).toBe(node);
  });

  test("also those of a node that was within the limits before", () => {
    const known = new WeakMap();
    const select = { type: "Select", options };
    const text = { type: "Text", value: "a" };
    const hits: LimitHit[] = [];
    for (const children of [[select], [text, select]]) {
      applyLimits(
        { type: "Card", children },
        { ...defaultLimits, nodes: 7 },
        (hit) => {
          hits.push(hit);
          return "";
        },
        known,
      );
    }
    expect(hits).toMatchObject([{ path: "/children/1/options" }]);
  });
});

test("ten values of a chart count as a node", () => {
  const data = many(20, (x) => ({ x }));
  const series = many(5, (i) => ({ dataKey: String(i) }));
  const chart = { type: "Chart", data, series };
  // The chart is one, and each series is one and has twenty values.
  const { result, hits } = limit(chart, { nodes: 12 });
  expect(result).toEqual({
    type: "Col",
    gap: 1,
    children: [{ ...chart, series: series.slice(0, 3) }, notice],
  });
  expect(hits).toEqual([{ limit: "nodes", max: 12, path: "/series" }]);
  expect(limit(chart, { nodes: 16 }).hits).toEqual([]);
  // Rows that are cut have no values.
  expect(limit(chart, { nodes: 11, points: 10 }).hits).toMatchObject([
    { limit: "points", path: "/data" },
  ]);
});

test("a node with children and a list is within the limits of both", () => {
  const node = { type: "A", children: [{ type: "B" }], data: [1, 2, 3] };
  const { result } = limit(node, { depth: 1, points: 2 });
  expect(result).toMatchObject({
    children: [{ type: "A", children: [notice], data: [1, 2] }, notice],
  });
});

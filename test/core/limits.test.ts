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
    () => "too large",
    (hit) => hits.push(hit),
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
      "characters",
      { type: "Text", value: "abcdef" },
      { text: 3 },
      { type: "Text", value: "abc… too large" },
      { limit: "text", max: 3, path: "/value" },
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

  test("100,000 levels are cut without an overflow of the stack", () => {
    let node: unknown = { type: "Text", value: "deep" };
    for (let i = 0; i < 100_000; i++) node = { type: "Box", children: [node] };
    const hits: LimitHit[] = [];
    applyLimits(
      node,
      defaultLimits,
      () => "",
      (hit) => hits.push(hit),
    );
    expect(hits).toMatchObject([{ limit: "depth" }]);
  });
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  applyLimits,
  defaultLimits,
  type Known,
  type Limits,
} from "../../src/core/limits.js";

const text = { type: "Text", value: "a" };
const col = (...children: unknown[]) => ({ type: "Col", children });

/** A function that applies limits and remembers, as for the widgets of a stream; it gives the paths of cuts. */
function createWalk(limits: Partial<Limits>) {
  const known: Known = new WeakMap();
  return (widget: unknown) => {
    const hits: string[] = [];
    const result = applyLimits(
      widget,
      { ...defaultLimits, ...limits },
      ({ limit, path }) => {
        hits.push(`${limit} ${path}`);
        return "too large";
      },
      known,
    );
    return { result, hits };
  };
}

/** Three levels and four nodes, and how often its children were read. */
function createBranch() {
  const children = [col({ ...text }), { ...text }];
  const branch = {
    type: "Col",
    reads: 0,
    get children() {
      this.reads++;
      return children;
    },
  };
  return branch;
}

describe("a branch that was within the limits", () => {
  test.each<[string, Partial<Limits>, (branch: unknown) => unknown]>([
    ["no limit is near", {}, (branch) => col(text, branch)],
    ["its levels just fit", { depth: 4 }, (branch) => col(branch)],
    ["its nodes just fit", { nodes: 6 }, (branch) => col(text, branch)],
  ])("is not read again where %s", (_, limits, wrap) => {
    const walk = createWalk(limits);
    const branch = createBranch();
    walk(col(branch));
    expect(branch.reads).toBe(1);
    const widget = wrap(branch);
    expect(walk(widget)).toEqual({ result: widget, hits: [] });
    expect(branch.reads).toBe(1);
  });

  test.each<[string, Partial<Limits>, (branch: unknown) => unknown, string[]]>([
    [
      "deeper",
      { depth: 4 },
      (branch) => col(col(branch)),
      ["depth /children/0/children/0/children/0/children/0"],
    ],
    [
      "after others",
      { nodes: 6 },
      (branch) => col(text, text, branch),
      ["nodes /children/2/children/1"],
    ],
    [
      "before others",
      { nodes: 6 },
      (branch) => col(branch, text, text),
      ["nodes /children/2"],
    ],
  ])("is cut where it is %s", (_, limits, wrap, hits) => {
    const walk = createWalk(limits);
    const branch = createBranch();
    expect(walk(col(branch)).hits).toEqual([]);
    expect(walk(wrap(branch)).hits).toEqual(hits);
    // What was cut is not remembered as whole.
    expect(walk(wrap(branch)).hits).toEqual(hits);
  });

  test("counts in what contains it", () => {
    const walk = createWalk({ depth: 5, nodes: 9 });
    const branch = createBranch();
    walk(col(branch));
    const parent = col(branch, { ...text });
    expect(walk(col(parent)).hits).toEqual([]);
    expect(walk(col(parent, text, text)).hits).toEqual([]);
    expect(walk(col(parent, text, text, text)).hits).toEqual([
      "nodes /children/3",
    ]);
    expect(walk(col(col(parent))).hits).toEqual([
      "depth /children/0/children/0/children/0/children/0/children/0",
    ]);
  });

  test("becomes two where it is twice", () => {
    const walk = createWalk({});
    const branch = createBranch();
    walk(col(branch));
    const { children } = walk(col(branch, branch)).result as {
      children: object[];
    };
    expect(children[0]).toBe(branch);
    expect(children[1]).not.toBe(branch);
  });
});

describe("children that are no nodes", () => {
  const widget = col(null, "a", 3, [text], { type: "Box", children: "b" });

  test("stay", () => {
    const { result, hits } = createWalk({ nodes: 6, depth: 2 })(widget);
    expect(result).toBe(widget);
    expect(hits).toEqual([]);
  });

  test("count as nodes, because to report a million of them takes as long", () => {
    const { result, hits } = createWalk({ nodes: 3 })(widget);
    const notice = { type: "Caption", value: "too large" };
    expect(result).toEqual(col(null, "a", notice));
    expect(hits).toEqual(["nodes /children/2"]);
  });
});

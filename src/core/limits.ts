import { isObject } from "./tree.js";

/** What a widget may hold. Beyond a limit a notice stands in place of the excess. */
export interface Limits {
  /** Levels of nodes. @default 64 */
  depth: number;
  /** Nodes in a widget. @default 50000 */
  nodes: number;
  /** Characters in one text value. @default 200000 */
  text: number;
  /** Rows of a chart. @default 10000 */
  points: number;
}

export const defaultLimits: Limits = {
  depth: 64,
  nodes: 50_000,
  text: 200_000,
  points: 10_000,
};

export interface LimitHit {
  limit: keyof Limits;
  max: number;
  path: string;
}

type Json = Record<string, unknown>;

/**
 * `widget` with what exceeds `limits` cut off. `notice` gives the text that stands
 * in place of the excess; `onHit` hears of each cut. A widget within its limits
 * is returned as it is.
 */
export function applyLimits(
  widget: unknown,
  limits: Limits,
  notice: (hit: LimitHit) => string,
  onHit: (hit: LimitHit) => void,
): unknown {
  let count = 0;
  let full = false;
  const seen = new Set<unknown>();

  return visit(widget, "", 1);

  function visit(value: unknown, path: string, depth: number): unknown {
    if (!isNode(value)) return value;
    count++;
    if (depth > limits.depth) return cut("depth", path);
    if (count > limits.nodes) {
      // One notice is enough; the rest of the excess is left out.
      if (full) return null;
      full = true;
      return cut("nodes", path);
    }
    let changes: Json | undefined;
    // A node that stands in two places becomes two nodes: a path, a pending
    // state and an element belong to one place.
    if (seen.has(value)) changes = {};
    seen.add(value);
    const children = value["children"];
    const kept = Array.isArray(children)
      ? visitList(children, path, depth)
      : visit(children, `${path}/children`, depth + 1);
    if (kept !== children) (changes ??= {})["children"] = kept;
    for (const name of ["value", "label"]) {
      const text = value[name];
      if (typeof text !== "string" || text.length <= limits.text) continue;
      const told = tell("text", `${path}/${name}`);
      (changes ??= {})[name] = `${text.slice(0, limits.text)}… ${told}`;
    }
    const data = value["data"];
    if (Array.isArray(data) && data.length > limits.points) {
      const chart = { ...value, data: data.slice(0, limits.points) };
      const told = cut("points", `${path}/data`);
      return { type: "Col", gap: 1, children: [chart, told] };
    }
    return changes ? { ...value, ...changes } : value;
  }

  function visitList(list: unknown[], path: string, depth: number) {
    let copy: unknown[] | undefined;
    for (let i = 0; i < list.length; i++) {
      if (full) return (copy ?? list).slice(0, i);
      const kept = visit(list[i], `${path}/children/${i}`, depth + 1);
      if (kept !== list[i]) (copy ??= list.slice())[i] = kept;
    }
    return copy ?? list;
  }

  function tell(limit: keyof Limits, path: string): string {
    const hit = { limit, max: limits[limit], path };
    onHit(hit);
    return notice(hit);
  }

  /** What stands in place of the excess. */
  function cut(limit: keyof Limits, path: string) {
    return { type: "Caption", value: tell(limit, path) };
  }
}

function isNode(value: unknown): value is Json {
  return isObject(value) && !Array.isArray(value);
}

import { isRecord, recordsOf } from "./json.js";

/** How large a widget may be. What exceeds a limit is replaced by a notice. */
export interface Limits {
  /** The most levels of nodes. @default 64 */
  depth: number;
  /** The most nodes in a widget; an option counts as one, and so do ten values of a chart. @default 50000 */
  nodes: number;
  /** The most characters in one text value. @default 200000 */
  text: number;
  /** The most rows of a chart. @default 10000 */
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
 * Nodes that were within the limits, with the number of nodes in them and of their
 * levels. So an update walks only through what it has changed. It is valid for one set
 * of limits.
 */
export type Known = WeakMap<
  object,
  {
    nodes: number;
    levels: number;
    /** The walk that met the node last: met twice in one walk, it is two nodes. */
    walk: unknown;
  }
>;

/**
 * Cuts off what exceeds `limits`. `onHit` is called for each cut, and gives the text that
 * replaces it. A widget within its limits is returned as it is. Texts are cut where
 * a node reads them (`PropReader`).
 */
export function applyLimits(
  widget: unknown,
  limits: Limits,
  onHit: (hit: LimitHit) => string,
  known: Known = new WeakMap(),
): unknown {
  let count = 0;
  let levels = 0;
  const seen = new Set<unknown>();
  const walk = {};
  /** The path of the walk, as positions in lists; -1 is a child without a list. */
  const path: number[] = [];

  return visit(widget, 1);

  function visit(value: unknown, depth: number): unknown {
    const fits = known.get(value as Json);
    if (
      fits &&
      fits.walk !== walk &&
      depth + fits.levels <= limits.depth &&
      count + fits.nodes <= limits.nodes
    ) {
      fits.walk = walk;
      count += fits.nodes;
      levels = Math.max(levels, depth + fits.levels);
      return value;
    }
    const [before, above] = [count, levels];
    levels = depth;
    const { size } = seen;
    const met = seen.add(value).size === size || fits?.walk === walk;
    const kept = visitNode(value, depth, met);
    const nodes = count - before;
    // A leaf is not remembered: to check it again is faster.
    if (kept === value && nodes > 1) {
      known.set(value as Json, { nodes, levels: levels - depth, walk });
    }
    levels = Math.max(levels, above);
    return kept;
  }

  function visitNode(value: unknown, depth: number, met: boolean): unknown {
    // What is no node counts as one: it has a key, and most of it is reported.
    if (++count > limits.nodes) return cut("nodes");
    if (!isRecord(value)) return value;
    if (depth > limits.depth) return cut("depth");
    let changes: Json | undefined;
    // One object that is in the widget twice becomes two nodes: each has a path, a
    // pending state and an element.
    if (met) changes = {};
    const children = value["children"];
    let kept = children;
    if (Array.isArray(children)) {
      kept = visitList(children, depth);
    } else if (isRecord(children)) {
      path.push(-1);
      kept = visit(children, depth + 1);
      path.pop();
    }
    if (kept !== children) (changes ??= {})["children"] = kept;
    const node = changes ? { ...value, ...changes } : value;
    return value["data"] || value["options"] || value["series"]
      ? shortenLists(node)
      : node;
  }

  /** A node whose lists are within the limits, before notices about what is not shown. */
  function shortenLists(node: Json): Json {
    const rows = Math.min(recordsOf(node["data"]).length, limits.points);
    const children = [node];
    // How many nodes an item counts as: a series has a value for each row.
    const costs = { data: 0, options: 1, series: 1 + rows / 10 };
    for (const [name, cost] of Object.entries(costs)) {
      const list = node[name];
      if (!Array.isArray(list)) continue;
      const left = Math.max(0, limits.nodes - count);
      const most = cost ? Math.floor(left / cost) : limits.points;
      count += Math.min(list.length, most) * cost;
      if (list.length <= most) continue;
      children[0] = { ...children[0], [name]: list.slice(0, most) };
      children.push(cut(cost ? "nodes" : "points", `/${name}`));
    }
    return children.length > 1 ? { type: "Col", gap: 1, children } : node;
  }

  function visitList(list: unknown[], depth: number) {
    let copy: unknown[] | undefined;
    for (let i = 0; i < list.length; i++) {
      path.push(i);
      const kept = visit(list[i], depth + 1);
      path.pop();
      if (kept !== list[i]) (copy ??= list.slice())[i] = kept;
      // One notice is enough; the rest of the excess is left out.
      if (count > limits.nodes || (copy && depth >= limits.depth)) {
        return (copy ?? list).slice(0, i + 1);
      }
    }
    return copy ?? list;
  }

  /** Reports a cut; the node that replaces what exceeds the limit. */
  function cut(limit: keyof Limits, below = ""): Json {
    const pointer = path
      .map((i) => (i < 0 ? "/children" : `/children/${i}`))
      .join("");
    const hit = { limit, max: limits[limit], path: pointer + below };
    return { type: "Caption", value: onHit(hit) };
  }
}

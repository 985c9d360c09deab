import { isRecord } from "./json.js";

/** How large a widget may be. What exceeds a limit is replaced by a notice. */
export interface Limits {
  /** The most levels of nodes. @default 64 */
  depth: number;
  /** The most nodes in a widget. @default 50000 */
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
 * Cuts off what exceeds `limits`. `notice` gives the text that replaces it; `onHit` is
 * called for each cut. A widget within its limits is returned as it is.
 */
export function applyLimits(
  widget: unknown,
  limits: Limits,
  notice: (hit: LimitHit) => string,
  onHit: (hit: LimitHit) => void,
  known: Known = new WeakMap(),
): unknown {
  let count = 0;
  let levels = 0;
  let full = false;
  const seen = new Set<unknown>();
  const walk = {};
  /** The path of the walk, as positions in lists; -1 is a child without a list. */
  const path: number[] = [];

  return visit(widget, 1);

  function visit(value: unknown, depth: number): unknown {
    if (!isRecord(value)) return value;
    const fits = known.get(value);
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
      known.set(value, { nodes, levels: levels - depth, walk });
    }
    levels = Math.max(levels, above);
    return kept;
  }

  function visitNode(value: Json, depth: number, met: boolean): unknown {
    count++;
    if (depth > limits.depth) return cut("depth");
    if (count > limits.nodes) {
      // One notice is enough; the rest of the excess is left out.
      if (full) return null;
      full = true;
      return cut("nodes");
    }
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
    const { value: text, label, data } = value;
    if (isLong(text)) (changes ??= {})["value"] = shorten("value", text);
    if (isLong(label)) (changes ??= {})["label"] = shorten("label", label);
    if (Array.isArray(data) && data.length > limits.points) {
      const chart = { ...value, data: data.slice(0, limits.points) };
      const tooLarge = cut("points", "/data");
      return { type: "Col", gap: 1, children: [chart, tooLarge] };
    }
    return changes ? { ...value, ...changes } : value;
  }

  function visitList(list: unknown[], depth: number) {
    let copy: unknown[] | undefined;
    for (let i = 0; i < list.length; i++) {
      if (full) return (copy ?? list).slice(0, i);
      path.push(i);
      const kept = visit(list[i], depth + 1);
      path.pop();
      if (kept !== list[i]) (copy ??= list.slice())[i] = kept;
    }
    return copy ?? list;
  }

  function isLong(text: unknown): text is string {
    return typeof text === "string" && text.length > limits.text;
  }

  function shorten(name: string, text: string): string {
    return `${text.slice(0, limits.text)}… ${report("text", `/${name}`)}`;
  }

  /** Reports a cut and gives the text of its notice. */
  function report(limit: keyof Limits, below = ""): string {
    const pointer = path
      .map((i) => (i < 0 ? "/children" : `/children/${i}`))
      .join("");
    const hit = { limit, max: limits[limit], path: pointer + below };
    onHit(hit);
    return notice(hit);
  }

  /** The node that replaces what exceeds a limit. */
  function cut(limit: keyof Limits, below?: string) {
    return { type: "Caption", value: report(limit, below) };
  }
}

import { isRecord } from "./json.js";

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
 * Nodes that were within the limits when they were looked at, with how many
 * stand in them and how deep: an update walks through what it changed only.
 * For the same limits.
 */
export type Known = WeakMap<
  object,
  {
    nodes: number;
    levels: number;
    /** The walk that met it last: in one walk only once. */
    walk: unknown;
  }
>;

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
  known: Known = new WeakMap(),
): unknown {
  let count = 0;
  let levels = 0;
  let full = false;
  const seen = new Set<unknown>();
  const walk = {};
  /** Where the walk is, as positions in lists; -1 is a child without a list. */
  const place: number[] = [];

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
    const met = seen.has(value) || fits?.walk === walk;
    const kept = visitNode(value, depth, met);
    const nodes = count - before;
    // To look at a leaf again is faster than to remember it.
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
    // A node that stands in two places becomes two nodes: a path, a pending
    // state and an element belong to one place.
    if (met) changes = {};
    seen.add(value);
    const children = value["children"];
    let kept = children;
    if (Array.isArray(children)) {
      kept = visitList(children, depth);
    } else if (isRecord(children)) {
      place.push(-1);
      kept = visit(children, depth + 1);
      place.pop();
    }
    if (kept !== children) (changes ??= {})["children"] = kept;
    const { value: text, label, data } = value;
    if (isLong(text)) (changes ??= {})["value"] = shorten("value", text);
    if (isLong(label)) (changes ??= {})["label"] = shorten("label", label);
    if (Array.isArray(data) && data.length > limits.points) {
      const chart = { ...value, data: data.slice(0, limits.points) };
      const told = cut("points", "/data");
      return { type: "Col", gap: 1, children: [chart, told] };
    }
    return changes ? { ...value, ...changes } : value;
  }

  function visitList(list: unknown[], depth: number) {
    let copy: unknown[] | undefined;
    for (let i = 0; i < list.length; i++) {
      if (full) return (copy ?? list).slice(0, i);
      place.push(i);
      const kept = visit(list[i], depth + 1);
      place.pop();
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

  /** What is said of the excess; its path is put together only here. */
  function report(limit: keyof Limits, below = ""): string {
    const path = place
      .map((i) => (i < 0 ? "/children" : `/children/${i}`))
      .join("");
    const hit = { limit, max: limits[limit], path: path + below };
    onHit(hit);
    return notice(hit);
  }

  /** What stands in place of the excess. */
  function cut(limit: keyof Limits, below?: string) {
    return { type: "Caption", value: report(limit, below) };
  }
}

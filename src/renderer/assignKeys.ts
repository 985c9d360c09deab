import { isObject, toText } from "../core/json.js";
import { nodeKey } from "../core/nodeTree.js";

interface Keyed {
  json: unknown;
  /** Unique among siblings. */
  key: string;
}

/** How often each key occurs among siblings; empty between two calls. */
const counts = new Map<string, number>();

/** The key of each child; `undefined`: those of the last render, one by one. */
export function assignKeys(
  children: readonly unknown[],
  last: readonly Keyed[],
): string[] | undefined {
  const isAsBefore = (child: unknown, i: number) =>
    last[i] !== undefined &&
    (child === last[i].json || keyOf(child) === keyOf(last[i].json));
  if (last.length > 0 && children.every(isAsBefore)) return undefined;
  const keys = children.map(keyOf);
  for (const [i, key] of keys.entries()) {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    // Two siblings may have the same key: an author's mistake hides neither.
    if (count > 0) keys[i] = `${key} ${count}`;
  }
  counts.clear();
  return keys;
}

/**
 * The author's `key` or `id`, else the type and the name of the field. Positions
 * are no keys: a text that is added above a form must not reset its fields.
 */
export function keyOf(node: unknown): string {
  const key = nodeKey(node);
  if (key !== undefined || !isObject(node)) return key ?? "";
  const { type, name } = node;
  return typeof name === "string" ? `${toText(type)} ${name}` : toText(type);
}

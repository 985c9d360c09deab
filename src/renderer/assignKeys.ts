import { isObject, toText } from "../core/json.js";
import { nodeKey } from "../core/nodeTree.js";
import type { RenderedNode } from "./renderNode.js";

/** What is taken among siblings, and how often; empty between two calls. */
const taken = new Map<string, number>();

/** What each child is known by; `undefined`: as those before them, one by one. */
export function assignKeys(
  children: readonly unknown[],
  last: readonly RenderedNode[],
): string[] | undefined {
  const isAsBefore = (child: unknown, i: number) =>
    last[i] !== undefined &&
    (child === last[i].json || keyOf(child) === keyOf(last[i].json));
  if (children.every(isAsBefore)) return undefined;
  const places = children.map(keyOf);
  for (const [i, place] of places.entries()) {
    const count = taken.get(place) ?? 0;
    taken.set(place, count + 1);
    // Also for two siblings of one key: an author's slip drops none of them.
    if (count > 0) places[i] = `${place} ${count}`;
  }
  taken.clear();
  return places;
}

/**
 * What a node is known by among its siblings: the author's `key` or `id`, else
 * its type and the name of its field. A text that appears above a form must not
 * cost what was typed in it.
 */
function keyOf(node: unknown): string {
  const handle = nodeKey(node);
  if (handle !== undefined || !isObject(node)) return handle ?? "";
  const { type, name } = node;
  return typeof name === "string" ? `${toText(type)} ${name}` : toText(type);
}

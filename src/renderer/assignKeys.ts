import { isObject, toText } from "../core/json.js";
import { nodeKey } from "../core/nodeTree.js";

interface Keyed {
  json: unknown;
  /** Unique among siblings. */
  key: string;
}

/** How often each key occurs among siblings; empty between two calls. */
const counts = new Map<string, number>();

/**
 * The key of each child; `undefined`: those of the last render, one by one. In a widget
 * that grows, a node keeps its key when its `key`, `id` or `name` comes after it.
 */
export function assignKeys(
  children: readonly unknown[],
  last: readonly Keyed[],
  growing = false,
): string[] | undefined {
  const isAsBefore = (child: unknown, i: number) =>
    last[i] !== undefined &&
    (child === last[i].json ||
      (growing
        ? hasGrown(last[i].json, child)
        : keyOf(child) === keyOf(last[i].json)));
  if (last.length > 0 && children.every(isAsBefore)) return undefined;
  // `map` would leave out what is missing in a list with gaps.
  const own = Array.from(children, keyOf);
  const keys = growing ? keptKeys() : [];
  for (const [i, key] of own.entries()) {
    if (keys[i] !== undefined) continue;
    // Two siblings may have the same key: an author's mistake hides neither, also
    // where the number that is added makes the key of a third.
    let count = counts.get(key) ?? 0;
    let unique = key;
    while (counts.has(unique)) unique = `${key} ${count++}`;
    counts.set(unique, 1);
    if (unique !== key) counts.set(key, count);
    keys[i] = unique;
  }
  counts.clear();
  return keys as string[];

  /** A key that came late did not change the one that the node had. */
  function keptKeys() {
    const ofJson = new Map(last.map(({ json, key }) => [json, key]));
    const ofKey = new Map(
      last.map(({ json, key }) => [keyOf(json), key] as const).reverse(),
    );
    // A patch may add a node before one that has not changed, and that keeps its key.
    const kept = children.map((child) => claim(ofJson.get(child)));
    return kept.map(
      (key, i) =>
        key ??
        claim(isAsBefore(children[i], i) ? last[i]!.key : ofKey.get(own[i]!)),
    );
  }

  function claim(key: string | undefined) {
    if (key === undefined || counts.has(key)) return undefined;
    counts.set(key, 1);
    return key;
  }
}

/** Whether `now` may be `before` with more of its properties. */
function hasGrown(before: unknown, now: unknown): boolean {
  return (
    isObject(before) &&
    isObject(now) &&
    before["type"] === now["type"] &&
    ["key", "id", "name"].every(
      (name) => before[name] == null || before[name] === now[name],
    )
  );
}

/**
 * The author's `key` or `id`, else the type and the name of the field. Positions
 * are no keys: a text that is added above a form must not reset its fields.
 */
function keyOf(node: unknown): string {
  const key = nodeKey(node);
  if (key !== undefined || !isObject(node)) return key ?? "";
  const { type, name } = node;
  return typeof name === "string" ? `${toText(type)} ${name}` : toText(type);
}

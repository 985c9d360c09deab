import { type Json, isObject, isRecord, recordsOf, toText } from "./json.js";

/** The series of a chart. */
export function seriesOf(list: unknown): Json[] {
  return recordsOf(list).map(unwrapSeries);
}

/** ChatKit's builder wraps each series in a Text, as its `value`; a series itself has no `value`. */
export function unwrapSeries(one: Json): Json {
  return isRecord(one["value"]) ? one["value"] : one;
}

/** What identifies a node among its siblings: its `key`, or else its `id`. */
export function nodeKey(node: unknown): string | undefined {
  return isObject(node) ? toKey(node["key"] ?? node["id"]) : undefined;
}

/** A key or an id as text. */
export function toKey(handle: unknown): string | undefined {
  return typeof handle === "string" || typeof handle === "number"
    ? String(handle)
    : undefined;
}

/** The children of a node as a list: one object is a list of one, `null` none. */
export function childrenOf(node: unknown): readonly unknown[] {
  const children = isObject(node) ? node["children"] : undefined;
  if (Array.isArray(children)) return children;
  return children == null ? [] : [children];
}

type Found = { path: string; node: Json };

/** What `locate` has met in a widget, and where it goes on: a thousand errors walk through it once. */
const walks = new WeakMap<object, [Map<unknown, Found>, [unknown, string][]]>();

/**
 * The node under `root` that is or has `target`, such as an action, with its path as a
 * JSON pointer: `"/children/0"`, or `""` for the root itself. `undefined`: it is not there.
 */
export function locate(root: unknown, target: unknown): Found | undefined {
  if (!isObject(root)) return undefined;
  let walk = walks.get(root);
  if (!walk) walks.set(root, (walk = [new Map(), [[root, ""]]]));
  const [met, stack] = walk;
  while (!met.has(target)) {
    const next = stack.pop();
    if (!next) return undefined;
    const [node, path] = next;
    if (!isObject(node)) continue;
    try {
      meet(met, { path, node });
      const { children } = node;
      if (Array.isArray(children)) {
        for (let i = children.length - 1; i >= 0; i--) {
          stack.push([children[i], `${path}/children/${i}`]);
        }
      } else if (children != null) {
        stack.push([children, `${path}/children`]);
      }
    } catch {
      // A getter or a proxy that throws is found, and what is in it is not.
    }
  }
  return met.get(target);
}

/** A node, its properties and, as the actions of a Card, what is one level deeper. */
function meet(met: Map<unknown, Found>, found: Found) {
  const add = (target: unknown) => {
    if (target !== undefined && !met.has(target)) met.set(target, found);
  };
  const { node } = found;
  add(node);
  for (const name of Object.keys(node)) {
    const value = node[name];
    if (name === "children") continue;
    // Instead of an action there may be a text, and another property may be the same text.
    if (isObject(value)) {
      add(value);
      add(value["action"]);
    } else if (name.endsWith("Action")) add(value);
  }
}

/**
 * Returns the text of a widget, with a line for each text, for copying, searching and
 * tests. ChatKit calls it `copy_text`.
 */
export function widgetToText(widget: unknown): string {
  const lines: string[] = [];
  // A node may contain itself, or others twice at each level.
  let left = 1_000_000;
  collect(widget, 0);
  return lines.join("\n");

  function collect(value: unknown, depth: number) {
    if (!isObject(value) || depth > 500 || --left < 0) return;
    const status = value["status"] as Json | null | undefined;
    for (const text of [status?.["text"], value["value"], value["label"]]) {
      const line = toText(text);
      if (line !== "") lines.push(line);
    }
    for (const child of childrenOf(value)) collect(child, depth + 1);
  }
}

/** The first title or text under a node, which names a collapsed Card. */
export function firstText(node: unknown): string {
  for (const child of childrenOf(node)) {
    const text = toText((child as Json | null)?.["value"]) || firstText(child);
    if (text !== "") return text;
  }
  return "";
}

import { type Json, isObject, isRecord, recordsOf, toText } from "./json.js";

/** The series of a chart. */
export function seriesOf(list: unknown): Json[] {
  return recordsOf(list).map(unwrapSeries);
}

/** A builder writes each series into a Text, as its `value`; no series has one. */
export function unwrapSeries(one: Json): Json {
  return isRecord(one["value"]) ? one["value"] : one;
}

/** What the author calls a node among others: its `key`, else its `id`. */
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

/**
 * Where `target` stands under `root`, as a JSON pointer: `"/children/0"`, `""`
 * for the root itself, `undefined` if it is not there. `target` is a node or
 * anything that hangs on one, such as an action.
 */
export function locate(
  root: unknown,
  target: unknown,
): { path: string; node: Json } | undefined {
  const stack: [unknown, string][] = [[root, ""]];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [node, path] = entry;
    if (!isObject(node)) continue;
    if (holds(node, target)) return { path, node };
    const { children } = node;
    if (Array.isArray(children)) {
      for (let i = children.length - 1; i >= 0; i--) {
        stack.push([children[i], `${path}/children/${i}`]);
      }
    } else if (children != null) {
      stack.push([children, `${path}/children`]);
    }
  }
  return undefined;
}

/** Actions stand at a property of a node or, in a Card, one level deeper. */
function holds(node: Json, target: unknown): boolean {
  if (node === target) return true;
  for (const name of Object.keys(node)) {
    const value = node[name];
    if (name === "children") continue;
    // What should be an action may be a text, which another property is as well.
    if (value === target && (isObject(value) || name.endsWith("Action"))) {
      return true;
    }
    if (isObject(value) && value["action"] === target) return true;
  }
  return false;
}

/**
 * The text of a widget, a line per text, for copying, searching and tests:
 * what ChatKit calls `copy_text`.
 */
export function widgetToText(widget: unknown): string {
  const lines: string[] = [];
  collect(widget, lines, 0);
  return lines.join("\n");
}

function collect(value: unknown, lines: string[], depth: number) {
  if (!isObject(value) || depth > 500) return;
  const status = value["status"] as Json | null | undefined;
  for (const text of [status?.["text"], value["value"], value["label"]]) {
    const line = toText(text);
    if (line !== "") lines.push(line);
  }
  for (const child of childrenOf(value)) collect(child, lines, depth + 1);
}

/** The first title or text under a node: what names it when it is folded. */
export function firstText(node: unknown): string {
  for (const child of childrenOf(node)) {
    const text = toText((child as Json | null)?.["value"]) || firstText(child);
    if (text !== "") return text;
  }
  return "";
}

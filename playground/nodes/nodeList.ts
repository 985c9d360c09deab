import { isRecord, toText } from "../../src/core/json.js";
import { child, splitPointer } from "../json/pointer.js";

/** A node of a widget, as the tree shows it. */
export interface ListedNode {
  /** JSON pointer: `""` is the root. */
  path: string;
  type: string;
  /** The first words of it, if it has any. */
  text: string;
  json: Readonly<Record<string, unknown>>;
  parent: string | undefined;
  /** From 1. */
  level: number;
  /** Among its siblings, from 1. */
  position: number;
  siblings: number;
  hasChildren: boolean;
}

const TEXT_LENGTH = 60;

/** The nodes of a widget in document order, without recursion: JSON may be deeper than the stack. */
export function nodesOf(widget: unknown): ListedNode[] {
  const nodes: ListedNode[] = [];
  const stack = isRecord(widget)
    ? [entryOf(widget, "", undefined, 1, 1, 1)]
    : [];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const inner = childNodes(next.json, next.path);
    next.hasChildren = inner.length > 0;
    nodes.push(next);
    for (let i = inner.length - 1; i >= 0; i--) {
      const [path, json] = inner[i]!;
      stack.push(
        entryOf(json, path, next.path, next.level + 1, i + 1, inner.length),
      );
    }
  }
  return nodes;
}

/** The node at a pointer, else the nearest one that it is in. */
export function nodeIn(
  nodes: readonly ListedNode[],
  pointer: string,
): ListedNode | undefined {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  for (let path = pointer; path !== ""; [path] = splitPointer(path)) {
    const node = byPath.get(path);
    if (node) return node;
  }
  return byPath.get("");
}

function entryOf(
  json: Record<string, unknown>,
  path: string,
  parent: string | undefined,
  level: number,
  position: number,
  siblings: number,
): ListedNode {
  const { type, value, label, name, src, status } = json;
  const text = [value, label, isRecord(status) && status["text"], name, src]
    .map(toText)
    .find((one) => one !== "" && one !== "false");
  return {
    path,
    type: toText(type) || "No type",
    text: (text ?? "").slice(0, TEXT_LENGTH),
    json,
    parent,
    level,
    position,
    siblings,
    hasChildren: false,
  };
}

/** The children that are nodes, with their pointers: a list, or one object. */
function childNodes(json: Record<string, unknown>, path: string) {
  const list = child(path, "children");
  const { children } = json;
  const all: readonly (readonly [string, unknown])[] = Array.isArray(children)
    ? children.map((one: unknown, i) => [child(list, String(i)), one])
    : [[list, children]];
  return all.filter((one): one is [string, Record<string, unknown>] =>
    isRecord(one[1]),
  );
}

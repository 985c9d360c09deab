import { childrenOf } from "./nodeTree.js";
import { isRecord, toText } from "./json.js";

/** Replaces the whole widget: ChatKit's `widget.root.updated`. */
export interface WidgetRootUpdated {
  type: "widget.root.updated";
  widget: unknown;
}

/** Replaces the node with that `id`: `widget.component.updated`. */
export interface WidgetComponentUpdated {
  type: "widget.component.updated";
  component_id: string;
  component: unknown;
}

/** Appends to the text of the node with that `id`: `widget.streaming_text.value_delta`. */
export interface WidgetTextDelta {
  type: "widget.streaming_text.value_delta";
  component_id: string;
  delta: string;
  /** `true` means that the node does not stream, not that this is its last delta. */
  done?: boolean;
}

/** An update of a widget, as a server sends it. */
export type WidgetUpdate =
  WidgetRootUpdated | WidgetComponentUpdated | WidgetTextDelta;

type Json = Record<string, unknown>;

/**
 * Returns `widget` after an update, as ChatKit's servers send it. Branches that the
 * update does not touch keep their identity, and so does the whole widget if no node
 * has that `id`. If several nodes have one `id`, the first changes.
 *
 * @example
 * widget = applyUpdate(widget, {
 *   type: "widget.streaming_text.value_delta",
 *   component_id: "body",
 *   delta: "more text",
 * });
 */
export function applyUpdate<T>(widget: T, update: WidgetUpdate): T {
  switch (update.type) {
    case "widget.root.updated":
      return isRecord(update.widget) ? (update.widget as T) : widget;
    case "widget.component.updated": {
      const { component } = update;
      return isRecord(component)
        ? changeNode(widget, update.component_id, () => component)
        : widget;
    }
    case "widget.streaming_text.value_delta":
      return changeNode(widget, update.component_id, (node) => ({
        ...node,
        value: toText(node["value"]) + toText(update.delta),
      }));
    // A newer server may send updates that this version does not know.
    default:
      return widget;
  }
}

/** `widget` with the first node called `id` changed, in document order. */
export function changeNode<T>(
  widget: T,
  id: string,
  change: (node: Json) => Json,
): T {
  if (typeof id !== "string") return widget;
  if (!isRecord(widget)) return widget;
  if (widget["id"] === id) return change(widget) as T;
  const path = follow(widget, id) ?? find(widget, id);
  if (path.length === 0) return widget;
  const last = path.at(-1)!;
  let changed = change(last.children[last.index] as Json);
  for (const { parent, children, index } of path.toReversed()) {
    changed = {
      ...parent,
      children: Array.isArray(parent["children"])
        ? children.with(index, changed)
        : changed,
    };
  }
  paths.set(changed, { id, indices: path.map((step) => step.index) });
  return changed as T;
}

/** The path to the node that changed last, by root: a text that grows is not searched for again. */
const paths = new WeakMap<object, { id: string; indices: readonly number[] }>();

/** The path to the node that changed last, if it is the one called `id`. */
function follow(root: Json, id: string): Step[] | undefined {
  const last = paths.get(root);
  if (last?.id !== id) return undefined;
  let node: unknown = root;
  const path = last.indices.map((index) => {
    const parent = node as Json;
    const children = childrenOf(parent);
    node = children[index];
    return { parent, children, index };
  });
  return isRecord(node) && node["id"] === id ? path : undefined;
}

/** A step of the path to a node: a parent, and which of its children comes next. */
interface Step {
  parent: Json;
  children: readonly unknown[];
  index: number;
}

/**
 * The path from the root to the first node called `id` below it; empty if there is none.
 * It does not recurse, because JSON may be nested deeper than the stack.
 */
function find(root: unknown, id: string): Step[] {
  const path: Step[] = [];
  // A node may contain itself; what was searched once does not have it.
  const searched = new Set<unknown>();
  descend(root);
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const node = step.children[++step.index];
    if (step.index >= step.children.length) path.pop();
    else if (isRecord(node)) {
      if (node["id"] === id) return path;
      descend(node);
    }
  }
  return path;

  function descend(node: unknown) {
    const children = childrenOf(node);
    if (children.length > 0 && !searched.has(node)) {
      searched.add(node);
      path.push({ parent: node as Json, children, index: -1 });
    }
  }
}

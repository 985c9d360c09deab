import { childrenOf, isRecord, toText } from "./tree.js";

/** The whole widget is another one: ChatKit's `widget.root.updated`. */
export interface WidgetRootUpdated {
  type: "widget.root.updated";
  widget: unknown;
}

/** The node with that `id` is another one: `widget.component.updated`. */
export interface WidgetComponentUpdated {
  type: "widget.component.updated";
  component_id: string;
  component: unknown;
}

/** The text of the node with that `id` goes on: `widget.streaming_text.value_delta`. */
export interface WidgetTextDelta {
  type: "widget.streaming_text.value_delta";
  component_id: string;
  delta: string;
  /** Says that the node does not stream, not that this is its last delta. */
  done?: boolean;
}

/** What a server says about a widget that changes. */
export type WidgetUpdate =
  WidgetRootUpdated | WidgetComponentUpdated | WidgetTextDelta;

type Json = Record<string, unknown>;

/**
 * `widget` after an update, as ChatKit's servers send it. Branches that the update
 * does not touch keep their identity, and so does the whole widget where nothing
 * has that `id`. Of several nodes with one `id` the first changes.
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
    // Servers learn new updates before clients do.
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
  if (isRecord(widget) && widget["id"] === id) return change(widget) as T;
  const path = find(widget, id);
  let changed: unknown;
  for (const { parent, children, index } of path.reverse()) {
    changed = changed === undefined ? change(children[index] as Json) : changed;
    changed = {
      ...parent,
      children: Array.isArray(parent["children"])
        ? children.with(index, changed)
        : changed,
    };
  }
  return changed === undefined ? widget : (changed as T);
}

/** A step on the way to a node: which of whose children comes next. */
interface Step {
  parent: Json;
  children: readonly unknown[];
  index: number;
}

/**
 * The way from the root to the first node called `id` below it; none is empty.
 * Iterative: JSON may be nested deeper than the stack.
 */
function find(root: unknown, id: string): Step[] {
  const path: Step[] = [];
  enter(root);
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const node = step.children[++step.index];
    if (step.index >= step.children.length) path.pop();
    else if (isRecord(node)) {
      if (node["id"] === id) return path;
      enter(node);
    }
  }
  return path;

  function enter(node: unknown) {
    const children = childrenOf(node);
    if (children.length > 0) {
      path.push({ parent: node as Json, children, index: -1 });
    }
  }
}

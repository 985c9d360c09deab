import { toText } from "./tree.js";

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
      return isObject(update.widget) ? (update.widget as T) : widget;
    case "widget.component.updated": {
      const { component } = update;
      return isObject(component)
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

/** A node, and the way back to the root. */
interface Place {
  node: unknown;
  parent?: Place;
  /** The position in the parent's list; none where it is the only child. */
  index?: number;
}

/** `widget` with the first node called `id` changed, in document order. */
export function changeNode<T>(
  widget: T,
  id: string,
  change: (node: Json) => Json,
): T {
  const found = find(widget, id);
  if (!found) return widget;
  let node = change(found.node as Json);
  for (let { parent, index } = found; parent; { parent, index } = parent) {
    const above = parent.node as Json;
    const children =
      index === undefined
        ? node
        : (above["children"] as unknown[]).with(index, node);
    node = { ...above, children };
  }
  return node as T;
}

/** Iterative: JSON may be nested deeper than the stack. */
function find(root: unknown, id: unknown): Place | undefined {
  if (typeof id !== "string") return undefined;
  const stack: Place[] = [{ node: root }];
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { node } = place;
    if (!isObject(node)) continue;
    if (node["id"] === id) return place;
    const { children } = node;
    if (Array.isArray(children)) {
      for (let index = children.length - 1; index >= 0; index--) {
        stack.push({ node: children[index], parent: place, index });
      }
    } else if (children != null) {
      stack.push({ node: children, parent: place });
    }
  }
  return undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

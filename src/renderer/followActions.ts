import type { Binding, PendingAction } from "../context/pendingActions.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { isObject, type Json } from "../core/json.js";
import { nodeKey } from "../core/nodeTree.js";
import type { RenderedNode } from "./renderNode.js";

/**
 * Lets the pending actions of nodes follow them through an update, which gives a changed
 * node another JSON object. It may have moved to another container as well.
 */
export function followActions(
  { pendingActions }: WidgetContextValue,
  last: RenderedNode,
  now: RenderedNode,
) {
  pendingActions.move((binding, action) => {
    if (binding.name === "") return binding;
    const owner = successorOf(binding, action, last, now);
    return owner && owner !== binding.owner ? { ...binding, owner } : binding;
  });
}

function successorOf(
  binding: Binding,
  action: PendingAction,
  last: RenderedNode,
  now: RenderedNode,
): Json | undefined {
  const { name } = binding;
  const inPlace = counterpart(binding.owner, last, now);
  if (configOf(inPlace, name) === action.config) return inPlace;
  const isSame = (node: Json) => {
    const config = configOf(node, name);
    return (
      config === action.config ||
      (action.nodeKey !== undefined &&
        action.nodeKey === nodeKey(node) &&
        isObject(config) &&
        config["type"] === action.config.type)
    );
  };
  return find(now, isSame) ?? inPlace;
}

/** The node of the same type and the same keys. */
function counterpart(
  owner: object,
  last: RenderedNode,
  now: RenderedNode,
): Json | undefined {
  if (last.json === owner) {
    const { json } = now;
    const { type } = owner as Json;
    return isObject(json) && json["type"] === type ? json : undefined;
  }
  for (const [i, child] of last.children.entries()) {
    const { children } = now;
    const next =
      children[i]?.key === child.key
        ? children[i]
        : children.find(({ key }) => key === child.key);
    const found = next && counterpart(owner, child, next);
    if (found) return found;
  }
  return undefined;
}

/** The action in a property: a Card has it one level deeper. */
function configOf(node: Json | undefined, name: string): unknown {
  const value = node?.[name];
  return isObject(value) && isObject(value["action"]) ? value["action"] : value;
}

function find(
  { json, children }: RenderedNode,
  isMatch: (node: Json) => boolean,
): Json | undefined {
  if (isObject(json) && isMatch(json)) return json;
  for (const child of children) {
    const found = find(child, isMatch);
    if (found) return found;
  }
  return undefined;
}

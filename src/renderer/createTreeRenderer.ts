import {
  isSameAction,
  type Binding,
  type PendingAction,
} from "../context/pendingActions.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { isObject, type Json } from "../core/json.js";
import { assignKeys } from "./assignKeys.js";
import {
  renderNode,
  type RenderedNode,
  type RenderOptions,
} from "./renderNode.js";

const ALL: RenderOptions["stale"] = { has: () => true };

/** Renders the tree of a widget, and keeps what equal JSON has given. */
export function createTreeRenderer() {
  let options: RenderOptions | undefined;
  let rendered: RenderedNode | undefined;
  let shown: readonly PendingAction[] = [];
  const successors = new WeakMap<object, unknown>();

  /**
   * Lets the pending actions of nodes follow them through an update, which gives a changed
   * node another JSON object. It may have moved to another container as well.
   */
  const commit = () => {
    if (!rendered || !options) return;
    const tree = rendered;
    const successorOf = ({ owner, name }: Binding, action: PendingAction) => {
      const inPlace = successors.get(owner) as Json | undefined;
      const config: unknown = action.config;
      if (find(tree, (json) => json === owner)) return owner;
      if (configOf(inPlace, name) === config) return inPlace;
      const isSame = (node: Json) =>
        isSameAction(action, configOf(node, name), node);
      return find(tree, isSame) ?? inPlace;
    };
    options.context.pendingActions.move((binding, action) => {
      // A component finds its action itself.
      if (binding.name === "") return binding;
      const owner = successorOf(binding, action) ?? binding.owner;
      return owner === binding.owner ? binding : { ...binding, owner };
    });
  };
  return {
    render(
      root: unknown,
      context: WidgetContextValue,
      pending: readonly PendingAction[],
      isolated: boolean,
    ) {
      // Nodes keep no more room for what was to come, and report what has not come.
      const { growth } = context.renderProps();
      let stale = growth === "ended" ? ALL : undefined;
      if (options?.context !== context || options.isolated !== isolated) {
        options = { context, mounts: isolated, isolated, successors };
        // Every node renders again, with the key that it has.
        stale = ALL;
      }
      if (rendered && shown !== pending) {
        stale ??= staleNodes(rendered, [...shown, ...pending]);
      }
      const now = stale ? { ...options, stale } : options;
      shown = pending;
      // With a key of its type, another root is another element.
      const last = rendered ? [rendered] : [];
      const [key = rendered?.key] =
        assignKeys([root], last, growth !== undefined) ?? [];
      rendered = renderNode(root, now, rendered, key);
      return { element: rendered.element, commit };
    },
  };
}

/** Nodes whose actions began or ended render again, and what contains them. */
function staleNodes(
  rendered: RenderedNode,
  actions: readonly PendingAction[],
): ReadonlySet<unknown> {
  const stale = new Set<unknown>();
  for (const { binding, pressed } of actions) {
    addPath(stale, rendered, binding.owner);
    if (pressed) addPath(stale, rendered, pressed.owner);
  }
  return stale;
}

/** The action in a property: a Card has it one level deeper. */
function configOf(node: Json | undefined, name: string): Json | undefined {
  const value = node?.[name];
  if (!isObject(value)) return undefined;
  return isObject(value["action"]) ? value["action"] : value;
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

function addPath(
  path: Set<unknown>,
  { json, children }: RenderedNode,
  target: unknown,
): boolean {
  const contains =
    json === target || children.some((child) => addPath(path, child, target));
  if (contains) path.add(json);
  return contains;
}

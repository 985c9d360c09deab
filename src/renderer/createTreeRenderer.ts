import type { Binding, PendingAction } from "../context/pendingActions.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { isObject, type Json } from "../core/json.js";
import { nodeKey } from "../core/nodeTree.js";
import { assignKeys } from "./assignKeys.js";
import {
  renderNode,
  type RenderedNode,
  type RenderOptions,
} from "./renderNode.js";

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
      const { nodeKey: key } = action;
      const config: unknown = action.config;
      const inPlace = successors.get(owner) as Json | undefined;
      const isSame = (node: Json) => {
        const other = configOf(node, name);
        const isKept = key !== undefined && key === nodeKey(node);
        return (
          other === config || (isKept && other?.["type"] === action.config.type)
        );
      };
      if (find(tree, (json) => json === owner)) return owner;
      return configOf(inPlace, name) === config
        ? inPlace
        : (find(tree, isSame) ?? inPlace);
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
      if (options?.context !== context || options.isolated !== isolated) {
        options = { context, mounts: isolated, isolated, successors };
        rendered = undefined;
      }
      // Nodes whose actions began or ended render again, and what contains them.
      const stale = new Set<unknown>();
      if (rendered && shown !== pending) {
        for (const { binding, pressed } of [...shown, ...pending]) {
          addPath(stale, rendered, binding.owner);
          addPath(stale, rendered, pressed?.owner);
        }
      }
      shown = pending;
      // With a key of its type, another root is another element.
      const [key] = assignKeys([root], []) ?? [];
      rendered = renderNode(root, { ...options, stale }, rendered, key);
      return { element: rendered.element, commit };
    },
  };
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

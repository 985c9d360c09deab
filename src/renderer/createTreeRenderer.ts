import type { PendingAction } from "../context/pendingActions.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { followActions } from "./followActions.js";
import {
  renderNode,
  type RenderedNode,
  type RenderOptions,
} from "./renderNode.js";

/** Renders the tree of a widget, and keeps what equal JSON has given. */
export function createTreeRenderer() {
  let options: RenderOptions | undefined;
  let rendered: RenderedNode | undefined;
  let committed: RenderedNode | undefined;
  let shown: readonly PendingAction[] = [];
  const commit = () => {
    const last = committed;
    committed = rendered;
    if (last && rendered && last !== rendered) {
      followActions(options!.context, last, rendered);
    }
  };
  return {
    render(
      root: unknown,
      context: WidgetContextValue,
      pending: readonly PendingAction[],
      isolated: boolean,
    ) {
      if (options?.context !== context || options.isolated !== isolated) {
        options = { context, mounts: isolated, isolated };
        rendered = undefined;
      }
      const stale = rendered && staleNodes(rendered, shown, pending);
      shown = pending;
      rendered = renderNode(root, { ...options, stale }, rendered);
      return { element: rendered.element, commit };
    },
  };
}

/** The JSON of the nodes whose actions began or ended, and of what contains them. */
function staleNodes(
  rendered: RenderedNode,
  before: readonly PendingAction[],
  now: readonly PendingAction[],
): ReadonlySet<unknown> | undefined {
  if (before === now) return undefined;
  const stale = new Set<unknown>();
  for (const { binding, pressed } of [...before, ...now]) {
    addPath(stale, rendered, binding.owner);
    if (pressed) addPath(stale, rendered, pressed.owner);
  }
  return stale;
}

function addPath(
  stale: Set<unknown>,
  { json, children }: RenderedNode,
  owner: object,
): boolean {
  const contains =
    json === owner || children.some((child) => addPath(stale, child, owner));
  if (contains) stale.add(json);
  return contains;
}

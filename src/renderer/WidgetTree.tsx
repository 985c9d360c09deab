import { Component, Suspense, useState, type RefObject } from "react";
import type { PendingAction } from "../context/pendingActions.js";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { captureFocus } from "../forms/focus.js";
import { createTreeRenderer } from "./createTreeRenderer.js";

interface TreeProps {
  root: unknown;
  context: WidgetContextValue;
  /** The actions that show on their nodes. */
  pending: readonly PendingAction[];
}

interface WidgetTreeProps extends TreeProps {
  element: RefObject<HTMLElement | null>;
}

/**
 * The rendered tree. At first no node has an error boundary. After one has thrown
 * the tree renders again with a boundary around each, so that only that one is lost.
 */
export class WidgetTree extends Component<
  WidgetTreeProps,
  { isolated: boolean }
> {
  override state = { isolated: false };

  static getDerivedStateFromError() {
    return { isolated: true };
  }

  // An update may replace, remove or disable what has the focus.
  override getSnapshotBeforeUpdate() {
    const { current } = this.props.element;
    return current && captureFocus(current);
  }

  override componentDidUpdate(
    _props: WidgetTreeProps,
    _state: unknown,
    restoreFocus: (() => void) | null,
  ) {
    restoreFocus?.();
  }

  override render() {
    const { root, context, pending } = this.props;
    const { isolated } = this.state;
    const nodes = <Nodes {...{ root, context, pending, isolated }} />;
    // A host component that suspends must not hide the page. Without one nothing
    // suspends here, and React has one boundary less to visit.
    return isolated || Object.keys(context.settings.components).length > 0 ? (
      <Suspense key={String(isolated)}>{nodes}</Suspense>
    ) : (
      nodes
    );
  }
}

/** A component below the boundary, because most nodes are called and may throw as well. */
function Nodes(props: TreeProps & { isolated: boolean }) {
  const { root, context, pending, isolated } = props;
  const [tree] = useState(createTreeRenderer);
  const { element, commit } = tree.render(root, context, pending, isolated);
  useIsomorphicLayoutEffect(commit);
  return element;
}

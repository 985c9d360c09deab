import { Component, useState, type RefObject } from "react";
import * as messages from "../context/messages.js";
import type { PendingAction } from "../context/pendingActions.js";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { captureFocus } from "../forms/focus.js";
import { createTreeRenderer } from "./createTreeRenderer.js";
import { NodeBoundary } from "./NodeBoundary.js";

interface TreeProps {
  root: unknown;
  context: WidgetContextValue;
  /** The actions that show on their nodes. */
  pending: readonly PendingAction[];
}

interface WidgetTreeProps extends TreeProps {
  element: RefObject<HTMLElement | null>;
}

interface WidgetTreeState {
  /** Of the last render. */
  root: unknown;
  /** How many errors have reached this boundary; the first one counts for every later root. */
  errors: number;
  /** One has just come. */
  caught: boolean;
}

/** A component that throws while it is removed throws again each time that the tree mounts again. */
const MOST_ERRORS = 3;

/**
 * The rendered tree. At first no node has an error boundary. After one has thrown
 * the tree renders again with a boundary around each, so that only that one is lost.
 * Errors that still come here leave the widget out until its JSON changes: none of
 * them reaches the host.
 */
export class WidgetTree extends Component<WidgetTreeProps, WidgetTreeState> {
  override state: WidgetTreeState = {
    root: this.props.root,
    errors: 0,
    caught: false,
  };

  static getDerivedStateFromError() {
    return { caught: true };
  }

  static getDerivedStateFromProps(
    { root }: WidgetTreeProps,
    state: WidgetTreeState,
  ): WidgetTreeState {
    const before =
      root === state.root ? state.errors : Math.min(state.errors, 1);
    return { root, errors: before + (state.caught ? 1 : 0), caught: false };
  }

  override componentDidCatch(cause: unknown) {
    if (this.state.errors < MOST_ERRORS) return;
    const { root, context } = this.props;
    context.report(messages.nodeFailed(root, cause));
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
    const { errors } = this.state;
    if (errors >= MOST_ERRORS) return null;
    const isolated = errors > 0;
    const nodes = <Nodes {...{ root, context, pending, isolated }} />;
    // A node is read before its own boundary is there, and what throws again as this
    // boundary renders again would pass it by.
    return isolated ? (
      <NodeBoundary node={root} report={context.report}>
        {nodes}
      </NodeBoundary>
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

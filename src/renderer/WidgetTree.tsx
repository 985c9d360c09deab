import { Component, type RefObject, Suspense } from "react";
import {
  type WidgetContextValue,
  withWidgetContext,
} from "../context/WidgetContext.js";
import { captureFocus } from "../forms/focus.js";
import {
  type RenderOptions,
  type RenderedNode,
  renderNode,
} from "./renderNode.js";

interface TreeProps {
  root: unknown;
  context: WidgetContextValue;
  element: RefObject<HTMLElement | null>;
}

/**
 * The drawn tree. On the happy path no node is wrapped; only after a crash the
 * tree is drawn again with a boundary per node, so that one node is lost.
 */
export class Tree extends Component<TreeProps, { isolated: boolean }> {
  override state = { isolated: false };
  private drawing: RenderOptions | undefined;
  private drawn: RenderedNode | undefined;

  static getDerivedStateFromError() {
    return { isolated: true };
  }

  // What an update replaces, removes or disables may have the focus.
  override getSnapshotBeforeUpdate() {
    const { current } = this.props.element;
    return current && captureFocus(current);
  }

  override componentDidUpdate(
    _props: TreeProps,
    _state: unknown,
    restoreFocus: (() => void) | null,
  ) {
    restoreFocus?.();
  }

  override render() {
    const { root, context } = this.props;
    const { isolated } = this.state;
    const custom = context.settings.components;
    // What was drawn is kept as long as the same JSON gives the same element.
    if (
      this.drawing?.context !== context ||
      this.drawing.isolated !== isolated
    ) {
      this.drawing = { context, mounts: isolated, isolated };
      this.drawn = undefined;
    }
    const { drawing, drawn } = this;
    this.drawn = withWidgetContext(context, () =>
      renderNode(root, drawing, drawn),
    );
    const { element: tree } = this.drawn;
    // A component of the host that suspends must not take the page with it.
    // Without one nothing suspends here, and React saves a walk at mount.
    return Object.keys(custom).length > 0 || isolated ? (
      <Suspense key={String(isolated)}>{tree}</Suspense>
    ) : (
      tree
    );
  }
}

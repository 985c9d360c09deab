import { Component, Suspense, type RefObject } from "react";
import {
  withWidgetContext,
  type WidgetContextValue,
} from "../context/WidgetContext.js";
import { captureFocus } from "../forms/focus.js";
import {
  renderNode,
  type RenderedNode,
  type RenderOptions,
} from "./renderNode.js";

interface WidgetTreeProps {
  root: unknown;
  context: WidgetContextValue;
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
  private options: RenderOptions | undefined;
  private rendered: RenderedNode | undefined;

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
    const { root, context } = this.props;
    const { isolated } = this.state;
    // The last render is kept as long as the same JSON gives the same element.
    if (
      this.options?.context !== context ||
      this.options.isolated !== isolated
    ) {
      this.options = { context, mounts: isolated, isolated };
      this.rendered = undefined;
    }
    const { options, rendered } = this;
    this.rendered = withWidgetContext(context, () =>
      renderNode(root, options, rendered),
    );
    const { element: tree } = this.rendered;
    // A host component that suspends must not hide the page. Without one nothing
    // suspends here, and React has one boundary less to visit.
    return isolated || Object.keys(context.settings.components).length > 0 ? (
      <Suspense key={String(isolated)}>{tree}</Suspense>
    ) : (
      tree
    );
  }
}

import { Component, type ReactNode } from "react";
import * as messages from "../context/messages.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";

interface BoundaryProps {
  node: unknown;
  report: WidgetContextValue["report"];
  children: ReactNode;
}

/**
 * A node that throws disappears alone, and is tried again with another element: when its
 * JSON changes, or all of a widget that has grown has come.
 */
export class NodeBoundary extends Component<
  BoundaryProps,
  { failed: unknown }
> {
  override state = { failed: undefined as unknown };

  static getDerivedStateFromError() {
    return { failed: NodeBoundary };
  }

  static getDerivedStateFromProps(
    { children }: BoundaryProps,
    { failed }: { failed: unknown },
  ) {
    // The class stands for "has just thrown"; it is replaced by the element that threw.
    if (failed === NodeBoundary) return { failed: children };
    return failed !== undefined && failed !== children
      ? { failed: undefined }
      : null;
  }

  override componentDidCatch(cause: unknown) {
    const { node, report } = this.props;
    report(messages.nodeFailed(node, cause));
  }

  override render() {
    return this.state.failed === undefined ? this.props.children : null;
  }
}

import { Component, type ReactNode } from "react";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import { toText } from "../core/json.js";

interface BoundaryProps {
  node: unknown;
  report: WidgetContextValue["report"];
  children: ReactNode;
}

/** A node that throws disappears alone, and comes back when its JSON changes. */
export class NodeBoundary extends Component<
  BoundaryProps,
  { failed: unknown }
> {
  override state = { failed: undefined as unknown };

  static getDerivedStateFromError() {
    return { failed: NodeBoundary };
  }

  static getDerivedStateFromProps(
    { node }: BoundaryProps,
    { failed }: { failed: unknown },
  ) {
    // The class marks the crash; the node that crashed is remembered for it.
    if (failed === NodeBoundary) return { failed: node };
    return failed !== undefined && failed !== node
      ? { failed: undefined }
      : null;
  }

  override componentDidCatch(cause: unknown) {
    const { node, report } = this.props;
    report({
      code: "render",
      message: `A node of type "${toText((node as { type?: unknown }).type)}" failed to draw and was left out: ${cause instanceof Error ? cause.message : String(cause)}`,
      node,
      cause,
    });
  }

  override render() {
    return this.state.failed === undefined ? this.props.children : null;
  }
}

import { Children, isValidElement, type ReactNode } from "react";

/** Children as a list. What the renderer drew is one, and keeps its elements. */
export function listOf(children: ReactNode): readonly ReactNode[] {
  return Array.isArray(children) && children.every(isValidElement)
    ? (children as readonly ReactNode[])
    : Children.toArray(children);
}

/** The JSON behind a drawn child; written in JSX, its props. */
export function jsonOf(child: ReactNode): Record<string, unknown> {
  const props =
    typeof child === "object" && child !== null && "props" in child
      ? (child.props as Record<string, unknown>)
      : {};
  return (props["node"] as Record<string, unknown> | undefined) ?? props;
}

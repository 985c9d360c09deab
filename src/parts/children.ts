import {
  Children,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from "react";

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

/** Whether a drawn child is a node of this type, from JSON or written in JSX. */
export function isNode(
  child: ReactNode,
  Type: unknown,
  type: string,
): child is ReactElement {
  return (
    isValidElement(child) &&
    (child.type === Type || jsonOf(child)["type"] === type)
  );
}

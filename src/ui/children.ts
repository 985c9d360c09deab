import {
  Children,
  isValidElement,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from "react";
import { isObject } from "../core/json.js";

/** Children as a list. What the renderer gives is one already, and keeps its elements. */
export function listOf(children: ReactNode): readonly ReactNode[] {
  return Array.isArray(children) && children.every(isValidElement)
    ? (children as readonly ReactNode[])
    : Children.toArray(children);
}

/**
 * The JSON of a rendered child; the props of one written in JSX; of a node that was
 * called as a function, what the attributes of its element say.
 */
export function jsonOf(child: ReactNode): Record<string, unknown> {
  if (!isValidElement<Record<string, unknown>>(child)) return {};
  const { node, style, "data-node": type, "data-flex": step } = child.props;
  if (isObject(node)) return node;
  return typeof type === "string"
    ? { type, flex: step ?? (style as CSSProperties | undefined)?.flex }
    : child.props;
}

/** Whether a child is a node of this type, from JSON or written in JSX. */
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

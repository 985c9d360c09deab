import {
  Children,
  isValidElement,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from "react";
import { isObject } from "../core/json.js";
import { typeOfClass } from "./nodeAttributes.js";

/**
 * Children as a list. What the renderer gives keeps its elements, also where it is one
 * alone: React would give that another key than it has beside others.
 */
export function listOf(children: ReactNode): readonly ReactNode[] {
  if (isValidElement(children)) return [children];
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
  const { node, className, style, "data-flex": step } = child.props;
  if (isObject(node)) return node;
  return typeof child.type === "string"
    ? {
        type: typeOfClass(className),
        flex: step ?? (style as CSSProperties | undefined)?.flex,
      }
    : child.props;
}

/** Whether a child is a node of this type, from JSON or written in JSX. */
export function isNode(
  child: ReactNode,
  Type: unknown,
  type: string,
): child is ReactElement {
  if (!isValidElement<Record<string, unknown>>(child)) return false;
  if (child.type === Type) return true;
  const { node, className } = child.props;
  return typeof child.type === "string"
    ? typeOfClass(className) === type
    : isObject(node) && node["type"] === type;
}

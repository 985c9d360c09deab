import type { ElementType, ReactElement, ReactNode } from "react";
import { jsx, jsxs } from "react/jsx-runtime";
import type { PropReader } from "../context/propReader.js";

/**
 * The only element of a node, with its attributes as the props and the key that the renderer
 * gives it. These nodes are the most of a widget: JSX would copy the attributes, and the
 * renderer would copy the element to give it the key.
 */
export function elementOf(
  tag: ElementType,
  attributes: object,
  read: PropReader,
  children?: ReactNode,
): ReactElement {
  const props = attributes as { children?: ReactNode };
  if (children !== undefined) props.children = children;
  return (Array.isArray(children) ? jsxs : jsx)(tag, props, read.key);
}

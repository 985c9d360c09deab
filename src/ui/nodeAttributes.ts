import type { CSSProperties } from "react";
import { toKey } from "../core/nodeTree.js";

export type Direction = "row" | "col";

/** Built once: browsers are faster with a string that they know. */
const classNames: Record<Direction | "none", Record<string, string>> = {
  row: {},
  col: {},
  none: {},
};

/** Class → type, of the nodes that have been rendered. */
const types = new Map<unknown, string>();

/**
 * The class of the outermost element of a node, which is its type; of a flex container
 * there is another one, which is the direction of its children.
 */
export function classNameOf(
  type: string,
  direction: Direction | "none" = "none",
): string {
  const known = classNames[direction][type];
  if (known) return known;
  const className = `wr-${type.replace(".", "")}${DIRECTIONS[direction]}`;
  types.set(className, type);
  return (classNames[direction][type] = className);
}

const DIRECTIONS = { row: " wr-horizontal", col: " wr-vertical", none: "" };

/** The type of the node whose outermost element has this class. */
export function typeOfClass(className: unknown): string | undefined {
  return types.get(className);
}

export type DataAttributes = Record<`data-${string}`, string | undefined>;

/** The attributes of the outermost element of a node. */
export interface NodeAttributes extends DataAttributes {
  className: string;
  /** Absent where it would be empty, which costs React as much as one that is not. */
  style?: CSSProperties;
}

/**
 * The attributes of the outermost element of every node, and those of `dataAttributes` that
 * have a value: React goes through every property of an element, and keeps it.
 */
export function nodeAttributes(
  type: string,
  id: unknown,
  dataAttributes?: DataAttributes,
): NodeAttributes {
  const attributes: NodeAttributes = { className: classNameOf(type) };
  if (id != null) attributes["data-node-id"] = toKey(id);
  return dataAttributes
    ? assignAttributes(attributes, dataAttributes)
    : attributes;
}

/** Adds those of `dataAttributes` that have a value. */
export function assignAttributes<T extends DataAttributes>(
  attributes: T,
  dataAttributes: DataAttributes,
): T {
  const all: DataAttributes = attributes;
  for (const name in dataAttributes) {
    const value = dataAttributes[name as keyof DataAttributes];
    if (value !== undefined) all[name as keyof DataAttributes] = value;
  }
  return attributes;
}

/** A style as an attribute, unless it is empty. */
export function styled(style: CSSProperties): { style?: CSSProperties } {
  for (const _ in style) return { style };
  return {};
}

/** Says that the action of a node runs, where the node shows it. */
export function pendingAttributes(pending: boolean) {
  return pending ? { "data-pending": "", "aria-busy": true } : undefined;
}

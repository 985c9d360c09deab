import { toKey } from "../core/nodeTree.js";

/** Type → class name, built once: browsers are faster with a string that they know. */
const classNames: Record<string, string> = {};

export type DataAttributes = Record<`data-${string}`, string | undefined>;

/**
 * The attributes of the outermost element of every node, and those of `dataAttributes` that
 * have a value: React goes through every property of an element, and keeps it.
 */
export function nodeAttributes(
  type: string,
  id: unknown,
  dataAttributes?: DataAttributes,
) {
  const attributes: DataAttributes & { className: string } = {
    className: (classNames[type] ??= `wr-${type.replace(".", "")}`),
    "data-node": type,
  };
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

/** Says that the action of a node runs, where the node shows it. */
export function pendingAttributes(pending: boolean) {
  return {
    "data-pending": pending ? "" : undefined,
    "aria-busy": pending || undefined,
  };
}

/** Put together once: a browser takes a string that it knows faster. */
const classNames: Record<string, string> = {};

export type DataAttributes = Record<`data-${string}`, string | undefined>;

/**
 * What the outermost element of every node says of it. Of `looks` only those that
 * are there: React goes through every property of an element, and keeps it.
 */
export function nodeAttributes(
  type: string,
  id: unknown,
  looks?: DataAttributes,
) {
  const attributes: DataAttributes & { className: string } = {
    className: (classNames[type] ??= `wr-${type.replace(".", "")}`),
    "data-node": type,
  };
  if (id != null) attributes["data-node-id"] = id as string;
  return looks ? assignAttributes(attributes, looks) : attributes;
}

/** Adds those of `looks` that are there. */
export function assignAttributes<T extends DataAttributes>(
  attributes: T,
  looks: DataAttributes,
): T {
  const all: DataAttributes = attributes;
  for (const name in looks) {
    const value = looks[name as keyof DataAttributes];
    if (value !== undefined) all[name as keyof DataAttributes] = value;
  }
  return attributes;
}

/** That the action of a node runs, and the node is what shows it. */
export function pendingAttributes(pending: boolean) {
  return {
    "data-pending": pending ? "" : undefined,
    "aria-busy": pending || undefined,
  };
}

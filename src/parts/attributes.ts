import type { NodeProps } from "../context.js";

/** What the outermost element of every node says of it. */
export function nodeAttributes(type: string, id: NodeProps["id"]) {
  return {
    className: `wr-${type.replace(".", "")}`,
    "data-node": type,
    "data-node-id": id ?? undefined,
  };
}

/** That the action of a node runs, and the node is what shows it. */
export function pendingAttributes(pending: boolean) {
  return {
    "data-pending": pending ? "" : undefined,
    "aria-busy": pending || undefined,
  };
}

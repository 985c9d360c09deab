import type { NodeProps } from "../context.js";

/** What the outermost element of every node says of it. */
export function nodeAttributes(type: string, id: NodeProps["id"]) {
  return {
    className: `wr-${type.replace(".", "")}`,
    "data-node": type,
    "data-node-id": id ?? undefined,
  };
}

import type { CSSProperties } from "react";
import { styleContext, useHost, type NodeProps } from "../context.js";
import { length } from "../core/style.js";
import { nodeAttributes } from "../parts/attributes.js";

export interface SpacerProps extends NodeProps {
  /** What it takes at least, in px or CSS. @default "auto" */
  minSize?: number | string | null;
}

/** Takes the room that is free in a row, or in a column with a height. */
export function Spacer({ id, node, minSize }: SpacerProps) {
  const context = styleContext(useHost(), node);
  const min = length(minSize, context, "minSize");
  return (
    <div
      {...nodeAttributes("Spacer", id)}
      style={{ "--wr-spacer-min": min } as CSSProperties}
    />
  );
}

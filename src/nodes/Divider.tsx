import type { CSSProperties } from "react";
import { styleContext, useHost, type NodeProps } from "../context.js";
import {
  color as cssColor,
  length,
  space,
  type ColorValue,
} from "../core/style.js";
import { nodeAttributes } from "../parts/attributes.js";
import { flag } from "../parts/values.js";

export interface DividerProps extends NodeProps {
  /** A border token, a palette step, or CSS. @default "default" */
  color?: ColorValue | null;
  /** Thickness in px, or CSS. @default 1 */
  size?: number | string | null;
  /** Room on both sides in units of 4 px, or CSS. Absent: as between siblings. */
  spacing?: number | string | null;
  /** Reaches over the padding of its container to the edges. @default false */
  flush?: boolean | null;
}

/** A line between siblings: across a column, upright in a row. */
export function Divider({
  id,
  node,
  color,
  size,
  spacing,
  flush,
}: DividerProps) {
  const context = styleContext(useHost(), node);
  const room = space(spacing, context, "spacing");
  return (
    <hr
      ref={orient}
      {...nodeAttributes("Divider", id)}
      data-flush={flag(flush)}
      data-spaced={room === undefined ? undefined : ""}
      style={
        {
          borderColor: cssColor(color, "border", context),
          "--wr-divider-size": length(size, context),
          "--wr-divider-spacing": room,
        } as CSSProperties
      }
    />
  );
}

/** Its direction is its container's, which css knows and it does not. */
function orient(line: HTMLElement | null) {
  const container =
    line?.parentElement?.closest<HTMLElement>("[data-direction]");
  if (container?.dataset["direction"] === "row") {
    line!.setAttribute("aria-orientation", "vertical");
  }
}

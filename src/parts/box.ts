import type { CSSProperties } from "react";
import { styleContext, useHost, type NodeProps } from "../context.js";
import {
  blockStyle,
  boxStyle,
  type BlockProps,
  type FlexProps,
} from "../core/style.js";
import { nodeAttributes } from "./attributes.js";

export type Direction = "row" | "col";

/** The older spelling `"column"` is taken as `"col"`. */
export function directionOf(value: unknown): Direction {
  return value === "row" ? "row" : "col";
}

/** The attributes of a flex container: Box, Row, Col, Form and the roots. */
export function useBox(
  type: string,
  direction: Direction,
  props: NodeProps & FlexProps,
) {
  const context = styleContext(useHost(), props.node);
  return {
    ...blockAttributes(type, props),
    "data-direction": direction,
    // Spaced by the types of its children, unless the author says how.
    "data-spacing": props.gap == null ? "auto" : undefined,
    style: boxStyle(props, context) as CSSProperties,
  };
}

/** The attributes of a sized node: Image, Chart. */
export function useBlock(type: string, props: NodeProps & BlockProps) {
  const context = styleContext(useHost(), props.node);
  return {
    ...blockAttributes(type, props),
    style: blockStyle(props, context) as CSSProperties,
  };
}

function blockAttributes(type: string, props: NodeProps & BlockProps) {
  const wide = (props.width ?? props.size) != null;
  const high = (props.height ?? props.size) != null;
  return {
    ...nodeAttributes(type, props.id),
    // What has a size keeps it in a crowded row or column.
    "data-sized": wide
      ? high
        ? "both"
        : "width"
      : high
        ? "height"
        : undefined,
  };
}

import { styleContext, useHost, type NodeProps } from "../context.js";
import {
  blockStyle,
  boxStyle,
  flexStep,
  gapStep,
  type BlockProps,
  type FlexProps,
} from "../core/style.js";
import { nodeAttributes, type Looks } from "./attributes.js";

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
  return useSized(type, props, boxStyle, {
    "data-direction": direction,
    // Spaced by the types of its children, unless the author says how.
    "data-spacing": spacingOf(props.gap),
  });
}

/** How children are spaced, where the style does not say it. */
export function spacingOf(gap: unknown): string | undefined {
  return gap == null ? "auto" : gapStep(gap);
}

/** The attributes of a sized node: Image, Chart. */
export function useBlock(type: string, props: NodeProps & BlockProps) {
  return useSized(type, props, blockStyle);
}

function useSized(
  type: string,
  props: NodeProps & BlockProps,
  styleOf: typeof blockStyle,
  looks?: Looks,
) {
  const style = styleOf(props, styleContext(useHost(), props.node));
  const { width, height, borderRadius } = style;
  // What has a size keeps it in a crowded row or column.
  const sized = width
    ? height
      ? "width height"
      : "width"
    : height
      ? "height"
      : undefined;
  const attributes = nodeAttributes(type, props.id, {
    "data-sized": sized,
    "data-flex": flexStep(props.flex),
    "data-radius":
      borderRadius === undefined ? undefined : String(props.radius),
    ...looks,
  });
  return Object.assign(attributes, { style });
}

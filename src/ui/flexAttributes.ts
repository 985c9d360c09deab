import { enumOf } from "../core/json.js";
import {
  blockStyle,
  boxStyle,
  flexStep,
  gapStep,
  type BlockProps,
  type FlexProps,
} from "../core/style/layout.js";
import { space } from "../core/style/spacing.js";
import type { PropReader } from "../context/propReader.js";
import { nodeAttributes, type DataAttributes } from "./nodeAttributes.js";

export const directions = enumOf("row col column");

/** As the css knows it. */
export type Direction = "row" | "col";

/** The older spelling `"column"` is taken as `"col"`. */
export function directionOf(read: PropReader): Direction {
  return read.enumValue("direction", directions) === "row" ? "row" : "col";
}

/** The attributes of a flex container: Box, Row, Col, Form and the roots. */
export function flexAttributes(
  type: string,
  direction: Direction,
  read: PropReader,
  props: FlexProps = read.props,
) {
  return sizedAttributes(type, read, props, boxStyle, {
    "data-direction": direction,
    // Spaced by the types of its children, unless the author says how.
    "data-spacing": spacingOf(props.gap),
  });
}

/** How children are spaced, where the style does not say it. */
export function spacingOf(gap: unknown): string | undefined {
  return gapStep(gap) ?? (space(gap) === undefined ? "auto" : undefined);
}

/** The attributes of a sized node: Image, Chart. */
export function blockAttributes(
  type: string,
  read: PropReader,
  props: BlockProps = read.props,
) {
  return sizedAttributes(type, read, props, blockStyle);
}

function sizedAttributes(
  type: string,
  read: PropReader,
  props: BlockProps,
  styleOf: typeof blockStyle,
  looks?: DataAttributes,
) {
  const style = styleOf(props, read);
  const { width, height, borderRadius } = style;
  // What has a size keeps it in a crowded row or column.
  const sized = width
    ? height
      ? "width height"
      : "width"
    : height
      ? "height"
      : undefined;
  const attributes = nodeAttributes(type, read.props["id"], {
    "data-sized": sized,
    "data-flex": flexStep(props.flex),
    "data-radius":
      borderRadius === undefined ? undefined : String(props.radius),
    ...looks,
  });
  return Object.assign(attributes, { style });
}

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
    // Unless the author gives a gap, children are spaced by their types.
    "data-spacing": spacingOf(props.gap),
  });
}

/** The spacing of children by the stylesheet: a step of the scale, or by their types; `undefined` where the style sets it. */
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
  dataAttributes?: DataAttributes,
) {
  const style = styleOf(props, read);
  const { width, height, borderRadius } = style;
  // A node with a size does not shrink in a crowded row or column.
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
    ...dataAttributes,
  });
  return Object.assign(attributes, { style });
}

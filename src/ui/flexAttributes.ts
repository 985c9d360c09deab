import { enumOf } from "../core/json.js";
import {
  blockStyle,
  boxStyle,
  flexStep,
  gapStep,
  type BlockProps,
  type FlexProps,
} from "../core/style/layout.js";
import type { Radius } from "../core/style/border.js";
import { space } from "../core/style/spacing.js";
import type { PropReader } from "../context/propReader.js";
import {
  classNameOf,
  nodeAttributes,
  styled,
  type DataAttributes,
  type Direction,
} from "./nodeAttributes.js";

export const directions = enumOf("row col column");

/** The attributes of a flex container: Row, Col, Box, Form and Basic. */
export function flexAttributes(
  type: string,
  direction: Direction,
  read: PropReader,
  props: FlexProps = read.props,
  dataAttributes?: DataAttributes,
) {
  const attributes = sizedAttributes(type, read, props, boxStyle, {
    "data-spacing": spacingOf(props.gap),
    ...dataAttributes,
  });
  attributes.className = classNameOf(type, direction);
  return attributes;
}

/** The attributes of a flex container whose author chooses the direction. */
export function directedAttributes(
  type: string,
  read: PropReader,
  props?: FlexProps,
  dataAttributes?: DataAttributes,
) {
  // The older spelling "column" is taken as "col".
  const isRow = read.enumValue("direction", directions) === "row";
  return flexAttributes(type, isRow ? "row" : "col", read, props, {
    "data-direction": isRow ? "row" : undefined,
    ...dataAttributes,
  });
}

/**
 * What the author says of the space between children: a step of the scale, or `"css"`
 * where it is in the style. Without it children are spaced by their types.
 */
export function spacingOf(gap: unknown): string | undefined {
  return gapStep(gap) ?? (space(gap) === undefined ? undefined : "css");
}

/** The attributes of a sized node: Image, Chart. */
export function blockAttributes(
  type: string,
  read: PropReader,
  props: BlockProps = read.props,
  radius?: Radius,
) {
  return sizedAttributes(type, read, props, blockStyle, undefined, radius);
}

function sizedAttributes(
  type: string,
  read: PropReader,
  props: BlockProps,
  styleOf: typeof blockStyle,
  dataAttributes?: DataAttributes,
  radius: Radius = "none",
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
      borderRadius === undefined || props.radius === radius
        ? undefined
        : String(props.radius),
    ...dataAttributes,
  });
  return Object.assign(attributes, styled(style));
}

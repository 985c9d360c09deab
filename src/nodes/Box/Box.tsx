import type { ReactNode } from "react";
import type { Member } from "../../core/json.js";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { FlexProps } from "../../core/style/layout.js";
import { defineView } from "../../ui/defineView.js";
import { elementOf } from "../../ui/elementOf.js";
import { directedAttributes, directions } from "../../ui/flexAttributes.js";

export interface BoxProps extends NodeProps, FlexProps {
  /** `"column"` is taken as `"col"`. @default "col" */
  direction?: Member<typeof directions> | null;
  children?: ReactNode;
}

/** A flex container. Without children it is a bar, a dot, a swatch. */
export const Box = defineView(function Box(props: BoxProps, read, children) {
  return elementOf("div", directedAttributes("Box", read), read, children);
});

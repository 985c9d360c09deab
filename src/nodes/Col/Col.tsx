import type { ReactNode } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { FlexProps } from "../../core/style/layout.js";
import { elementOf } from "../../ui/elementOf.js";
import { defineView } from "../../ui/defineView.js";
import { flexAttributes } from "../../ui/flexAttributes.js";

export interface ColProps extends NodeProps, FlexProps {
  children?: ReactNode;
}

/** Children below each other. */
export const Col = defineView(function Col(props: ColProps, read, children) {
  return elementOf("div", flexAttributes("Col", "col", read), read, children);
});

import type { ReactNode } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { FlexProps } from "../../core/style/layout.js";
import { elementOf } from "../../ui/elementOf.js";
import { defineView } from "../../ui/defineView.js";
import { flexAttributes } from "../../ui/flexAttributes.js";
import { isNode, listOf } from "../../ui/children.js";
import { Button } from "../Button/Button.js";

export interface RowProps extends NodeProps, FlexProps {
  /** Cross axis. @default "center" */
  align?: Required<FlexProps>["align"];
  children?: ReactNode;
}

/** Children side by side, centred on each other. */
export const Row = defineView(function Row(props: RowProps, read, children) {
  const items = listOf(children);
  const onlyButtons =
    items.length > 0 && items.every((item) => isNode(item, Button, "Button"));
  const attributes = flexAttributes("Row", "row", read, read.props, {
    // A row of buttons alone is spaced from its siblings like a button.
    "data-buttons": onlyButtons ? "" : undefined,
  });
  return elementOf("div", attributes, read, children);
});

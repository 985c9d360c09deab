import type { ReactNode } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { FlexProps } from "../../core/style/layout.js";
import { usePropReader } from "../../context/propReader.js";
import { flexAttributes } from "../../ui/flexAttributes.js";

export interface ColProps extends NodeProps, FlexProps {
  children?: ReactNode;
}

/** Children below each other. */
export function Col(props: ColProps) {
  return (
    <div {...flexAttributes("Col", "col", usePropReader(props))}>
      {props.children}
    </div>
  );
}

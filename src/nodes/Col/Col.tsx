import type { ReactNode } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { FlexProps } from "../../core/style/style.js";
import { useGiven } from "../../context/propReader.js";
import { boxAttributes } from "../../ui/flexAttributes.js";

export interface ColProps extends NodeProps, FlexProps {
  children?: ReactNode;
}

/** Children below each other. */
export function Col(props: ColProps) {
  return (
    <div {...boxAttributes("Col", "col", useGiven(props))}>
      {props.children}
    </div>
  );
}

import type { ReactNode } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import type { FlexProps } from "../../core/style/style.js";
import { useGiven } from "../../context/propReader.js";
import { boxAttributes, directionOf } from "../../ui/flexAttributes.js";

export interface BoxProps extends NodeProps, FlexProps {
  /** `"column"` is taken as `"col"`. @default "col" */
  direction?: "row" | "col" | "column" | null;
  children?: ReactNode;
}

/** A flex container. Without children it is a bar, a dot, a swatch. */
export function Box(props: BoxProps) {
  const given = useGiven(props);
  return (
    <div {...boxAttributes("Box", directionOf(given), given)}>
      {props.children}
    </div>
  );
}

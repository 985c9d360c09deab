import type { ReactNode } from "react";
import type { NodeProps } from "../context.js";
import type { FlexProps } from "../core/style.js";
import { useGiven } from "../given.js";
import { boxAttributes } from "../parts/box.js";

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

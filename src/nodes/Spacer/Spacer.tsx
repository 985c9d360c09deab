import type { CSSProperties } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import { defineView } from "../../ui/defineView.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";

export interface SpacerProps extends NodeProps {
  /** The least size, px or CSS. @default "auto" */
  minSize?: number | string | null;
}

/** Fills the free space in a row, or in a column with a height. */
export const Spacer = defineView(function Spacer(props: SpacerProps, read) {
  const min = read.length("minSize");
  return (
    <div
      {...nodeAttributes("Spacer", props.id)}
      // The css computes with it.
      style={
        { "--wr-spacer-min": min === "auto" ? undefined : min } as CSSProperties
      }
    />
  );
});

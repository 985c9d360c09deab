import type { CSSProperties } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import { usePropReader } from "../../context/propReader.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";

export interface SpacerProps extends NodeProps {
  /** The least size, px or CSS. @default "auto" */
  minSize?: number | string | null;
}

/** Fills the free space in a row, or in a column with a height. */
export function Spacer(props: SpacerProps) {
  const min = usePropReader(props).length("minSize");
  return (
    <div
      {...nodeAttributes("Spacer", props.id)}
      // The css computes with it.
      style={
        { "--wr-spacer-min": min === "auto" ? undefined : min } as CSSProperties
      }
    />
  );
}

import type { CSSProperties } from "react";
import type { NodeProps } from "../../context/WidgetContext.js";
import { space } from "../../core/style/spacing.js";
import { type ColorValue } from "../../core/style/value.js";
import { defineView } from "../../ui/defineView.js";
import { nodeAttributes } from "../../ui/nodeAttributes.js";

export interface DividerProps extends NodeProps {
  /** A border token, a palette step, or CSS. @default "default" */
  color?: ColorValue | null;
  /** Thickness in px, or CSS. @default 1 */
  size?: number | string | null;
  /** Space on both sides in units of 4 px, or CSS. @default as between siblings */
  spacing?: number | string | null;
  /** Extends over the padding of its container to the edges. @default false */
  flush?: boolean | null;
}

/** A line between siblings: across a column, upright in a row. */
export const Divider = defineView(function Divider(props: DividerProps, read) {
  const spacing = space(props.spacing, read, "spacing");
  return (
    <hr
      ref={orient}
      {...nodeAttributes("Divider", props.id)}
      data-flush={read.booleanAttribute("flush")}
      data-spaced={spacing === undefined ? undefined : ""}
      style={
        {
          borderColor: read.color("color", "border"),
          "--wr-divider-size": read.length("size"),
          "--wr-divider-spacing": spacing,
        } as CSSProperties
      }
    />
  );
});

/** Says in which direction the line is: that of its container, which only the DOM knows. */
function orient(line: HTMLElement | null) {
  const container = line?.parentElement?.closest(
    ".wr-horizontal, .wr-vertical",
  );
  if (container?.matches(".wr-horizontal")) {
    line!.setAttribute("aria-orientation", "vertical");
  }
}

import type { HTMLAttributes, ReactElement, ReactNode } from "react";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import * as messages from "../context/messages.js";
import type { DataAttributes } from "./nodeAttributes.js";

export interface IconProps {
  name: unknown;
  /** The node that names the icon, for reports. */
  node?: unknown;
  /** Attributes of an element around it, which goes where there is no icon. */
  box?: DataAttributes &
    Pick<HTMLAttributes<HTMLElement>, "className" | "style">;
  /** Shown where there is no icon. */
  otherwise?: ReactElement | null | undefined;
}

/** The place of an icon that is on its way. */
export const blank = ({ box }: Pick<IconProps, "box">) =>
  boxed(<svg width="1em" height="1em" aria-hidden="true" />, box);

export function boxed(drawing: ReactElement, box: IconProps["box"]) {
  return box ? <span {...box}>{drawing}</span> : drawing;
}

/** Shapes as an icon: lines of 2 on a grid of 24, in the colour and the size of the text. */
export const svgIcon = (
  shapes: ReactNode,
  fill = "none",
  className?: string,
) => (
  <svg
    width="1em"
    height="1em"
    viewBox="0 0 24 24"
    fill={fill}
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    className={className}
  >
    {shapes}
  </svg>
);

/** An unknown icon shows nothing and keeps no box. */
export function reportUnknown(
  { report }: WidgetContextValue,
  name: string,
  node: unknown,
) {
  report({
    code: "unknown-icon",
    message: messages.unknownIcon(name),
    node,
  });
}

export interface LucideIconProps extends IconProps {
  /** With its prefix: `lucide:rocket`. */
  name: string;
}

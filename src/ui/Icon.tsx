// First of all: what only the first chunk needs keeps the rest out of one of its own.
import { iconPaths } from "./iconPaths.js";
import type { HTMLAttributes, ReactElement, ReactNode } from "react";
import {
  useWidgetContext,
  type WidgetContextValue,
} from "../context/WidgetContext.js";
import type { DataAttributes } from "./nodeAttributes.js";
import { clientComponent } from "./lazyComponent.js";
import type { LucideIconProps } from "./LucideIcon.js";

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

const LucideIcon = clientComponent<LucideIconProps>(
  () => import("./LucideIcon.js"),
  blank,
);

/** The drawing of an icon, 1em wide; for a name nobody knows `otherwise`, and no box. */
export function useIcon({ name, node, box, otherwise = null }: IconProps) {
  const context = useWidgetContext();
  if (typeof name !== "string" || name === "") return null;
  const { icons } = context.settings;
  const Custom = Object.hasOwn(icons, name) ? icons[name] : undefined;
  if (Custom) return boxed(<Custom />, box);
  if (Object.hasOwn(iconPaths, name)) {
    return boxed(drawing(iconPaths[name]!), box);
  }
  if (name.startsWith("lucide:")) {
    return <LucideIcon {...{ name, node, box, otherwise }} />;
  }
  reportUnknown(context, name, node);
  return otherwise;
}

export function Icon(props: IconProps) {
  return useIcon(props);
}

const drawing = (path: string) =>
  svgIcon(
    <path d={path.replace("!", "")} />,
    path.startsWith("!") ? "currentColor" : "none",
  );

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
    message: `No icon is named "${name.slice(0, 80)}", so none is shown. Use one of ChatKit's, "lucide:<name>", or one in "icons".`,
    node,
  });
}

// This import comes first, and what LucideIcon needs is in this file, for one reason: Rolldown
// merges modules that lazy chunks share into the app's chunk, one group after another in
// the order in which they run. It leaves out a group that it meets before the groups that
// import it. `npm run size` fails when that happens.
import { iconPaths } from "./iconPaths.js";
import {
  Suspense,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
} from "react";
import * as messages from "../context/messages.js";
import {
  useWidgetContext,
  type WidgetContextValue,
} from "../context/WidgetContext.js";
import { clientComponent } from "./lazyComponent.js";
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

export interface LucideIconProps extends IconProps {
  /** With its prefix: `lucide:rocket`. */
  name: string;
}

/** An empty box of the same size, while an icon loads. */
export const blank = ({ box }: Pick<IconProps, "box">) =>
  boxed(<svg width="1em" height="1em" aria-hidden="true" />, box);

export function boxed(icon: ReactElement, box: IconProps["box"]) {
  return box ? <span {...box}>{icon}</span> : icon;
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

const LucideIcon = clientComponent<LucideIconProps>(
  () => import("./LucideIcon.js"),
  blank,
);

/** An icon, 1em wide; for an unknown name it is `otherwise`, without the box. */
export function iconView(
  context: WidgetContextValue,
  { name, node, box, otherwise = null }: IconProps,
): ReactElement | null {
  if (typeof name !== "string" || name === "") return null;
  const { icons } = context.settings;
  const Custom = Object.hasOwn(icons, name) ? icons[name] : undefined;
  if (Custom) {
    // An icon that suspends must not hide the page.
    const icon = (
      <Suspense fallback={blank({})}>
        <Custom />
      </Suspense>
    );
    return boxed(icon, box);
  }
  if (Object.hasOwn(iconPaths, name)) {
    return boxed(pathIcon(iconPaths[name]!), box);
  }
  if (name.startsWith("lucide:")) {
    return <LucideIcon {...{ name, node, box, otherwise }} />;
  }
  reportUnknown(context, name, node);
  return otherwise;
}

/** An icon where there is no context at hand. */
export function Icon(props: IconProps) {
  return iconView(useWidgetContext(), props);
}

const pathIcon = (path: string) =>
  svgIcon(
    <path d={path.replace("!", "")} />,
    path.startsWith("!") ? "currentColor" : "none",
  );

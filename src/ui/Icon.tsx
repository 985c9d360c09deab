// First of all: what only the first chunk needs keeps the rest out of one of its own.
import { iconPaths } from "./iconPaths.js";
import { useWidgetContext } from "../context/WidgetContext.js";
import {
  type LucideIconProps,
  type IconProps,
  blank,
  boxed,
  reportUnknown,
  svgIcon,
} from "./svgIcon.js";
import { clientComponent } from "./lazyComponent.js";

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

export const drawing = (path: string) =>
  svgIcon(
    <path d={path.replace("!", "")} />,
    path.startsWith("!") ? "currentColor" : "none",
  );

import { type ComponentType, createElement } from "react";
import groups from "virtual:lucide";
import { useWidgetContext } from "../context/WidgetContext.js";
import { clientComponent } from "./lazyComponent.js";
import {
  type LucideIconProps,
  blank,
  boxed,
  reportUnknown,
  svgIcon,
} from "./Icon.js";

/** A component for each group of names, whose icons load with the first of them. */
const parts = groups.map(({ first, load }) => ({
  first,
  Part: clientComponent<LucideIconProps>(async () => {
    const { default: icons } = await load();
    return {
      default: function GroupedIcon(props) {
        const { name, box } = props;
        const iconName = withoutPrefix(name);
        if (!Object.hasOwn(icons, iconName)) {
          return <UnknownIcon {...props} />;
        }
        const shapes = icons[iconName]!.map(([tag, attributes], index) =>
          createElement(tag, { key: index, ...attributes }),
        );
        // The classes of lucide's components, by which an app may style them.
        return boxed(svgIcon(shapes, "none", `lucide lucide-${iconName}`), box);
      },
    };
  }, blank),
}));

/** An icon of lucide's; nothing for a name that it does not know. */
export default function LucideIcon(props: LucideIconProps) {
  const name = withoutPrefix(props.name);
  const Part: ComponentType<LucideIconProps> =
    parts.findLast(({ first }) => first <= name)?.Part ?? UnknownIcon;
  return <Part {...props} />;
}

function UnknownIcon({ name, node, otherwise }: LucideIconProps) {
  reportUnknown(useWidgetContext(), name, node);
  return otherwise;
}

const withoutPrefix = (name: string) => name.slice("lucide:".length);

import { createElement, type ComponentType } from "react";
import imports from "lucide-react/dynamicIconImports.mjs";
import { useHost } from "../context.js";
import { blank, reportUnknown } from "./Icon.js";
import { lazyPart } from "./Lazy.js";

export interface LucideIconProps {
  /** With its prefix: `lucide:rocket`. */
  name: string;
  node: unknown;
}

type Name = keyof typeof imports;

/** The icons that were asked for, each loaded alone; the list of them is lazy too. */
const icons = new Map<string, ComponentType<{ node?: unknown }>>();

/** An icon of lucide's; nothing for a name that it does not know. */
export default function LucideIcon({ name, node }: LucideIconProps) {
  const host = useHost();
  const own = name.slice("lucide:".length);
  if (Object.hasOwn(imports, own)) {
    return createElement(iconOf(own as Name), { node });
  }
  reportUnknown(host, name, node);
  return null;
}

function iconOf(name: Name): ComponentType<{ node?: unknown }> {
  const known = icons.get(name);
  if (known) return known;
  const icon = lazyPart(async () => {
    const { default: Drawing } = await imports[name]();
    return { default: () => <Drawing size="1em" aria-hidden="true" /> };
  }, blank);
  icons.set(name, icon);
  return icon;
}

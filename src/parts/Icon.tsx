import { Suspense, createElement, lazy, type ComponentType } from "react";
import paths from "virtual:icons";
import { useHost } from "../context.js";

/** Icons of lucide by name, each loaded alone; the list of names is lazy too. */
const lucide = new Map<string, ComponentType>();

function lucideIcon(name: string): ComponentType {
  const known = lucide.get(name);
  if (known) return known;
  const icon = lazy(async () => {
    const { default: imports } =
      await import("lucide-react/dynamicIconImports.mjs");
    const load = Object.hasOwn(imports, name)
      ? imports[name as keyof typeof imports]
      : undefined;
    if (!load) return { default: () => <Unknown name={`lucide:${name}`} /> };
    const { default: Drawing } = await load();
    return { default: () => <Drawing size="1em" aria-hidden="true" /> };
  });
  lucide.set(name, icon);
  return icon;
}

interface IconProps {
  name: unknown;
  /** The node that names the icon, for reports. */
  node?: unknown;
}

/** Whether there may be a drawing; of lucide's names only loading tells. */
export function useHasIcon(name: unknown): boolean {
  const { icons } = useHost().settings;
  return (
    typeof name === "string" &&
    (Object.hasOwn(icons, name) ||
      Object.hasOwn(paths, name) ||
      name.startsWith("lucide:"))
  );
}

/** The drawing of an icon, 1em wide; nothing for a name nobody knows. */
export function Icon({ name, node }: IconProps) {
  const { icons } = useHost().settings;
  if (typeof name !== "string" || name === "") return null;
  const Custom = Object.hasOwn(icons, name) ? icons[name] : undefined;
  if (Custom) return <Custom />;
  if (Object.hasOwn(paths, name)) return <Drawing path={paths[name]!} />;
  if (!name.startsWith("lucide:")) return <Unknown name={name} node={node} />;
  return (
    <Suspense fallback={<svg width="1em" height="1em" aria-hidden="true" />}>
      {createElement(lucideIcon(name.slice("lucide:".length)))}
    </Suspense>
  );
}

function Drawing({ path }: { path: string }) {
  const filled = path.startsWith("!");
  return (
    <svg
      width="1em"
      height="1em"
      viewBox="0 0 24 24"
      fill={filled ? "currentColor" : "none"}
      stroke={filled ? undefined : "currentColor"}
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      fillRule="evenodd"
      aria-hidden="true"
    >
      <path d={filled ? path.slice(1) : path} />
    </svg>
  );
}

/** An unknown icon shows nothing and keeps no box. */
function Unknown({ name, node }: { name: string; node?: unknown }) {
  const { report } = useHost();
  report({
    code: "unknown-icon",
    message: `No icon is named "${name.slice(0, 80)}", so none is shown. Use a name of ChatKit's or "lucide:<name>", or pass a drawing in "icons".`,
    node,
  });
  return null;
}

import { readFileSync } from "node:fs";
import imports from "lucide-react/dynamicIconImports.mjs";
import type { Plugin } from "vite";

const ID = "virtual:lucide";

/** A group is about 13 kB as gzip: an app that shows one icon loads one, and its build has eight more files. */
const GROUPS = 8;

const NOTICE =
  "/*! Icons of lucide (https://lucide.dev), ISC licence, (c) Lucide Icons and Contributors, and Feather, MIT licence, (c) Cole Bemis. Full text: dist/LICENSE-lucide.txt of widget-renderer */";

type Shape = [tag: string, attributes: Record<string, unknown>];

/** Name → the shapes of its icon. */
type Icons = Record<string, Shape[]>;

/**
 * `virtual:lucide`: all icons of lucide by all their names, as groups that load
 * one by one. The build makes them from the development dependency
 * `lucide-react`, so that nobody who installs the library installs 4,800 files
 * for them, and no bundler makes a chunk of each icon.
 */
export function lucide(): Plugin {
  let groups: Promise<Icons[]> | undefined;
  return {
    name: "widget-renderer:lucide",
    resolveId: (id) =>
      id === ID || id.startsWith(`${ID}/`) ? `\0${id}` : undefined,
    async load(id) {
      if (!id.startsWith(`\0${ID}`)) return;
      groups ??= readIcons().then(split);
      const index = /\d+$/.exec(id)?.[0];
      const code = index
        ? parse(JSON.stringify((await groups)[Number(index)]))
        : list(await groups);
      // The data has no source that a map could lead to.
      return { code: `${NOTICE}\nexport default ${code};\n`, map: null };
    },
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "LICENSE-lucide.txt",
        source: readFileSync("node_modules/lucide-react/LICENSE"),
      });
    },
  };
}

function list(groups: Icons[]): string {
  const entries = groups.map((icons, index) => {
    const first = JSON.stringify(Object.keys(icons)[0]);
    return `  { first: ${first}, load: () => import("${ID}/lucide-${index}") },\n`;
  });
  return `[\n${entries.join("")}]`;
}

/** A browser reads JSON faster than the same data as code, and bundlers keep it as short as it is. */
const parse = (json: string) =>
  `JSON.parse(\`${json.replaceAll(/[\\`$]/g, "\\$&")}\`)`;

async function readIcons(): Promise<[name: string, shapes: Shape[]][]> {
  const icons = await Promise.all(
    Object.entries(imports).map(
      async ([name, load]): Promise<[string, Shape[]]> => {
        const module: unknown = await load();
        const { __iconData: icon } = module as {
          __iconData: { size: number; node: Shape[] };
        };
        // The renderer takes both for granted.
        if (icon.size !== 24 || icon.node.some(({ length }) => length !== 2)) {
          throw new Error(`The icon ${name} of lucide has another form.`);
        }
        return [name, icon.node.map(withoutKey)];
      },
    ),
  );
  return icons.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** lucide gives each shape a random key, which packs badly; its index serves as well. */
const withoutKey = ([tag, attributes]: Shape): Shape => [
  tag,
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name !== "key"),
  ),
];

/** Neighbours in the alphabet are alike: they pack well, and a widget often has several. */
function split(icons: [name: string, shapes: Shape[]][]): Icons[] {
  const sizes = icons.map((icon) => JSON.stringify(icon).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const groups: Icons[] = Array.from({ length: GROUPS }, () => ({}));
  let before = 0;
  icons.forEach(([name, shapes], index) => {
    groups[Math.floor((before / total) * GROUPS)]![name] = shapes;
    before += sizes[index]!;
  });
  return groups;
}

// Writes what widget-renderer/schema knows of the nodes, from their types and comments:
// src/schema/nodes.json, a line for each property, and src/schema/texts.json, what is said of it.
//   node scripts/schema.mjs          writes the files
//   node scripts/schema.mjs --check  fails where they are not current
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { format } from "prettier";
import {
  firstSentence,
  isJson,
  propLine,
  propText,
} from "./reference/propLine.mjs";
import { readNodes } from "./reference/readNodes.mjs";

/** Path → text of the files, as the types are now. */
export async function schemaFiles() {
  const { nodes, shared, objects } = readNodes();
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  const texts = [];
  /** @type {(head: string, text: string, owner: string, props: import("./reference/readNodes.mjs").Prop[]) => void} */
  const add = (head, text, owner, props) => {
    lines.push(`@${head}`);
    texts.push(text && `#${firstSentence(text)}`);
    for (const prop of props.filter(isJson)) {
      lines.push(propLine(prop, owner));
      texts.push(propText(prop));
    }
  };
  /** Title → the names of its properties. @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { title, props } of shared) {
    const names = props.map(({ name }) => name);
    groups.set(title, names);
    const isEvery = title === "Every node";
    add(isEvery ? "every" : `group ${title}`, "", title, props);
  }
  for (const { type, text, props, from, children } of nodes) {
    const parts = from.map(({ title, names }) => {
      // What the node has in another way, or not at all.
      const without = (groups.get(title) ?? []).filter(
        (name) => !names.includes(name),
      );
      return [title, ...without].join("-");
    });
    const flags = [...(children ? ["children"] : []), ...parts];
    add(["node", type, ...flags].join(" "), text, type, props);
  }
  for (const { name, text, props } of objects) {
    add(`value ${name}`, text, name, props);
  }
  lines.push(`@icons ${iconNames().join(" ")}`);
  const json = async (/** @type {unknown} */ value) =>
    format(JSON.stringify(value), { parser: "json" });
  return {
    "src/schema/nodes.json": await json(lines),
    "src/schema/texts.json": await json(texts),
  };
}

/** The names of ChatKit's icons, which `ui/iconPaths` has. */
function iconNames() {
  const text = readFileSync("src/ui/iconPaths.ts", "utf8");
  const names = [...text.matchAll(/^ {2}"?([a-z][a-z0-9-]*)"?:/gm)];
  return names.map(([, name = ""]) => name).sort((a, b) => (a < b ? -1 : 1));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values: options } = parseArgs({
    options: { check: { type: "boolean", default: false } },
  });
  for (const [path, text] of Object.entries(await schemaFiles())) {
    if (!options.check) {
      writeFileSync(path, text);
      console.log(`${path}: ${text.split("\n").length} lines`);
    } else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
      console.error(`✗ ${path} is not current: npm run docs:schema`);
      process.exitCode = 1;
    }
  }
}

// What publint and attw do not look at in the package that npm would publish: that
// each file in it is used, and that it names no package that it does not need.
import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { bundled, inPlayground, runtimeSbom } from "./runtimeSbom.mjs";
import { usedFiles } from "./usedFiles.mjs";

/** In kB: what npm downloads, and what it unpacks. */
const limits = { size: 2200, unpackedSize: 7000 };

/** @type {{ name: string, exports: Record<string, string | { default?: string }>, dependencies: object, peerDependencies: object }} */
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
/** @type {[{ files: { path: string }[], size: number, unpackedSize: number }]} */
const [{ files, ...sizes }] = JSON.parse(
  execSync("npm pack --dry-run --json --ignore-scripts", { encoding: "utf8" }),
);
const paths = new Set(files.map(({ path }) => path));

/** @type {string[]} */
const faults = [];

// Jest resolves with the conditions `require` and `default`, also what is imported.
for (const [entry, target] of Object.entries(manifest.exports)) {
  if (typeof target !== "string" && !target.default) {
    faults.push(`exports["${entry}"] has no "default", so Jest cannot find it`);
  }
}

/** @type {Set<string>} */
const imported = new Set();
for (const path of paths) {
  // Pages are whole: they import nothing but their own files.
  if (!/^dist\/(?!playground\/).*\.js$/.test(path)) continue;
  const text = readFileSync(path, "utf8");
  for (const [line] of text.matchAll(/^import\s*["'].*/gm)) {
    faults.push(`${path}: bundlers warn of an import without a name: ${line}`);
  }
  for (const [, name] of text.matchAll(
    /(?:\bfrom|\bimport\(|^import)\s*["']((?:@[\w-]+\/)?[\w-][\w.-]*)[^"'\n]*["']/gm,
  )) {
    if (name) imported.add(name);
    if (
      // The command line and the preset of Storybook run in Node.
      !(name === "node" && /^dist\/(?:cli|storybook)\//.test(path)) &&
      // The addon imports the entries by name.
      !(name === manifest.name && path.startsWith("dist/storybook/")) &&
      !Object.hasOwn(manifest.dependencies, name ?? "") &&
      !Object.hasOwn(manifest.peerDependencies, name ?? "")
    ) {
      faults.push(`${path}: "${name}" is not a dependency of the package`);
    }
  }
}

for (const name of Object.keys(manifest.dependencies)) {
  if (!imported.has(name)) {
    faults.push(`${name}: a dependency that no file of dist/ imports`);
  }
}

/** Files that are not in dist/: pages, the source that a page links to, examples. */
const outside =
  /^(?:LICENSE|package\.json|[A-Z]+\.md|docs\/(?:(?:recipes|api)\/)?[\w-]+\.md|docs\/(?:widgets|storybook(?:-problems)?)\.png|src\/styles\/tokens\.css|examples\/.+\.(?:mjs|md))$/;
const used = usedFiles(paths);
for (const path of paths) {
  if (path.startsWith("dist/") ? !used.has(path) : !outside.test(path)) {
    faults.push(`${path}: a file that nothing in the package uses`);
  }
}

const code = new Set(
  [...paths].flatMap(
    (path) => /^dist\/vendor\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  ),
);
for (const name of code) {
  if (!bundled.includes(name)) {
    faults.push(`${name} is in dist/vendor, not in scripts/runtimeSbom.mjs`);
  }
}

/** Everything that an app may have, and the editor. */
const known = new Set(
  runtimeSbom([...bundled, ...inPlayground]).components.map(({ name }) => name),
);
for (const [, name = ""] of readFileSync(
  "dist/playground/licenses.md",
  "utf8",
).matchAll(/^## (\S+) - /gm)) {
  if (!known.has(name)) {
    faults.push(
      `${name} is in dist/playground, not in scripts/runtimeSbom.mjs`,
    );
  }
}

for (const [name, limit] of Object.entries(limits)) {
  const size = sizes[/** @type {keyof typeof limits} */ (name)] / 1000;
  if (size > limit) {
    faults.push(`${name}: ${size.toFixed()} kB, the limit is ${limit} kB`);
  }
}

for (const page of paths) {
  if (!page.endsWith(".md")) continue;
  for (const [, link = ""] of readFileSync(page, "utf8").matchAll(
    /\]\(([^)#\s]+)/g,
  )) {
    const target = posix.join(posix.dirname(page), link);
    if (!/^https?:/.test(link) && !paths.has(target)) {
      faults.push(`${page}: ${target} is not in the package`);
    }
  }
}

if (!paths.has("dist/LICENSE-lucide.txt")) {
  faults.push("dist/LICENSE-lucide.txt, the licence of the icons, is missing");
}

for (const fault of faults) console.error(`✗ ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);

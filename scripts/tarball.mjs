// What publint and attw do not look at in the package that npm would publish.
import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { posix } from "node:path";

/** @type {{ exports: Record<string, string | { default?: string }>, dependencies: object, peerDependencies: object }} */
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
/** @type {[{ files: { path: string }[] }]} */
const [{ files }] = JSON.parse(
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

for (const path of paths) {
  if (!/^dist\/.*\.js$/.test(path)) continue;
  const text = readFileSync(path, "utf8");
  for (const [line] of text.matchAll(/^import\s*["'].*/gm)) {
    faults.push(`${path}: bundlers warn of an import without a name: ${line}`);
  }
  for (const [, name] of text.matchAll(
    /(?:\bfrom|\bimport\(|^import)\s*["']((?:@[\w-]+\/)?[\w-][\w.-]*)[^"'\n]*["']/gm,
  )) {
    if (
      // The command line runs in Node.
      !(name === "node" && path.startsWith("dist/cli/")) &&
      !Object.hasOwn(manifest.dependencies, name ?? "") &&
      !Object.hasOwn(manifest.peerDependencies, name ?? "")
    ) {
      faults.push(`${path}: "${name}" is not a dependency of the package`);
    }
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

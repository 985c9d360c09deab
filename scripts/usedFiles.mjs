import { readFileSync } from "node:fs";
import { posix } from "node:path";

/**
 * The files among these that the entries of package.json reach by imports, with their
 * types and source maps.
 * @param {ReadonlySet<string>} paths
 */
export function usedFiles(paths) {
  /** @type {{ exports: object, imports: object, bin: object }} */
  const { exports, imports, bin } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  /** What is bundled, and the icons, ask for their licences. @type {Set<string>} */
  const used = new Set(
    ["dist", "dist/playground"].flatMap((folder) => [
      `${folder}/licenses.md`,
      `${folder}/LICENSE-lucide.txt`,
    ]),
  );
  // What the command line serves.
  for (const path of paths) {
    if (/^dist\/playground\/[^/]+\.html$/.test(path)) add(path);
  }
  for (const [, target = ""] of JSON.stringify([
    exports,
    imports,
    bin,
  ]).matchAll(/"\.\/([^"]*)"/g)) {
    const [start = "", end] = target.split("*");
    if (end === undefined) add(target);
    else {
      for (const path of paths) {
        if (path.startsWith(start) && path.endsWith(end)) add(path);
      }
    }
  }
  return used;

  /** @param {string} path */
  function add(path) {
    const [end] = /\.(?:d\.ts|js|html)$/.exec(path) ?? [];
    if (!paths.has(path) || used.has(path)) return;
    used.add(path);
    if (end === undefined) return;
    add(`${path}.map`);
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(
      /(?:\bfrom|\bimport(?:\.meta\.resolve)?\(|\bimport|\b(?:src|href)=)\s*["'`](\.[^"'`]*)["'`]/g,
    )) {
      // A type is imported by the name of its module.
      const target = posix.join(posix.dirname(path), name);
      add(end === ".d.ts" ? target.replace(/\.js$/, end) : target);
    }
  }
}

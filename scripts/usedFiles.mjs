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
  const used = new Set(["dist/licenses.md", "dist/LICENSE-lucide.txt"]);
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
    const [end] = /\.(?:d\.ts|js)$/.exec(path) ?? [];
    if (!paths.has(path) || used.has(path)) return;
    used.add(path);
    if (end === undefined) return;
    add(`${path}.map`);
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(
      /(?:\bfrom|\bimport\(|^import)\s*["'](\.[^"']*)["']/gm,
    )) {
      // A type is imported by the name of its module.
      add(posix.join(posix.dirname(path), name).replace(/\.js$/, end));
    }
  }
}

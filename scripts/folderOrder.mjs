// The order of the folders of src is the order of the imports, and what one node
// uses is in that node's folder: `node scripts/folderOrder.mjs` lists what is not so.
// Type imports and lazy ones count, but a lazy one makes no circle; types.ts alone may
// import, and be imported by, all.
import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";

/** Each imports from those before it. */
const ORDER = [
  "core",
  "context",
  "forms",
  "actions",
  "ui",
  "nodes",
  "renderer",
  "index",
];

/**
 * Path in src → what it imports, as written; a lazy import is `lazy ./Calendar.js`.
 * @typedef {ReadonlyMap<string, readonly string[]>} Files
 */

const LAZY = "lazy ";

/**
 * @param {Files} files
 * @returns {string[]} a sentence for each
 */
export function violations(files) {
  const imports = resolveImports(files);
  return [
    ...strays(files),
    ...wrongOrder(files, imports),
    ...usedOnce(imports),
    // What is loaded later may import what loads it.
    ...circles(resolveImports(files, { lazy: false })),
  ];
}

/**
 * The files of a folder.
 * @param {string} folder
 * @returns {Files}
 */
export function readFiles(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /(?<!\.d)\.tsx?$/.test(path));
  return new Map(
    paths.sort().map((path) => {
      return [path, importsOf(readFileSync(join(folder, path), "utf8"))];
    }),
  );
}

/** What a module imports, as written: types, lazy imports and re-exports as well. @param {string} text */
export function importsOf(text) {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName, pos }) =>
    // Not `import("./type.js").Type`, which is a type and loads nothing.
    /\bimport\(\s*$/.test(text.slice(0, pos)) &&
    !/^\s*["'`][^"'`]*["'`]\s*\)\s*\.\s*[A-Z]/.test(text.slice(pos))
      ? LAZY + fileName
      : fileName,
  );
}

/**
 * File → the files of ours that it imports, types.ts left out on both sides.
 * @typedef {ReadonlyMap<string, readonly string[]>} Imports
 * @param {Files} files
 * @param {{ lazy: boolean }} [options] whether lazy imports count
 * @returns {Imports}
 */
function resolveImports(files, { lazy } = { lazy: true }) {
  return new Map(
    Array.from(files, ([path, specifiers]) => {
      const targets = specifiers.flatMap((written) => {
        if (written.startsWith(LAZY) && !lazy) return [];
        const specifier = written.replace(LAZY, "");
        if (!specifier.startsWith(".")) return [];
        const target = posix.join(posix.dirname(path), specifier);
        return [".ts", ".tsx"]
          .map((end) => target.replace(/\.js$/, end))
          .filter((file) => files.has(file) && file !== "types.ts");
      });
      return [path, path === "types.ts" ? [] : [...new Set(targets)]];
    }),
  );
}

/** "ui" of "ui/Icon.tsx", "index" of "index.ts". @param {string} path */
function folderOf(path) {
  const [first = "", ...rest] = path.split("/");
  return rest.length > 0 ? first : first.replace(/\.tsx?$/, "");
}

/** Folders that are entries beside the main one: who does not import one loads none of it. */
const ENTRIES = ["chatkit", "template", "labels", "schema", "stream"];

/** The command line and the addon of Storybook, which use entries as another package would. @param {string} path */
function isProgram(path) {
  return /^(?:cli|storybook)\//.test(path);
}

/** What programs share, and is no part of an entry. @param {string} path */
function isForPrograms(path) {
  return isProgram(path) || path === "template/sampleData.ts";
}

/** What only development builds load may load an entry. @param {string} path */
function isForDevelopment(path) {
  return path.endsWith(".development.ts");
}

/** @param {string} path */
function isEntry(path) {
  return path.includes("/") && ENTRIES.includes(folderOf(path));
}

/** Hooks of an entry know React and what the main entry is made of. @param {string} path */
function isHook(path) {
  return /^use[A-Z]/.test(posix.basename(path));
}

/** The table of nodes, and the loaders of their heavy parts. @param {string} path */
function isShared(path) {
  return /^nodes\/(?:index|load|load\.server)\.ts$/.test(path);
}

/** "nodes/Chart" of every file in it. @param {string} path */
function nodeOf(path) {
  return /^nodes\/[^/]+(?=\/)/.exec(path)?.[0];
}

/** @param {Files} files */
function strays(files) {
  return [...files.keys()].flatMap((path) => {
    if (!path.includes("/")) {
      return ["index.ts", "types.ts"].includes(path)
        ? []
        : [`${path} is in no folder`];
    }
    if (!ORDER.includes(folderOf(path)) && !isEntry(path) && !isProgram(path)) {
      return [`${path} is in a folder that has no part in the order`];
    }
    if (folderOf(path) !== "nodes" || isShared(path)) return [];
    const node = nodeOf(path);
    if (node === undefined) return [`${path} is in no folder of a node`];
    const main = `${node}/${posix.basename(node)}.tsx`;
    return files.has(main) ? [] : [`${path} is in a folder without ${main}`];
  });
}

/**
 * @param {Files} files
 * @param {Imports} imports
 */
function wrongOrder(files, imports) {
  /** @type {string[]} */
  const found = [];
  for (const [from, specifiers] of files) {
    const folder = folderOf(from);
    for (const written of specifiers) {
      const specifier = written.replace(LAZY, "");
      if (specifier.endsWith(".css")) {
        found.push(`${from} imports ${specifier}: styles/index.css does that`);
      }
      if (specifier.startsWith(".")) {
        const target = posix.join(posix.dirname(from), specifier);
        if (folder === "core" && target === "types.js") {
          found.push(`${from} imports types.ts: core knows core alone`);
        }
        continue;
      }
      if (folder === "core") {
        found.push(`${from} imports ${specifier}: core needs no package`);
      }
      if (
        /^react(?:-|\/|$)/.test(specifier) &&
        isEntry(from) &&
        !isHook(from)
      ) {
        found.push(`${from} imports ${specifier}: hooks of an entry alone do`);
      }
    }
  }
  for (const [from, targets] of imports) {
    for (const to of targets) {
      const [folder, other] = [folderOf(from), folderOf(to)];
      if (folder === other) continue;
      if (isProgram(from)) {
        const isIndex =
          to === "index.ts" ||
          (isEntry(to) && posix.basename(to) === "index.ts");
        if (!isIndex && !isForPrograms(to)) {
          found.push(`${from} imports ${to}: a program knows entries alone`);
        }
      } else if (isEntry(from)) {
        if (other !== "core" && !(isHook(from) && !isEntry(to))) {
          found.push(`${from} imports ${to}: an entry knows core alone`);
        }
      } else if (isEntry(to) && !isForDevelopment(from)) {
        found.push(`${from} imports ${to}, which belongs to another entry`);
      } else if (ORDER.includes(folder) && ORDER.includes(other)) {
        if (ORDER.indexOf(folder) < ORDER.indexOf(other)) {
          found.push(`${from} imports ${to}: ${folder} comes before ${other}`);
        }
      }
    }
  }
  return found;
}

/** @param {Imports} imports */
function usedOnce(imports) {
  /** @type {Map<string, Set<string>>} */
  const importers = new Map();
  for (const [from, targets] of imports) {
    for (const to of targets) {
      importers.set(to, (importers.get(to) ?? new Set()).add(from));
    }
  }

  /**
   * The nodes and folders that a file serves: through others of its folder as well.
   * @param {string} path
   * @param {Set<string>} [seen]
   * @returns {Set<string>}
   */
  const usersOf = (path, seen = new Set()) => {
    /** @type {Set<string>} */
    const users = new Set();
    // On a server another file is imported in its place.
    const twin = path.replace(".server.", ".");
    for (const from of importers.get(twin) ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      const user = nodeOf(from) ?? folderOf(from);
      if (folderOf(from) !== folderOf(path)) users.add(user);
      else for (const other of usersOf(from, seen)) users.add(other);
    }
    return users;
  };

  return [...imports.keys()].flatMap((path) => {
    const folder = folderOf(path);
    const node = nodeOf(path);
    if (node !== undefined) {
      if (posix.basename(path).startsWith(`${posix.basename(node)}.`))
        return [];
      const others = [...(importers.get(path) ?? [])].filter(
        (from) =>
          nodeOf(from) !== node && !isShared(from) && from !== "index.ts",
      );
      return others.length > 0
        ? [`${path} also serves ${others.join(", ")}: it belongs in ui/`]
        : [];
    }
    if (!["context", "forms", "actions", "ui"].includes(folder)) return [];
    const users = [...usersOf(path)];
    if (users.length === 0) {
      return folder === "ui" ? [`${path} serves nothing`] : [];
    }
    if (users.length > 1) return [];
    const [user = ""] = users;
    return user.startsWith("nodes/")
      ? [`${path} serves ${user} alone: it belongs there`]
      : folder === "ui"
        ? [`${path} serves ${user}/ alone: it belongs there`]
        : [];
  });
}

/**
 * One circle for each set of files that reach each other (Tarjan).
 * @param {Imports} imports
 */
function circles(imports) {
  /** @type {Map<string, number>} */
  const order = new Map();
  /** @type {Map<string, number>} */
  const low = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[]} */
  const found = [];
  /** @param {string} file */
  const visit = (file) => {
    order.set(file, order.size);
    low.set(file, order.get(file) ?? 0);
    stack.push(file);
    for (const target of imports.get(file) ?? []) {
      if (!order.has(target)) {
        visit(target);
        low.set(file, Math.min(low.get(file) ?? 0, low.get(target) ?? 0));
      } else if (stack.includes(target)) {
        low.set(file, Math.min(low.get(file) ?? 0, order.get(target) ?? 0));
      }
    }
    if (low.get(file) !== order.get(file)) return;
    const members = new Set(stack.splice(stack.indexOf(file)));
    if (members.size > 1 || imports.get(file)?.includes(file)) {
      found.push(`a circle: ${shortest(imports, members).join(" → ")}`);
    }
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}

/**
 * The shortest way round among files that reach each other.
 * @param {Imports} imports
 * @param {Set<string>} members
 * @returns {string[]}
 */
function shortest(imports, members) {
  /** @type {string[] | undefined} */
  let best;
  for (const start of [...members].sort()) {
    const queue = [[start]];
    const seen = new Set();
    for (let way = queue.shift(); way; way = queue.shift()) {
      if (best && way.length + 1 >= best.length) break;
      const targets = imports.get(way.at(-1) ?? "") ?? [];
      if (targets.includes(start)) {
        best = [...way, start];
        break;
      }
      for (const target of targets) {
        if (!members.has(target) || seen.has(target)) continue;
        seen.add(target);
        queue.push([...way, target]);
      }
    }
  }
  return best ?? [];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = violations(readFiles("src"));
  for (const violation of found) console.log(violation);
  console.log(`folder order: ${found.length} violations`);
  process.exitCode = found.length === 0 ? 0 : 1;
}

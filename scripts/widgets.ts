import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Plugin } from "vite";

const ID = "virtual:widgets";
const EXTENSION = ".widget";

/**
 * `virtual:widgets`: the `.widget` files of the folder that the environment
 * variable WIDGETS names, file name → text. Empty without it.
 */
export function widgets(): Plugin {
  const folder =
    process.env["WIDGETS"] &&
    // npm runs scripts in the package's folder; the path is the caller's.
    resolve(process.env["INIT_CWD"] ?? "", process.env["WIDGETS"]);
  if (folder && !existsSync(folder)) {
    throw new Error(`WIDGETS names a folder that does not exist: ${folder}`);
  }
  return {
    name: "widget-renderer:widgets",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return;
      return `export default ${JSON.stringify(folder ? read(folder) : {})};`;
    },
    configureServer(server) {
      if (!folder) return;
      server.watcher.add(folder);
      server.watcher.on("all", (_, path) => {
        if (!path.startsWith(folder) || !path.endsWith(EXTENSION)) return;
        const module = server.moduleGraph.getModuleById(`\0${ID}`);
        if (module) void server.reloadModule(module);
      });
    },
  };
}

function read(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith(EXTENSION));
  return Object.fromEntries(
    files.map((name) => [
      basename(name, EXTENSION),
      readFileSync(join(folder, name), "utf8"),
    ]),
  );
}

import { dirname, relative, resolve } from "node:path";
import { transformWithOxc, type Plugin } from "vite";
import { samplesOf } from "./samples.mjs";

/** `docs/recipes/ai-sdk.md?sample=route.ts`. The page exists, so packages beside it are found. */
const ID = /^(.*)\/([\w-]+\.md)\?sample=(.+)$/;

/**
 * A sample of a page is a module, so that tests run what the page shows: it imports
 * the others of its page by their names.
 */
export function sampleModules(): Plugin {
  return {
    name: "widget-renderer:sample-modules",
    enforce: "pre",
    resolveId(id, importer = "") {
      if (ID.test(id)) return resolve(id);
      const [, folder, page] = ID.exec(importer) ?? [];
      if (folder === undefined || page === undefined) return undefined;
      // A stylesheet that is not built yet.
      if (id === "widget-renderer/styles.css") {
        return resolve("src/styles/index.css");
      }
      if (!id.startsWith("./")) return undefined;
      const found = samplesOf(relative(".", `${folder}/${page}`)).find(
        ({ name }) => name?.replace(/\.tsx?$/, "") === id.slice(2),
      );
      return found && `${folder}/${page}?sample=${found.name}`;
    },
    load(id) {
      const [, folder, page, name] = ID.exec(id) ?? [];
      if (folder === undefined) return undefined;
      const path = `${folder}/${page}`;
      const sample = samplesOf(path).find((one) => one.name === name);
      if (!sample) throw new Error(`${path} has no sample "${name}".`);
      this.addWatchFile(path);
      return transformWithOxc(sample.text, `${dirname(path)}/${name}`);
    },
  };
}

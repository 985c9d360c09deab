// The gallery as it is meant: our dist/styles.css as it is, in a page that no
// pipeline of CSS has touched. Its JavaScript is bundled, since React needs that.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { serve } from "../serve.mjs";
import { writeGallery } from "./gallery.mjs";
import { look } from "./look.mjs";

/** @param {string} folder */
async function buildReference(folder) {
  await writeGallery(folder);
  writeFileSync(
    join(folder, "main.tsx"),
    `import { createRoot } from "react-dom/client";
import { Gallery } from "./Gallery";
createRoot(document.getElementById("root")!).render(
  <main className="gallery"><Gallery /></main>,
);`,
  );
  const page = join(folder, "page");
  await build({
    configFile: false,
    logLevel: "error",
    root: folder,
    resolve: {
      alias: [
        { find: /^widget-renderer$/, replacement: resolve("dist/index.js") },
        {
          find: /^(react|react-dom)(\/.*)?$/,
          replacement: resolve("node_modules/$1$2"),
        },
      ],
    },
    plugins: [
      {
        name: "no-css",
        enforce: "pre",
        resolveId: (id) => (id.endsWith(".css") ? "\0no-css" : undefined),
        load: (id) => (id === "\0no-css" ? "" : undefined),
      },
    ],
    oxc: { jsx: { runtime: "automatic" } },
    build: {
      outDir: page,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(folder, "main.tsx"),
        output: { entryFileNames: "main.js" },
      },
    },
  });
  writePage(page, "index", {
    "styles.css": readFileSync("dist/styles.css", "utf8"),
    "gallery.css": readFileSync(join(folder, "gallery.css"), "utf8"),
  });
  return page;
}

/**
 * A page with other stylesheets, beside the reference.
 * @param {string} page
 * @param {string} name
 * @param {Record<string, string>} sheets
 */
export function writePage(page, name, sheets) {
  const links = Object.entries(sheets).map(([file, text]) => {
    writeFileSync(join(page, file), text);
    return `<link rel="stylesheet" href="/${file}" />`;
  });
  writeFileSync(
    join(page, `${name}.html`),
    `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${name}</title>
    <link rel="icon" href="data:," />
    ${links.join("\n    ")}
  </head>
  <body><div id="root"></div><script type="module" src="/main.js"></script></body>
</html>
`,
  );
}

/** @param {string} folder */
export async function lookAtReference(folder) {
  const page = await buildReference(folder);
  const server = await serve(page);
  const { sights, faults } = await look(server.url);
  server.close();
  return { page, sights, faults: [...faults, ...checkSchemes(sights)] };
}

/**
 * The reference itself has light and dark surfaces where it should: otherwise a
 * page without any would equal it.
 * @param {import("./look.mjs").Sights} sights
 */
function checkSchemes(sights) {
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, (page: string) => string>} */
  const expected = {
    "checkout-form": (page) => page,
    "prop-dark": () => "dark",
    "prop-light": () => "light",
    "scope-dark": () => "dark",
    "scope-light": () => "light",
  };
  for (const [name, { styles }] of sights) {
    const page = /^(?:inline )?(\w+)/.exec(name)?.[1] ?? "";
    const of = / of (.*)$/.exec(name)?.[1];
    const column = styles.properties.indexOf("background-color");
    /** @param {RegExp} path */
    const schemeOf = (path) => {
      const element = styles.elements.find((it) => path.test(it.path));
      const color = styles.strings[element?.values[column] ?? -1] ?? "";
      const [red = NaN, , , alpha] = (color.match(/[\d.]+/g) ?? []).map(Number);
      if (alpha !== 1) return color;
      return red > 127 ? "light" : "dark";
    };
    const parts = of
      ? [{ part: of, path: /^popup \S*\.wr-Popover/ }]
      : Object.keys(expected).map((part) => ({
          part,
          path: new RegExp(`^${part} \\S*wr-Card-surface`),
        }));
    for (const { part, path } of parts) {
      const wanted = expected[part]?.(page) ?? page;
      const scheme = schemeOf(path);
      if (scheme !== wanted) {
        faults.push(
          `${name}: the surface of ${part} is ${scheme}, not ${wanted}`,
        );
      }
    }
  }
  return faults;
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { initialSize } from "../scripts/initialSize.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);

/** @type {{ exports: Record<string, string | { default: string }> }} */
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The library as its consumers import it, from dist/ of this checkout. */
const alias = Object.entries(manifest.exports).flatMap(([path, target]) =>
  typeof target === "object" && !path.includes("*")
    ? [
        {
          find: new RegExp(`^widget-renderer${path.slice(1)}$`),
          replacement: join(root, target.default),
        },
      ]
    : [],
);

/** @type {import("vite").InlineConfig} */
const shared = {
  configFile: false,
  logLevel: "error",
  resolve: { alias, dedupe: ["react", "react-dom"] },
  define: { "process.env.NODE_ENV": '"production"' },
  oxc: { jsx: { runtime: "automatic" } },
};

/** Builds the page; the folder that holds it. */
export async function buildPage() {
  const outDir = join(here, "dist");
  await build({
    ...shared,
    root: join(here, "page"),
    base: "./",
    build: {
      outDir,
      emptyOutDir: true,
      target: "chrome123",
      // Names in CPU profiles.
      minify: false,
      sourcemap: true,
      chunkSizeWarningLimit: 10_000,
    },
  });
  return outDir;
}

/**
 * An app with one card, a text and a button for each contestant, and the elements of
 * those that bring none.
 * @type {Record<string, { file: string, elements?: "ours" | "lean" }>}
 */
const apps = {
  "floor-dom": { file: "floor-dom.ts" },
  "floor-react": { file: "floor-react.tsx" },
  ours: { file: "ours.tsx" },
  "json-render": { file: "json-render.tsx", elements: "ours" },
  a2ui: { file: "a2ui.tsx", elements: "ours" },
  "json-render-lean": { file: "json-render.tsx", elements: "lean" },
  "a2ui-lean": { file: "a2ui.tsx", elements: "lean" },
  "a2ui-basic": { file: "a2ui-basic.tsx" },
  adaptivecards: { file: "adaptivecards.ts" },
};

/**
 * Builds the apps for production, each in a folder of its name.
 * @returns the folder above, and kB after gzip: JavaScript without React that is
 * loaded at first, CSS, and React alone.
 */
export async function buildApps() {
  const outDir = join(here, "dist", "apps");
  /** @type {Record<string, number>} */
  const js = {};
  /** @type {Record<string, number>} */
  const css = {};
  for (const name of Object.keys(apps)) {
    const folder = join(outDir, name);
    const built = await buildApp(name, false);
    const files = built.flatMap(({ output }) => output);
    for (const file of files) {
      const path = join(folder, file.fileName);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.type === "chunk" ? file.code : file.source);
    }
    const sheet = files.find(({ fileName }) => fileName === "app.css");
    writeFileSync(
      join(folder, "index.html"),
      page(sheet ? '<link rel="stylesheet" href="app.css">' : ""),
    );
    js[name] = sizeOf(await buildApp(name, true));
    css[name] =
      sheet?.type === "asset" ? gzipSync(sheet.source).length / 1000 : 0;
  }
  const react = sizeOf(await buildApp("floor-react", false));
  return { folder: outDir, js, css, react };
}

/** @param {import("vite").Rolldown.RolldownOutput[]} built */
const sizeOf = ([built]) => (built ? initialSize(built) / 1000 : NaN);

/** The page says when all of the widget is there; what is painted later is not. */
const page = (/** @type {string} */ style) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>App</title>
<link rel="icon" href="data:,">
<script>
new MutationObserver((_, observer) => {
  const text = document.body?.textContent ?? "";
  if (!text.includes("Flight LH 400") || !text.includes("Check in")) return;
  observer.disconnect();
  const mounted = performance.now();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { globalThis.widget = { mounted, painted: performance.now() }; };
    port2.postMessage(null);
  });
}).observe(document, { childList: true, subtree: true, characterData: true });
</script>
${style}
<script type="module" src="app.js"></script>
</head>
<body></body>
</html>
`;

/**
 * @param {string} name
 * @param {boolean} withoutReact
 */
async function buildApp(name, withoutReact) {
  const { file, elements } = apps[name] ?? { file: "" };
  const built = await build({
    ...shared,
    root: here,
    resolve: {
      ...shared.resolve,
      alias: [
        ...alias,
        {
          find: /^bench-elements$/,
          replacement: join(here, "page", "elements", `${elements}.tsx`),
        },
        {
          find: /^bench-elements\.css$/,
          replacement:
            elements === "ours"
              ? join(root, "dist", "styles.css")
              : join(here, "page", "style.css"),
        },
      ],
    },
    build: {
      write: false,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(here, "apps", file),
        output: {
          entryFileNames: "app.js",
          chunkFileNames: "[name]-[hash].js",
          assetFileNames: "app[extname]",
        },
        ...(withoutReact && { external: /^react(-dom)?(\/|$)/ }),
      },
    },
  });
  return /** @type {import("vite").Rolldown.RolldownOutput[]} */ (
    [built].flat()
  );
}

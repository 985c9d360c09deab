// What an app downloads before it draws its first widget, gzipped: an entry of
// dist/ with all it imports, React and whatever loads lazily left out.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const sizes = [
  {
    what: 'import { WidgetRenderer } from "widget-renderer"',
    limit: 24.5,
    bytes: await initialSize(
      'import { WidgetRenderer } from "./dist/index.js"; globalThis.app = WidgetRenderer;',
    ),
  },
  {
    what: 'import * from "widget-renderer/core"',
    limit: 4,
    bytes: await initialSize(
      'import * as core from "./dist/core/index.js"; globalThis.app = { ...core };',
    ),
  },
  {
    what: 'import { createChatKitClient, useChatKitItems } from "widget-renderer/chatkit"',
    limit: 7.5,
    bytes: await initialSize(
      'import { createChatKitClient, useChatKitItems } from "./dist/chatkit/index.js"; globalThis.app = { createChatKitClient, useChatKitItems };',
    ),
  },
  {
    what: "widget-renderer/styles.css",
    limit: 11.3,
    bytes: gzipSync(readFileSync("dist/styles.css")).length,
  },
];

for (const { what, limit, bytes } of sizes) {
  const fits = bytes <= limit * 1000;
  if (!fits) process.exitCode = 1;
  const size = (bytes / 1000).toFixed(1).padStart(5);
  console.log(`${fits ? "✓" : "✗"} ${size} kB of ${limit} kB  ${what}`);
}

/** @param {string} code */
async function initialSize(code) {
  const app = resolve("app.js");
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "app",
        enforce: "pre",
        resolveId: (id) => (id === app ? id : undefined),
        load: (id) => {
          if (id === app) return code;
          // What Vite adds for its preload hints is not of ours.
          return id.includes("vite/preload-helper")
            ? "export const __vitePreload = (load) => load();"
            : undefined;
        },
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: app,
        external: /^react(-dom)?(\/|$)/,
      },
    },
  });
  const { output } = /** @type {import("vite").Rolldown.RolldownOutput} */ (
    result
  );
  const chunks = new Map(
    output.flatMap((file) =>
      file.type === "chunk" ? [[file.fileName, file]] : [],
    ),
  );
  /** @type {Set<string>} */
  const initial = new Set();
  /** @param {string} fileName */
  const add = (fileName) => {
    const chunk = chunks.get(fileName);
    if (!chunk || initial.has(fileName)) return;
    initial.add(fileName);
    chunk.imports.forEach(add);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) add(chunk.fileName);
  return [...initial].reduce(
    (sum, fileName) => sum + gzipSync(chunks.get(fileName)?.code ?? "").length,
    0,
  );
}

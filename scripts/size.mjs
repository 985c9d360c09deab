// What an app downloads before it draws its first widget, gzipped: an entry of
// dist/ with all it imports, React and whatever loads lazily left out.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { initialSize } from "./initialSize.mjs";

const sizes = [
  {
    what: 'import { WidgetRenderer } from "widget-renderer"',
    limit: 27.4,
    bytes: await sizeOf(
      'import { WidgetRenderer } from "./dist/index.js"; globalThis.app = WidgetRenderer;',
    ),
  },
  {
    what: 'import * from "widget-renderer/core"',
    limit: 4,
    bytes: await sizeOf(
      'import * as core from "./dist/core/index.js"; globalThis.app = { ...core };',
    ),
  },
  {
    what: 'import { createChatKitClient, useChatKitItems } from "widget-renderer/chatkit"',
    limit: 9.2,
    bytes: await sizeOf(
      'import { createChatKitClient, useChatKitItems } from "./dist/chatkit/index.js"; globalThis.app = { createChatKitClient, useChatKitItems };',
    ),
  },
  {
    what: "widget-renderer/styles.css",
    limit: 13.4,
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
async function sizeOf(code) {
  const app = resolve("app.js");
  const built = await build({
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
  return initialSize(built);
}

// What an app downloads before it renders its first widget, gzipped: an entry of dist/
// with all that it imports, without React and what loads lazily. It is one file: a
// second one would be another request before the first widget, and packs worse.
// The packages in it are listed, so that none gets there unseen.
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { initialChunks, initialSize } from "./initialSize.mjs";

const sizes = [
  {
    what: 'import { WidgetRenderer } from "widget-renderer"',
    limit: 33.3,
    bytes: await sizeOf(
      'import { WidgetRenderer } from "./dist/index.js"; globalThis.app = WidgetRenderer;',
      ["clsx"],
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
      ["eventsource-parser"],
    ),
  },
  {
    what: 'import { useWidgetStream } from "widget-renderer/stream"',
    limit: 4,
    bytes: await sizeOf(
      'import { createWidgetStream, parsePartialWidget, useWidgetStream } from "./dist/stream/index.js"; globalThis.app = { createWidgetStream, parsePartialWidget, useWidgetStream };',
    ),
  },
  {
    what: "validateWidget and formatIssues beside WidgetRenderer, with which they share core",
    limit: 12,
    bytes:
      (await sizeOf(
        'import { WidgetRenderer } from "./dist/index.js"; import { formatIssues, validateWidget } from "./dist/schema/index.js"; globalThis.app = { WidgetRenderer, formatIssues, validateWidget };',
        ["clsx"],
      )) -
      (await sizeOf(
        'import { WidgetRenderer } from "./dist/index.js"; globalThis.app = { WidgetRenderer };',
        ["clsx"],
      )),
  },
  {
    what: 'import { formatIssues, validateWidget } from "widget-renderer/schema"',
    limit: 13.2,
    bytes: await sizeOf(
      'import { formatIssues, validateWidget } from "./dist/schema/index.js"; globalThis.app = { formatIssues, validateWidget };',
    ),
  },
  {
    what: 'import { repairWidget } from "widget-renderer/schema"',
    limit: 6,
    bytes: await sizeOf(
      'import { repairWidget } from "./dist/schema/index.js"; globalThis.app = repairWidget;',
    ),
  },
  {
    what: 'import { widgetSchema } from "widget-renderer/schema"',
    limit: 10,
    bytes: await sizeOf(
      'import { widgetSchema } from "./dist/schema/index.js"; globalThis.app = widgetSchema;',
    ),
  },
  {
    what: 'import { widgetPrompt } from "widget-renderer/schema"',
    limit: 10.2,
    bytes: await sizeOf(
      'import { widgetPrompt } from "./dist/schema/index.js"; globalThis.app = widgetPrompt;',
    ),
  },
  {
    what: "widget-renderer/styles.css",
    limit: 14,
    bytes: gzipSync(readFileSync("dist/styles.css")).length,
  },
];

for (const { what, limit, bytes } of sizes) {
  const fits = bytes <= limit * 1000;
  if (!fits) process.exitCode = 1;
  const size = (bytes / 1000).toFixed(1).padStart(5);
  const left = (limit - bytes / 1000).toFixed(1);
  console.log(
    `${fits ? "✓" : "✗"} ${size} kB of ${limit} kB, ${left} left  ${what}`,
  );
}

// What the pages say. Another zlib may round one up or down.
for (const page of ["README.md", "docs/schema.md"]) {
  const [, section = ""] = readFileSync(page, "utf8").split(/^## Size$/m);
  for (const [figure, kB] of section.matchAll(/(\d+\.\d) kB/g)) {
    if (sizes.some(({ bytes }) => Math.abs(bytes / 1000 - Number(kB)) < 0.11)) {
      continue;
    }
    process.exitCode = 1;
    console.log(`✗ ${page} says ${figure}, which is the size of nothing here`);
  }
}

/**
 * @param {string} code
 * @param {string[]} packages which of them it may load at first
 */
async function sizeOf(code, packages = []) {
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
          // What Vite adds for its preload hints is no part of the library.
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
  const [first, ...others] = initialChunks(built);
  const loaded = [...(first?.moduleIds ?? [])].flatMap(
    (id) =>
      /(?:node_modules|dist\/vendor)\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(
        id.replaceAll("\\", "/"),
      )?.[1] ?? [],
  );
  const found = [...new Set(loaded)].toSorted().join(", ");
  if (found !== packages.join(", ")) {
    process.exitCode = 1;
    console.log(
      `✗ loads at first: ${found || "no package"}; it may load: ${packages.join(", ") || "none"}  ${code}`,
    );
  }
  for (const { fileName, moduleIds } of others) {
    process.exitCode = 1;
    console.log(
      `✗ ${fileName} loads at first as well, see src/ui/Icon.tsx: ${moduleIds.map((id) => relative("dist", id)).join(", ")}`,
    );
  }
  return initialSize(built);
}

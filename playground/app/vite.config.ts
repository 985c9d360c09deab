// `dist/playground`: the pages that the command line serves and takes pictures of.
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { lucide } from "../../scripts/lucide.js";
import { schemeColors } from "../../scripts/schemeColors.js";

/** The examples of the Storybook: the page has the user's files instead. */
const examples: Readonly<Record<string, string>> = {
  "virtual:widgets": "export default {};",
  "../stories/widgets/files.js": "export const widgetFiles = {};",
};

function withoutExamples(): Plugin {
  return {
    name: "widget-renderer:without-examples",
    enforce: "pre",
    resolveId: (id) => (Object.hasOwn(examples, id) ? `\0${id}` : undefined),
    load: (id) => examples[id.replace("\0", "")],
  };
}

/** A picture is of the whole widget, so nothing of it may load late; on one machine it costs no time. */
function loadAtOnce(): Plugin {
  return {
    name: "widget-renderer:load-at-once",
    enforce: "pre",
    resolveId: (id, importer) =>
      /^(?:\.\.?\/)+load\.js$/.test(id) && importer?.includes("/nodes/")
        ? resolve("src/nodes/load.server.ts")
        : undefined,
  };
}

export default defineConfig({
  root: "playground/app",
  base: "./",
  plugins: [withoutExamples(), loadAtOnce(), react(), lucide()],
  css: { postcss: { plugins: [schemeColors] } },
  build: {
    outDir: resolve("dist/playground"),
    emptyOutDir: true,
    target: ["chrome131", "safari18", "firefox133"],
    license: { fileName: "licenses.md" },
    // It would be an inline script.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: ["index.html", "widget.html"].map((page) =>
        resolve("playground/app", page),
      ),
    },
  },
});

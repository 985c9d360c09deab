import { readdirSync } from "node:fs";
import { parse } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import manifest from "./package.json" with { type: "json" };
import { lucide } from "./scripts/lucide.js";
import { schemaFile } from "./scripts/schemaFile.js";
import { schemeColors } from "./scripts/schemeColors.js";
import { widgets } from "./scripts/widgets.js";

/** The entries of package.json's `exports`: `dist/core/index` → `src/core/index.ts`. */
const entries = Object.values(manifest.exports).flatMap((target) => {
  const name =
    typeof target === "object" &&
    /^\.\/dist\/(.+)\.js$/.exec(target.default)?.[1];
  return name ? namesOf(name).map((name) => [name, `src/${name}.ts`]) : [];
});

/** What a pattern stands for: `labels/*` → `labels/ar`, `labels/de` … */
function namesOf(pattern: string): string[] {
  const [folder, end] = pattern.split("*");
  return end === undefined
    ? [pattern]
    : readdirSync(`src/${folder}`).map((file) => folder + parse(file).name);
}

const packages = Object.keys({
  ...manifest.dependencies,
  ...manifest.peerDependencies,
});

/** `import "widget-renderer/styles.css"` needs a type under `nodenext`. */
function cssTypes(): Plugin {
  return {
    name: "widget-renderer:css-types",
    apply: (config) => Boolean(config.build?.lib),
    generateBundle(_, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (fileName.endsWith(".css")) {
          this.emitFile({
            type: "asset",
            fileName: `${fileName}.d.ts`,
            source: "export {};\n",
          });
        }
      }
    },
  };
}

/**
 * Where Rolldown inlines a constant, it leaves the import of its module without
 * a name. No module here has effects, so a bundler drops that line, and esbuild
 * warns of it.
 */
function noBareImports(): Plugin {
  return {
    name: "widget-renderer:no-bare-imports",
    apply: (config) => Boolean(config.build?.lib),
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        // An empty line keeps the source map right.
        file.code = file.code.replaceAll(/^import "\.[^"]*";$/gm, "");
      }
    },
  };
}

/**
 * `nodes/load` is another module on a server, `renderer/checkWidget` in development,
 * `schema/supports` in a page: what is imported in their place is chosen by the `imports` of package.json, wherever the library is used.
 */
function loadByCondition(): Plugin {
  return {
    name: "widget-renderer:load",
    // Tests and stories take the files of these names.
    apply: (config, { command }) =>
      command === "build" && Boolean(config.build?.lib),
    resolveId: {
      order: "pre",
      handler: (source, importer) =>
        importer === undefined
          ? null
          : source.endsWith("/load.js")
            ? { id: "#load", external: true }
            : source.endsWith("/checkWidget.js")
              ? { id: "#checkWidget", external: true }
              : source.endsWith("/supports.js")
                ? { id: "#supports", external: true }
                : null,
    },
  };
}

/**
 * The addon of Storybook imports what an app imports, by the same names: a bundler that
 * keeps packages apart from other code would load their contexts twice.
 */
function entriesByName(): Plugin {
  return {
    name: "widget-renderer:entries-by-name",
    apply: (config, { command }) =>
      command === "build" && Boolean(config.build?.lib),
    resolveId: {
      order: "pre",
      handler(source, importer = "") {
        if (!importer.includes("/src/storybook/")) return null;
        const [, entry] = /^\.\.\/(template\/|)index\.js$/.exec(source) ?? [];
        return entry === undefined
          ? null
          : {
              id: ["widget-renderer", entry.slice(0, -1)]
                .filter(Boolean)
                .join("/"),
              external: true,
            };
      },
    },
  };
}

export default defineConfig({
  plugins: [
    react(),
    lucide(),
    widgets(),
    cssTypes(),
    noBareImports(),
    loadByCondition(),
    entriesByName(),
    schemaFile(),
  ],
  css: { postcss: { plugins: [schemeColors] } },
  build: {
    lib: {
      entry: {
        ...Object.fromEntries(entries),
        "cli/index": "src/cli/index.ts",
        ...Object.fromEntries(
          ["preset", "preview", "manager", "webpackLoader"].map((name) => [
            `storybook/${name}`,
            `src/storybook/${name}${name === "manager" ? ".tsx" : ".ts"}`,
          ]),
        ),
        "nodes/load": "src/nodes/load.ts",
        "nodes/load.server": "src/nodes/load.server.ts",
        "schema/supports": "src/schema/supports.ts",
        "schema/supports.browser": "src/schema/supports.browser.ts",
        "renderer/checkWidget": "src/renderer/checkWidget.ts",
        "renderer/checkWidget.development":
          "src/renderer/checkWidget.development.ts",
        styles: "src/styles/index.css",
        layered: "src/styles/layered.css",
      },
      formats: ["es"],
    },
    // Relative colours of system colours: the floor that README names.
    target: ["chrome131", "safari18", "firefox133"],
    // Vite takes CSS entries only with it.
    cssCodeSplit: true,
    sourcemap: true,
    // The build of the app minifies.
    minify: false,
    cssMinify: true,
    // The licences of what is bundled: packages in devDependencies that src imports.
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      external: (id) =>
        // The command line and the preset of Storybook run in Node.
        id.startsWith("node:") ||
        packages.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        // One file per module keeps each "use client" where it stands.
        preserveModules: true,
        preserveModulesRoot: "src",
        // npm leaves every folder named "node_modules" out of the package.
        entryFileNames: ({ name }) =>
          `${name.replace(/^node_modules\//, "vendor/")}.js`,
        assetFileNames: "[name][extname]",
      },
    },
  },
});

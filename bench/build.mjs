import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
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

const apps = {
  "floor-dom": "floor-dom.ts",
  "floor-react": "floor-react.tsx",
  ours: "ours.tsx",
  "@json-render/react": "json-render.tsx",
  "@a2ui/react": "a2ui.tsx",
  adaptivecards: "adaptivecards.ts",
};

/**
 * kB of JavaScript, minified and gzipped, that an app with one card and one
 * button loads at first: React apart, lazy chunks not.
 */
export async function sizes() {
  /** @type {Record<string, number>} */
  const result = {};
  for (const [name, file] of Object.entries(apps)) {
    result[name] = await sizeOf(join(here, "apps", file), true);
  }
  return {
    sizes: result,
    react: await sizeOf(join(here, "apps", "floor-react.tsx"), false),
  };
}

/**
 * @param {string} input
 * @param {boolean} withoutReact
 */
async function sizeOf(input, withoutReact) {
  const built = await build({
    ...shared,
    root: here,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: resolve(input),
        ...(withoutReact && { external: /^react(-dom)?(\/|$)/ }),
      },
    },
  });
  return initialSize(built) / 1000;
}

// Writes docs/api/, a page per entry, from the types and their comments.
//   node scripts/apiReference.mjs          writes the pages
//   node scripts/apiReference.mjs --check  fails where they are not current
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Application } from "typedoc";

const FOLDER = "docs/api";

/** Page → the source of the entry. */
const pages = {
  main: "src/index.ts",
  core: "src/core/index.ts",
  chatkit: "src/chatkit/index.ts",
  stream: "src/stream/index.ts",
  template: "src/template/index.ts",
  schema: "src/schema/index.ts",
  storybook: "src/storybook/index.ts",
};

const { values: options } = parseArgs({
  options: { check: { type: "boolean", default: false } },
});

const folder = options.check
  ? mkdtempSync(join(tmpdir(), "widget-renderer-"))
  : FOLDER;

// Options of the Markdown plug-in are no part of TypeDoc's type.
const settings = /** @type {Partial<import("typedoc").TypeDocOptions>} */ ({
  entryPoints: Object.values(pages),
  tsconfig: "tsconfig.build.json",
  plugin: ["typedoc-plugin-markdown"],
  outputs: [{ name: "markdown", path: folder }],
  name: "widget-renderer",
  readme: "none",
  router: "module",
  entryFileName: "README.md",
  githubPages: false,
  // Lines move with every change, and the page would not be current any more.
  disableSources: true,
  excludeExternals: true,
  sort: ["source-order"],
  groupOrder: [
    "Functions",
    "Variables",
    "Classes",
    "Interfaces",
    "Type Aliases",
  ],
  tableColumnSettings: { hideInherited: true, hideOverrides: true },
  hideBreadcrumbs: true,
  hidePageHeader: true,
  interfacePropertiesFormat: "table",
  typeDeclarationFormat: "table",
  parametersFormat: "table",
  propertiesFormat: "table",
  logLevel: "Error",
});
const app = await Application.bootstrapWithPlugins(settings);
const project = await app.convert();
if (!project || app.logger.hasErrors()) process.exit(1);
const names = new Map(
  Object.entries(pages).map(([page, file]) => [
    file.replace(/^src\/|\/index\.ts$|\.ts$/g, ""),
    page,
  ]),
);
for (const module of project.children ?? []) {
  module.name = names.get(module.name) ?? module.name;
}

await app.generateOutputs(project);

if (options.check) {
  const [written, current] = [folder, FOLDER].map((it) => readPages(it));
  for (const name of new Set([
    ...(written?.keys() ?? []),
    ...(current?.keys() ?? []),
  ])) {
    if (written?.get(name) === current?.get(name)) continue;
    console.error(`✗ ${FOLDER}/${name} is not current: npm run docs:api`);
    process.exitCode = 1;
  }
  rmSync(folder, { recursive: true });
} else console.log(`${FOLDER}: ${readPages(FOLDER).size} pages`);

/** @param {string} path @returns {Map<string, string>} */
function readPages(path) {
  return new Map(
    (existsSync(path) ? readdirSync(path) : []).map((name) => [
      name,
      readFileSync(join(path, name), "utf8"),
    ]),
  );
}

// The packed library in projects as users have them, and its stylesheet in what
// they put it through: each is opened in Chromium and compared with our own page.
// `node scripts/consumers.mjs`, `… --fast`, `… vite next`.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Skipped, bytesOf, kB, pack, sh } from "./consumers/App.mjs";
import { closeBrowser } from "./consumers/look.mjs";
import { checkPipelines } from "./consumers/pipelines.mjs";
import { lookAtReference } from "./consumers/reference.mjs";
import { astro } from "./consumers/apps/astro.mjs";
import { cli } from "./consumers/apps/cli.mjs";
import { esbuild, rspack, webpack } from "./consumers/apps/bundlers.mjs";
import { next } from "./consumers/apps/next.mjs";
import { node } from "./consumers/apps/node.mjs";
import { reactRouter } from "./consumers/apps/reactRouter.mjs";
import { storybook } from "./consumers/apps/storybook.mjs";
import { storybookAddon } from "./consumers/apps/storybookAddon.mjs";
import { react, tailwind, vite, viteDev } from "./consumers/apps/vite.mjs";

/** @type {Record<string, (app: App) => Promise<void>>} */
const apps = {
  vite,
  "vite-dev": viteDev,
  tailwind,
  next,
  webpack,
  esbuild,
  rspack,
  node,
  cli,
  "react-router": reactRouter,
  astro,
  "storybook-app": storybook,
  "storybook-addon": storybookAddon,
  "react-18.2": react("18.2"),
  "react-18.3": react("18.3"),
  "react-19.0": react("19.0"),
  "react-latest": react("latest"),
  // The test runners of users, with a project of their own.
  runners: async (app) => {
    const script = `node scripts/runners.mjs "${app.run.tarball}"`;
    app.notes.push(sh(script, ".").trim().replaceAll("\n", "; "));
  },
};

/** Those that CI runs on every change. */
const fast = ["install", "pipelines", "vite", "node", "cli", "storybook-addon"];

const known = ["install", "pipelines", ...Object.keys(apps)];
const args = process.argv.slice(2);
const chosen = args.includes("--fast") ? fast : args;
const unknown = chosen.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Known: ${known.join(", ")}.`);
  process.exit(1);
}
/** @param {string} name */
const isChosen = (name) => chosen.length === 0 || chosen.includes(name);

/** @type {string[]} */
const passed = [];
/** @type {string[]} */
const failed = [];
/** @type {string[]} */
const skipped = [];

const folder = mkdtempSync(join(tmpdir(), "widget-renderer-"));
// `npm test` has built it.
if (!args.includes("--fast")) sh("npm run --silent build", ".");
const tarball = pack(folder);

if (isChosen("install")) report("install", [], [sizeOfInstall()]);

const start = Date.now();
const reference = await lookAtReference(join(folder, "reference"));
report("reference", reference.faults, [seconds(start)]);

if (isChosen("pipelines")) {
  await checkPipelines(reference.page, reference.sights, (name, faults, note) =>
    report(`pipelines: ${name}`, faults, [note]),
  );
}

for (const [name, check] of Object.entries(apps)) {
  if (!isChosen(name)) continue;
  const run = { folder, tarball, reference: reference.sights };
  const app = new App(name, run);
  try {
    await check(app);
  } catch (error) {
    if (error instanceof Skipped) {
      skipped.push(name);
      console.log(`– ${name}: skipped, ${error.message}`);
      continue;
    }
    app.faults.push(error instanceof Error ? error.message : String(error));
  }
  const times = app.times.map(
    ({ step, seconds }) => `${step} ${seconds.toFixed(0)} s`,
  );
  report(name, app.faults, [...app.notes, times.join(", ")]);
}
await closeBrowser();

const lists = Object.entries({ failed, skipped }).flatMap(([word, names]) =>
  names.length > 0 ? [`${names.length} ${word} (${names.join(", ")})`] : [],
);
console.log(`consumers: ${[`${passed.length} passed`, ...lists].join(", ")}`);
if (failed.length === 0) rmSync(folder, { recursive: true });
else console.log(`They are left in ${folder}`);
process.exit(failed.length === 0 ? 0 : 1);

/**
 * @param {string} name
 * @param {string[]} faults
 * @param {string[]} notes
 */
function report(name, faults, notes) {
  (faults.length === 0 ? passed : failed).push(name);
  console.log(
    `${faults.length === 0 ? "✓" : "✗"} ${name}: ${notes.join("; ")}`,
  );
  // The same in several scenes is one line.
  /** @type {Map<string, string[]>} */
  const scenes = new Map();
  for (const fault of faults) {
    const [, scene = "", text = fault] = /^(.+?): ([^]*)$/.exec(fault) ?? [];
    scenes.set(text, [...(scenes.get(text) ?? []), scene]);
  }
  for (const [text, names] of [...scenes].slice(0, 20)) {
    const more = names.length > 1 ? ` and ${names.length - 1} more` : "";
    console.log(`    ${names[0]}${more}: ${text.slice(0, 3000)}`);
  }
  if (scenes.size > 20) console.log(`    and ${scenes.size - 20} more`);
}

/** `npm install widget-renderer` in an empty folder. */
function sizeOfInstall() {
  const empty = join(folder, "install");
  mkdirSync(empty);
  writeFileSync(join(empty, "package.json"), `{ "private": true }`);
  sh(`npm install --prefer-offline --no-audit --no-fund "${tarball}"`, empty);
  const modules = join(empty, "node_modules");
  const packages = readdirSync(modules).flatMap((name) =>
    name.startsWith(".")
      ? []
      : name.startsWith("@")
        ? readdirSync(join(modules, name))
        : [name],
  );
  return `${(bytesOf(modules) / 1e6).toFixed(1)} MB, ${packages.length} packages with React; the library itself ${kB(bytesOf(join(modules, "widget-renderer")))}`;
}

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}

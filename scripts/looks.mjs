// Compares how each story looks with how it looked when that was accepted: in light and
// dark, as wide as a phone and as a page.
//   npm run looks [-- filter …]             compares, and leaves pictures of what differs in .looks/
//   npm run looks -- --accept [filter …]    makes what is rendered now the accepted look
// A filter is part of a story's id or title. --no-build takes the Storybook that is built.
import { execSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBaseline, whyIncomparable } from "./looks/baseline.mjs";
import { reviewPage } from "./looks/reviewPage.mjs";
import {
  compareSheets,
  makeSheet,
  packSheet,
  readSheet,
  writePng,
} from "./looks/sheet.mjs";
import { readPicture } from "./renders/readPicture.mjs";
import { openRenderer } from "./renders/render.mjs";

/** Where the accepted looks are. */
const BASELINE = "test/looks";
/** Where pictures of what differs are left. */
const OUT = ".looks";
const VIEWS = [390, 800].flatMap((width) =>
  ["light", "dark"].map((scheme) => ({ scheme, width })),
);
/** How many pixels of a sheet may differ. */
const PIXELS = 0;
/** How often a story that differs is rendered again: it may have been read too early. */
const RETRIES = 2;
/** Where more stories differ, none is rendered again: it is no accident. */
const DOUBTFUL = 40;

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: {
    accept: { type: "boolean", default: false },
    "no-build": { type: "boolean", default: false },
  },
});
const start = Date.now();
if (!options["no-build"] || !existsSync("storybook-static/index.json")) {
  execSync("npm run --silent storybook:build", { stdio: "ignore" });
}

const baseline = openBaseline(BASELINE);
/** What was rendered in error. @type {string[]} */
const faults = [];
const renderer = await openRenderer("storybook-static", {
  filters,
  grows: false,
  views: VIEWS,
  read: (page) => readPicture(page, { wide: true }),
  onError: (id, message) => faults.push(`${id}: ${message}`),
});
if (renderer.stories.length === 0) throw new Error("No story matches.");
const browser = { platform: process.platform, chromium: renderer.version };
const reason = whyIncomparable(baseline.browser, browser);
if (reason && !(options.accept && filters.length === 0)) {
  await renderer.close();
  console.log(
    options.accept
      ? `Accept all looks at once: ${reason}.`
      : `looks: skipped, ${reason}.`,
  );
  process.exit(options.accept ? 1 : 0);
}

/** @typedef {import("./looks/sheet.mjs").Sheet} Sheet */

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
/** What is not as accepted: story → how. @type {Map<string, string>} */
const changes = new Map();
/** What it would be accepted as. All sheets, unpacked, are more than the memory. @type {Map<string, Buffer>} */
const sheets = new Map();
await renderer.all((id, pictures) => check(id, pictures));
/** Stories that were the same at another time. @type {string[]} */
const unsteady = [];
const doubtful = changes.size > DOUBTFUL ? [] : [...changes.keys()];
for (const id of doubtful.filter((id) => baseline.ids.includes(id))) {
  for (let i = 0; i < RETRIES && changes.has(id); i++) {
    await check(id, await renderer.one(id));
  }
  if (!changes.has(id)) unsteady.push(id);
}
await renderer.close();
const ids = new Set(renderer.stories.map(({ id }) => id));
const removed = baseline.ids.filter(
  (id) => filters.length === 0 && !ids.has(id),
);
for (const id of removed) {
  await put(id, "removed", { before: await readSheet(baseline.pathOf(id)) });
}

for (const [id, what] of changes) console.log(`✗ ${id}: ${what}`);
for (const fault of faults) console.log(`✗ ${fault}`);
if (unsteady.length > 0) {
  console.log(`The same when rendered again: ${unsteady.join(", ")}`);
}
const time = `${((Date.now() - start) / 1000).toFixed(0)} s`;
if (options.accept && faults.length === 0) {
  for (const [id, sheet] of sheets) baseline.write(id, sheet);
  for (const id of removed) baseline.remove(id);
  if (reason) baseline.writeBrowser(browser);
  console.log(`looks: ${changes.size} of ${ids.size} accepted, ${time}`);
} else {
  report();
  process.exitCode = changes.size + faults.length > 0 ? 1 : 0;
}

/**
 * Compares what a story looks like with what was accepted.
 * @param {string} id
 * @param {Record<string, Buffer>} pictures
 */
async function check(id, pictures) {
  const after = await makeSheet(Object.values(pictures));
  // Of another browser all are written, so that none is from before.
  if (!baseline.ids.includes(id) || reason) await put(id, "new", { after });
  else {
    const before = await readSheet(baseline.pathOf(id));
    const { pixels, diff } = await compareSheets(before, after);
    if (pixels > PIXELS) {
      await put(id, `${pixels} pixels differ`, { before, diff, after });
    } else changes.delete(id);
  }
}

/**
 * @param {string} id
 * @param {string} what
 * @param {Partial<Record<"before" | "diff" | "after", Sheet>>} found
 */
async function put(id, what, found) {
  changes.set(id, what);
  if (options.accept) {
    if (found.after) sheets.set(id, await packSheet(found.after));
    return;
  }
  for (const [name, sheet] of Object.entries(found)) {
    await writePng(sheet, join(OUT, `${id}.${name}.png`));
  }
}

function report() {
  if (changes.size > 0) {
    const page = join(OUT, "index.html");
    writeFileSync(page, reviewPage(changes, OUT));
    console.log(
      `Before, after and what differs: ${page}. If it is meant: npm run looks -- --accept`,
    );
  }
  if (filters.length === 0 && changes.size > ids.size / 2) {
    console.log(
      "Most stories differ: if no style of all nodes has changed, this machine renders text in another way (FreeType, HarfBuzz).",
    );
  }
  console.log(
    `looks: ${ids.size} stories, ${changes.size} not as accepted, ${unsteady.length} only when rendered again, ${time}`,
  );
}

// Shows what a change does to the page: renders all stories of two versions and
// compares their elements, attributes, texts and computed styles.
//   node scripts/compareRenders.mjs <before> <after> [filter …]
//     [--ignore <regex>] [--all] [--no-build]
// A version is a commit, the folder of a checkout ("." with what is not committed
// yet), or the folder of a built Storybook. A filter is part of a story's id.
// --ignore names attributes that may differ ("^(class|data-node)$"); --all prints
// every element in place of one example for each difference; --no-build takes the
// Storybook that a checkout has. What was rendered is left in .renders/.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { differences, group } from "./renders/differences.mjs";
import { readTree } from "./renders/readTree.mjs";
import { openRenderer } from "./renders/render.mjs";
import { siteOf } from "./renders/site.mjs";

/** How often a story that differs is rendered again on both sides. */
const RETRIES = 3;
/** Where more stories differ, none is rendered again: it is no accident. */
const DOUBTFUL = 40;
/** The scheme changes no tree but for its styles, so the second width needs one. */
const VIEWS = [
  { scheme: "light", width: 800 },
  { scheme: "dark", width: 800 },
  { scheme: "light", width: 390 },
];
/** Examples that are printed for one difference. */
const EXAMPLES = 2;

/**
 * @typedef {import("./renders/differences.mjs").Difference} Difference
 */

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ignore: { type: "string", multiple: true, default: [] },
    all: { type: "boolean", default: false },
    "no-build": { type: "boolean", default: false },
  },
});
const [before, after, ...filters] = positionals;
if (before === undefined || after === undefined) {
  console.error(
    "Usage: node scripts/compareRenders.mjs <commit or folder> <commit or folder> [filter …] [--ignore <regex>] [--all] [--no-build]",
  );
  process.exit(2);
}
const ignored = options.ignore.map((source) => new RegExp(source));
/** @param {string} name */
const isIgnored = (name) => ignored.some((pattern) => pattern.test(name));

const sites = [before, after].map((version) =>
  siteOf(version, { build: !options["no-build"] }),
);
const sides = [];
for (const [i, site] of sites.entries()) {
  const start = Date.now();
  const renderer = await openRenderer(site.folder, {
    views: VIEWS,
    read: (page) => page.evaluate(readTree),
    filters,
  });
  const renders = await renderer.all();
  const folder = join(".renders", i === 0 ? "before" : "after");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [id, render] of renders) {
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(render, null, 1));
  }
  sides.push({ renderer, renders });
  console.log(
    `${site.name}: ${renders.size} stories in ${((Date.now() - start) / 1000).toFixed(0)} s → ${folder}`,
  );
}
const [old, current] = sides;
if (!old || !current) throw new Error("Two versions are compared.");

/** @type {Map<string, Difference[]>} by story */
const found = new Map();
for (const id of new Set([...old.renders.keys(), ...current.renders.keys()])) {
  const [a, b] = [old.renders.get(id), current.renders.get(id)];
  const [from, to] = [a, b].map((it) => (it ? "there" : "not there"));
  const list =
    a && b
      ? differences(id, a, b, isIgnored)
      : [
          {
            story: id,
            path: "",
            what: "story",
            before: `${from}`,
            after: `${to}`,
          },
        ];
  if (list.length > 0) found.set(id, list);
}

// A story may end in more than one way, as when a request of its play function is
// slower than usual. It differs when no end on one side is one on the other.
const doubtful = found.size > DOUBTFUL ? [] : [...found.keys()];
for (const id of doubtful) {
  const [a, b] = [old.renders.get(id), current.renders.get(id)];
  if (!a || !b) continue;
  const ends = { old: [a], current: [b] };
  for (let i = 0; i < RETRIES && found.has(id); i++) {
    const [nextOld, nextCurrent] = await Promise.all([
      old.renderer.one(id),
      current.renderer.one(id),
    ]);
    const before = JSON.stringify(found.get(id));
    const next = differences(id, nextOld, nextCurrent, isIgnored);
    ends.old.push(nextOld);
    ends.current.push(nextCurrent);
    const same = ends.old.some((one) =>
      ends.current.some(
        (other) => differences(id, one, other, isIgnored).length === 0,
      ),
    );
    if (same) found.delete(id);
    else if (JSON.stringify(next) === before) break;
    else found.set(id, next);
  }
}
await Promise.all(sides.map(({ renderer }) => renderer.close()));

for (const { what, before: from, after: to, places } of group(
  [...found.values()].flat(),
)) {
  console.log(`\n${what}: ${from} → ${to}`);
  const shown = options.all ? places : places.slice(0, EXAMPLES);
  for (const { story, path } of shown) console.log(`    ${story}  ${path}`);
  if (places.length > shown.length) {
    const stories = new Set(places.map(({ story }) => story)).size;
    console.log(`    … ${places.length} elements in ${stories} stories`);
  }
}
console.log(
  `\ncompared: ${old.renders.size} stories, ${found.size} differ (${doubtful.length} were rendered again)`,
);
process.exitCode = found.size === 0 ? 0 : 1;

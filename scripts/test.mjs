// Everything that must hold before a change goes in. `npm test -- unit lint`
// runs only what is named.
import { spawnSync } from "node:child_process";
import { startVitest } from "vitest/node";
import { whyMissing } from "./browsers/driver.mjs";
import { runStories } from "./browsers/run.mjs";
import { requireChromium } from "./chromium.mjs";

/** Step → npm script, and the step without which it means nothing. */
const steps = [
  { name: "format", script: "format:check" },
  { name: "lint", script: "lint" },
  { name: "types", script: "typecheck" },
  { name: "docs", script: "docs:check" },
  { name: "build", script: "build" },
  { name: "package", script: "package", needs: "build" },
  { name: "size", script: "size", needs: "build" },
  { name: "storybook", script: "storybook:build" },
  { name: "consumers", script: "test:consumers:fast", needs: "build" },
];

/** Name → vitest projects. */
const suites = {
  unit: ["unit"],
  browser: ["browser"],
  stories: ["stories-light", "stories-dark"],
  firefox: ["firefox"],
  webkit: ["webkit"],
  "webkit-rest": ["webkit-rest"],
};

/** Takes long: only where it is asked for. */
const optional = ["webkit-rest"];

/** Browsers that run the stories of the built Storybook, beside their tests. */
const others = ["firefox", "webkit"];

const wanted = process.argv.slice(2);
const known = [...steps.map(({ name }) => name), ...Object.keys(suites)];
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Known: ${known.join(", ")}.`);
  process.exit(1);
}
/** @param {string} name */
const isWanted = (name) =>
  wanted.length === 0 ? !optional.includes(name) : wanted.includes(name);

/** @type {Set<string>} */
const failed = new Set();

for (const { name, script, needs } of steps) {
  if (!isWanted(name)) continue;
  if (needs && failed.has(needs)) {
    console.log(`– ${name}: not run, ${needs} failed`);
    continue;
  }
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(
    "npm",
    ["run", "--silent", script],
    { encoding: "utf8", shell: process.platform === "win32" },
  );
  if (status === 0) {
    console.log(`✓ ${name} ${seconds(start)}`);
    // What could not be tried here is no success.
    for (const line of stdout.match(/^.*\bskipped\b.*$/gm) ?? []) {
      console.log(`  ${line}`);
    }
  } else {
    failed.add(name);
    console.log(`✗ ${name} ${seconds(start)}\n${stdout}${stderr}`);
  }
}

/** Browser → why it is not there. @type {Map<string, string>} */
const missing = new Map();
for (const name of others.filter((name) => isWanted(name))) {
  const reason = await whyMissing(name);
  if (reason !== undefined) missing.set(name, reason);
}

const projects = Object.entries(suites).flatMap(([name, projects]) =>
  isWanted(name) && !missing.has(name.split("-")[0] ?? "") ? projects : [],
);
const counts = { passed: 0, failed: 0, skipped: 0 };
if (projects.length > 0) {
  const start = Date.now();
  const failures = await runTests(projects);
  console.log(`${failures.length > 0 ? "✗" : "✓"} tests ${seconds(start)}`);
  for (const failure of failures) failed.add(failure);
}

for (const browser of others) {
  if (!isWanted(browser) || missing.has(browser)) continue;
  if (failed.has("storybook")) {
    console.log(`– stories in ${browser}: not run, storybook failed`);
    continue;
  }
  const start = Date.now();
  const stories = await runStories(browser);
  counts.passed += stories.passed;
  counts.failed += stories.failed.length;
  for (const id of stories.failed) failed.add(`${browser}: ${id}`);
  console.log(
    `${stories.failed.length > 0 ? "✗" : "✓"} stories in ${browser} ${seconds(start)}`,
  );
}

for (const [browser, reason] of missing) {
  console.log(`Skipped: ${browser}, ${reason}`);
}
// The last lines of a log say all.
if (failed.size > 0) console.log(["Failed:", ...failed].join("\n  "));
console.log(
  `tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
);
process.exit(failed.size > 0 ? 1 : 0);

/**
 * Runs the tests of these projects; gives the names of those that failed.
 * @param {string[]} projects
 */
async function runTests(projects) {
  if (projects.some((name) => name !== "unit")) requireChromium();
  const vitest = await startVitest("test", [], {
    run: true,
    project: projects,
  });
  const modules = vitest.state.getTestModules();
  const failures = modules.length > 0 ? [] : ["no tests were found"];
  for (const module of modules) {
    const tests = Array.from(module.children.allTests());
    /** @param {string} state */
    const having = (state) =>
      tests.filter((test) => test.result().state === state);
    // "pending": it never ran, because the page or the file broke down.
    const lost = [...having("failed"), ...having("pending")];
    counts.passed += having("passed").length;
    counts.skipped += having("skipped").length;
    // A file that does not load, a hook that fails: no test that could say so.
    const broken = [module, ...module.children.allSuites()].filter(
      (entity) => entity.errors().length > 0,
    );
    counts.failed += lost.length + broken.length;
    failures.push(...[...broken, ...lost].map(nameOf));
  }
  for (const error of vitest.state.getUnhandledErrors()) {
    failures.push(`an error that no test caught: ${firstLineOf(error)}`);
  }
  await vitest.close();
  return failures;
}

/** @typedef {import("vitest/node").TestModule} TestModule */
/** @typedef {import("vitest/node").TestSuite} TestSuite */
/** @typedef {import("vitest/node").TestCase} TestCase */

/**
 * File › describe › test, and where it ran.
 * @param {TestModule | TestSuite | TestCase} entity
 */
function nameOf(entity) {
  const names = [];
  let part = entity;
  for (; part.type !== "module"; part = part.parent) names.unshift(part.name);
  names.unshift(part.relativeModuleId);
  return `${names.join(" › ")} (${part.project.name})`;
}

/** @param {unknown} error */
function firstLineOf(error) {
  const { message } = /** @type {{ message?: unknown }} */ (error ?? {});
  return String(message ?? error).split("\n", 1)[0];
}

/** @param {number} start */
function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

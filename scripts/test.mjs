// Everything that must hold before a change goes in. `npm test -- unit lint`
// runs only what is named.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { whyMissing } from "./browsers/driver.mjs";
import { measureInChromium, runStories } from "./browsers/run.mjs";
import { requireChromium } from "./chromium.mjs";

/** How many jobs run at once: most of them keep one core busy, or wait for a browser. */
const LANES = 2;

/**
 * Step → npm script, the step without which it means nothing, and what the script is
 * given where that step has run before.
 */
const steps = [
  { name: "format", script: "format:check" },
  { name: "lint", script: "lint" },
  { name: "types", script: "typecheck" },
  { name: "docs", script: "docs:check" },
  { name: "build", script: "build" },
  { name: "storybook", script: "storybook:build" },
  { name: "package", script: "package", needs: "build" },
  { name: "size", script: "size", needs: "build" },
  { name: "consumers", script: "test:consumers:fast", needs: "build" },
  { name: "looks", script: "looks", needs: "storybook", arg: "--no-build" },
];

/** Name → vitest projects. */
const suites = {
  webkit: ["webkit"],
  "webkit-rest": ["webkit-rest"],
  firefox: ["firefox"],
  unit: ["unit"],
  browser: ["browser"],
  stories: ["stories-light", "stories-dark"],
};

/** Takes long: only where it is asked for. */
const optional = ["webkit-rest", "looks"];

/** Browsers that run the stories of the built Storybook, beside their tests. */
const others = ["webkit", "firefox"];

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
const counts = { passed: 0, failed: 0, skipped: 0 };

/** Browser → why it is not there. @type {Map<string, string>} */
const missing = new Map();
// Before all else, because what is missing may be installed.
if (
  [...Object.keys(suites), "looks"].some(
    (name) => name !== "unit" && isWanted(name),
  )
) {
  requireChromium();
}
for (const name of others.filter((name) => isWanted(name))) {
  const reason = await whyMissing(name);
  if (reason !== undefined) missing.set(name, reason);
}

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {string} [needs] the job that must have passed before
 * @property {() => Promise<{ passed: boolean, output?: string }>} run
 */
const browsers = others.filter((name) => isWanted(name) && !missing.has(name));
const present = Object.entries(suites).filter(
  ([name]) => isWanted(name) && !missing.has(name.split("-")[0] ?? ""),
);
/** @type {ReturnType<typeof measureInChromium> | undefined} */
let measured;
/** Jobs begin in this order, unless they wait for another. @type {Job[]} */
const jobs = [
  ...steps
    .filter(({ name }) => isWanted(name))
    .map(({ script, arg, ...step }) => ({
      ...step,
      run: () =>
        runScript(script, ...(arg && isWanted(step.needs ?? "") ? [arg] : [])),
    })),
  ...present.map(([name, projects]) => ({
    name: `tests of ${name}`,
    run: () => runTests(projects),
  })),
  ...browsers.map((browser) => ({
    name: `stories in ${browser}`,
    needs: "storybook",
    run: async () => {
      const stories = await runStories(
        browser,
        await (measured ??= measureInChromium()),
      );
      counts.passed += stories.passed;
      counts.failed += stories.failed.length;
      for (const id of stories.failed) failed.add(`${browser}: ${id}`);
      return { passed: stories.failed.length === 0 };
    },
  })),
];

/** Job → whether it is done. @type {Map<string, Promise<void>>} */
const done = new Map();
await Promise.all(Array.from({ length: LANES }, runLane));

for (const [browser, reason] of missing) {
  console.log(`Skipped: ${browser}, ${reason}`);
}
// The last lines of a log say all.
if (failed.size > 0) console.log(["Failed:", ...failed].join("\n  "));
console.log(
  `tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
);
process.exit(failed.size > 0 ? 1 : 0);

/** Runs one job after the other, as long as there are some. */
async function runLane() {
  for (let job; (job = jobs.shift());) {
    const running = runJob(job);
    done.set(job.name, running);
    await running;
  }
}

/** @param {Job} job */
async function runJob({ name, needs, run }) {
  // It began before, or it is not asked for.
  await done.get(needs ?? "");
  if (needs && failed.has(needs)) {
    console.log(`– ${name}: not run, ${needs} failed`);
    return;
  }
  const start = Date.now();
  const { passed, output = "" } = await run().catch((error) => ({
    passed: false,
    output: `\n${error?.stack ?? error}`,
  }));
  const time = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${passed ? "✓" : "✗"} ${name} ${time} s${output}`);
  if (!passed) failed.add(name);
}

/**
 * @param {string} script
 * @param {...string} args
 */
async function runScript(script, ...args) {
  const child = spawn("npm", ["run", "--silent", script, "--", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  }
  const [status] = await once(child, "close");
  const passed = status === 0;
  // What could not be tried here is no success.
  const skipped = output.match(/^.*\bskipped\b.*$/gm) ?? [];
  return {
    passed,
    output: passed
      ? skipped.map((line) => `\n  ${line}`).join("")
      : `\n${output}`,
  };
}

/** @param {string[]} projects */
async function runTests(projects) {
  const child = fork(new URL("suite.mjs", import.meta.url), projects, {
    silent: true,
  });
  // Not inherited: in a terminal two of them would erase each other's lines.
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  /** @type {import("./suite.mjs").Result | undefined} */
  let result;
  child.once("message", (message) => {
    result = /** @type {import("./suite.mjs").Result} */ (message);
  });
  // The channel ends after the last message, which may come later than the end of the process.
  await Promise.all([once(child, "disconnect"), once(child, "close")]);
  if (!result) return { passed: false, output: ": Vitest broke down" };
  counts.passed += result.passed;
  counts.skipped += result.skipped;
  counts.failed += result.failed.length;
  for (const name of result.failed) failed.add(name);
  for (const error of result.uncaught) {
    failed.add(`an error that no test caught: ${error}`);
  }
  return { passed: result.failed.length + result.uncaught.length === 0 };
}

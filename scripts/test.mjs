// Everything that must hold before a change goes in. `npm test -- unit lint`
// runs only what is named.
import { spawnSync } from "node:child_process";
import { startVitest } from "vitest/node";
import { requireChromium } from "./chromium.mjs";

/** Step → npm script, and the step without which it means nothing. */
const steps = [
  { name: "format", script: "format:check" },
  { name: "lint", script: "lint" },
  { name: "types", script: "typecheck" },
  { name: "build", script: "build" },
  { name: "package", script: "package", needs: "build" },
  { name: "size", script: "size", needs: "build" },
  { name: "storybook", script: "storybook:build" },
];

/** Name → vitest projects. */
const suites = {
  unit: ["unit"],
  browser: ["browser"],
  stories: ["stories-light", "stories-dark"],
};

const wanted = process.argv.slice(2);
const known = [...steps.map(({ name }) => name), ...Object.keys(suites)];
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Known: ${known.join(", ")}.`);
  process.exit(1);
}
/** @param {string} name */
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

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
  } else {
    failed.add(name);
    console.log(`✗ ${name} ${seconds(start)}\n${stdout}${stderr}`);
  }
}

const projects = Object.entries(suites).flatMap(([name, projects]) =>
  isWanted(name) ? projects : [],
);
const counts = { passed: 0, failed: 0, skipped: 0 };
if (projects.length > 0) {
  const start = Date.now();
  if (!(await runTests(projects))) failed.add("tests");
  console.log(`${failed.has("tests") ? "✗" : "✓"} tests ${seconds(start)}`);
}

if (failed.size > 0) console.log(`Failed: ${[...failed].join(", ")}`);
console.log(
  `tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
);
process.exit(failed.size > 0 ? 1 : 0);

/** @param {string[]} projects */
async function runTests(projects) {
  if (projects.some((name) => name !== "unit")) requireChromium();
  const vitest = await startVitest("test", [], {
    run: true,
    project: projects,
  });
  const modules = vitest.state.getTestModules();
  for (const module of modules) {
    const states = Array.from(
      module.children.allTests(),
      (test) => test.result().state,
    );
    // "pending": it never ran, because the page or the file broke down.
    const lost = states.filter(
      (state) => state === "failed" || state === "pending",
    );
    counts.passed += states.filter((state) => state === "passed").length;
    counts.skipped += states.filter((state) => state === "skipped").length;
    // A file that does not load has no test that could fail.
    counts.failed += lost.length || Number(module.state() === "failed");
  }
  const errors = vitest.state.getUnhandledErrors();
  await vitest.close();
  return modules.length > 0 && counts.failed === 0 && errors.length === 0;
}

/** @param {number} start */
function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

// Runs Vitest's projects in a process beside others, and reports to the one that forked it.
import { startVitest } from "vitest/node";

/** @typedef {import("vitest/node").TestModule} TestModule */
/** @typedef {import("vitest/node").TestSuite} TestSuite */
/** @typedef {import("vitest/node").TestCase} TestCase */
/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} skipped
 * @property {string[]} failed names of tests, and of files and suites that broke
 * @property {string[]} uncaught errors that no test caught
 */

const vitest = await startVitest("test", [], {
  run: true,
  project: process.argv.slice(2),
});
const modules = vitest.state.getTestModules();
/** @type {Result} */
const result = {
  passed: 0,
  skipped: 0,
  failed: modules.length > 0 ? [] : ["no tests were found"],
  uncaught: vitest.state.getUnhandledErrors().map(firstLineOf),
};
for (const module of modules) {
  const tests = Array.from(module.children.allTests());
  /** @param {string} state */
  const having = (state) =>
    tests.filter((test) => test.result().state === state);
  result.passed += having("passed").length;
  result.skipped += having("skipped").length;
  // A file that does not load, a hook that fails: no test that could say so.
  const broken = [module, ...module.children.allSuites()].filter(
    (entity) => entity.errors().length > 0,
  );
  // "pending": it never ran, because the page or the file broke down.
  const lost = [...having("failed"), ...having("pending")];
  result.failed.push(...[...broken, ...lost].map(nameOf));
}
await vitest.close();
process.send?.(result, () => process.exit(0));

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
  return String(message ?? error).split("\n", 1)[0] ?? "";
}

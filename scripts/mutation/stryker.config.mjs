// `npm run mutation`: Stryker changes the sources one by one, and says which change no test notices.
// `npm run mutation -- --mutate src/core/action.ts` tries one file. What is tested in a browser:
// `npm run mutation:browser`.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: [
    "src/{core,actions}/**/*.ts",
    "src/chatkit/{applyEvent,applyReply,items,state,status,thread}.ts",
  ],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: {
    configFile: "scripts/mutation/vitest.config.ts",
    // Its includes are few; to look for related tests takes longer.
    related: false,
  },
  coverageAnalysis: "perTest",
  // A mutant in what runs at import would run every test.
  ignoreStatic: true,
  ignorePatterns: [
    "bench",
    "dist",
    "storybook-static",
    "docs/recipes/node_modules",
  ],
  reporters: ["clear-text", "progress", "html", "json"],
  jsonReporter: { fileName: "coverage/mutation.json" },
  clearTextReporter: { allowColor: false, reportTests: false },
  htmlReporter: { fileName: "coverage/mutation.html" },
  tempDirName: "coverage/stryker",
  thresholds: { high: 95, low: 90, break: 85 },
  // Two cores are busy with one run.
  concurrency: 1,
  // Beside the time that the first run took, which is longer on a slow machine.
  timeoutMS: 10_000,
};

// `npm run mutation:browser`: the same for forms, whose tests are in Chromium. A file of tests is
// loaded for each mutant, so name those of a file:
// `… -- --mutate src/forms/focus.ts --testFiles test/forms/focus.browser.test.ts`.
import config from "./stryker.config.mjs";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  ...config,
  mutate: ["src/forms/**/*.ts"],
  vitest: {
    configFile: "scripts/mutation/vitest.browser.config.ts",
    related: false,
  },
};

import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import config from "../../vitest.config.js";

/** One project, because Stryker would otherwise run each test in five browsers. */
const unit = config.test?.projects?.find(
  (project) =>
    typeof project === "object" &&
    "test" in project &&
    project.test?.name === "unit",
);
if (typeof unit !== "object" || !("test" in unit)) {
  throw new Error("vitest.config.ts has no project unit");
}

export default defineConfig({
  test: {
    projects: [
      {
        ...unit,
        extends: resolve("vite.config.ts"),
        // Stryker links to node_modules, whose files are then outside of its copy.
        // Without them a test in happy-dom does not load, and Stryker is silent about it.
        server: { fs: { strict: false } },
        test: {
          ...unit.test,
          // A mutant counts as found where the tests of these folders find it: all tests
          // would take some seconds for each mutant.
          include: ["test/{actions,chatkit,core,forms}/**/*.test.{ts,tsx}"],
        },
      },
    ],
  },
});

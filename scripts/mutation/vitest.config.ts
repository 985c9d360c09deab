import { defineConfig } from "vitest/config";
import { projectFor } from "./project.js";

export default defineConfig({
  test: {
    projects: [
      // A mutant counts as found where the tests of these folders find it: all tests
      // would take some seconds for each mutant.
      projectFor("unit", ["test/{actions,chatkit,core}/**/*.test.{ts,tsx}"]),
    ],
  },
});

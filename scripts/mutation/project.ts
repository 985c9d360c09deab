import { resolve } from "node:path";
import config from "../../vitest.config.js";

/**
 * One project of `vitest.config.ts` with the test files of `include`, for Stryker.
 * All its projects would run each test in five browsers.
 */
export const projectFor = (name: string, include: string[]) => {
  const project = config.test?.projects?.find(
    (candidate) =>
      typeof candidate === "object" &&
      "test" in candidate &&
      candidate.test?.name === name,
  );
  if (typeof project !== "object" || !("test" in project)) {
    throw new Error(`vitest.config.ts has no project ${name}`);
  }
  return {
    ...project,
    extends: resolve("vite.config.ts"),
    // Stryker links to node_modules, whose files are then outside of its copy.
    // Without them no test loads, and Stryker is silent about it.
    server: { fs: { strict: false } },
    test: {
      ...project.test,
      include,
      // Who waits for what a mutant has taken away waits in vain, and each mutant would
      // take half a minute.
      setupFiles: [project.test?.setupFiles ?? []]
        .flat()
        .filter((file) => !file.includes("patience")),
      testTimeout: 20_000,
      expect: { poll: { timeout: 1_000 } },
    },
  };
};

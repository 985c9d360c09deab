// @vitest-environment node
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

interface Manifest {
  dependencies?: Record<string, string>;
}

/** The package.json of a package as another one finds it. */
function manifestOf(name: string, from: string): string | undefined {
  return createRequire(from)
    .resolve.paths(name)
    ?.map((folder) => join(folder, name, "package.json"))
    .find((path) => existsSync(path));
}

test("whatever is installed with the library can be required, as Jest does it", () => {
  const known = new Set<string>();
  const refused: string[] = [];
  const walk = (from: string) => {
    const { dependencies = {} } = JSON.parse(
      readFileSync(from, "utf8"),
    ) as Manifest;
    for (const name of Object.keys(dependencies)) {
      const path = manifestOf(name, from);
      // Types alone are never loaded.
      if (!path || known.has(path) || /^(?:@types\/|csstype$)/.test(name)) {
        continue;
      }
      known.add(path);
      try {
        createRequire(from).resolve(name);
      } catch {
        refused.push(name);
      }
      walk(path);
    }
  };
  walk(resolve("package.json"));
  expect(known.size).toBeGreaterThan(50);
  expect(refused).toEqual([]);
});

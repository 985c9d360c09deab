// @vitest-environment node
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

interface Manifest {
  dependencies?: Record<string, string>;
  scripts?: Record<string, string>;
}

/** A package as package-lock.json has it. */
interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
}

function lockedIn(folder: string) {
  const { packages } = JSON.parse(
    readFileSync(`${folder}/package-lock.json`, "utf8"),
  ) as { packages: Record<string, Locked> };
  // "" is the folder itself.
  return Object.entries(packages).filter(([path]) => path !== "");
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

test("nothing that is installed with the library runs a script", () => {
  const runtime = lockedIn(".").filter(
    ([, { dev, devOptional }]) => !(dev ?? devOptional),
  );
  expect(runtime.length).toBeGreaterThan(100);
  const running = ["", ...runtime.map(([path]) => path)].filter((path) => {
    const folder = resolve(path);
    // A peer that is not installed here, or that belongs to another system.
    if (!existsSync(join(folder, "package.json"))) return false;
    const { scripts = {} } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    ) as Manifest;
    return (
      ["preinstall", "install", "postinstall"].some((name) =>
        Object.hasOwn(scripts, name),
      ) ||
      // npm runs node-gyp for it, without a script.
      existsSync(join(folder, "binding.gyp"))
    );
  });
  expect(running).toEqual([]);
  expect(
    runtime.filter(([, { hasInstallScript }]) => hasInstallScript),
  ).toEqual([]);
});

test.each([".", "bench", "docs/recipes"])(
  "what is installed in %s comes from npm's registry, with its hash",
  (folder) => {
    const packages = lockedIn(folder);
    expect(packages.length).toBeGreaterThan(20);
    const others = packages.filter(
      ([, { version = "", resolved, integrity = "", link }]) =>
        link ||
        !/^\d+\.\d+\.\d+/.test(version) ||
        !(resolved ?? "https://registry.npmjs.org/").startsWith(
          "https://registry.npmjs.org/",
        ) ||
        !integrity.startsWith("sha512-"),
    );
    expect(others).toEqual([]);
  },
);

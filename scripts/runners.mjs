// Runs the tests of a user, test/runners, against the packed library in Vitest with
// jsdom, in Vitest with happy-dom and in Jest with jsdom:
//   node scripts/runners.mjs [library.tgz] [--react=18.3.1] [vitest-jsdom] [vitest-happy-dom] [jest]
// Prints a line for each; the output of one that failed follows. Exit code 1 if one did.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** @type {{ devDependencies: Record<string, string> }} */
const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));

/** @type {Record<string, string[]>} */
const runners = {
  "vitest-jsdom": ["vitest", "run", "-c", "vitest.jsdom.config.js"],
  "vitest-happy-dom": ["vitest", "run", "-c", "vitest.happy-dom.config.js"],
  jest: ["jest"],
};

/** What the project of a user has beside the library. */
const packages = [
  ...[
    "@testing-library/dom",
    "@testing-library/jest-dom",
    "@testing-library/react",
    "@testing-library/user-event",
    "happy-dom",
    "jsdom",
    "vitest",
  ].map((name) => `${name}@${devDependencies[name]}`),
  "@babel/preset-env@7.29.14",
  "@babel/preset-react@7.29.7",
  "@babel/preset-typescript@7.29.7",
  "jest@30.5.2",
  "jest-environment-jsdom@30.5.2",
];

const given = process.argv.slice(2);
const react =
  given.find((it) => it.startsWith("--react="))?.slice(8) ??
  devDependencies["react"];
const chosen = given.filter((it) => it in runners);
const folder = mkdtempSync(join(tmpdir(), "widget-renderer-runners-"));
const tarball = resolve(given.find((it) => it.endsWith(".tgz")) ?? pack());

cpSync("test/runners", folder, { recursive: true });
writeFileSync(
  join(folder, "package.json"),
  JSON.stringify({ name: "app", private: true, type: "module" }),
);
execFileSync(
  "npm",
  [
    "install",
    "--silent",
    "--no-audit",
    "--no-fund",
    tarball,
    `react@${react}`,
    `react-dom@${react}`,
    ...packages,
  ],
  { cwd: folder, stdio: "inherit" },
);

const failed = Object.entries(runners).filter(([name, [bin, ...args]]) => {
  if (chosen.length > 0 && !chosen.includes(name)) return false;
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(
    join(folder, "node_modules/.bin", bin ?? ""),
    args,
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, CI: "1", NO_COLOR: "1", TZ: "UTC" },
    },
  );
  const output = stdout + stderr;
  const count = /^\s*Tests:?\s+(.+)$/m.exec(output)?.[1] ?? "no tests";
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  console.log(
    `${status === 0 ? "✓" : "✗"} ${name}, React ${react}: ${count}, ${seconds} s`,
  );
  if (status !== 0) console.log(output);
  return status !== 0;
});
if (failed.length === 0) rmSync(folder, { recursive: true });
else console.log(`The project is in ${folder}`);
process.exit(failed.length === 0 ? 0 : 1);

/** @returns {string} the path of the packed library */
function pack() {
  execFileSync("npm", ["run", "--silent", "build"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const name = execFileSync(
    "npm",
    ["pack", "--silent", "--pack-destination", folder],
    { encoding: "utf8" },
  );
  return join(folder, name.trim());
}

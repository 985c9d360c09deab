// Releases the version that package.json names: `npm run release` pushes its tag, and
// .github/workflows/release.yml publishes it, because provenance is for what CI has built.
// `npm run release -- --dry-run` makes all checks, prints what would be published,
// and pushes nothing.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: { "dry-run": { type: "boolean", default: false } },
});
/** @type {{ name: string, version: string }} */
const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
const tag = `v${version}`;
/** What is wrong with the package. @type {string[]} */
const faults = [];
/** What is left to do before it is published. @type {string[]} */
const open = [];

if (output("git", "status", "--porcelain") !== "") {
  open.push("The working tree has changes: commit them first.");
}
if (output("git", "tag", "--list", tag) !== "") {
  open.push(`The tag ${tag} exists: raise the version in package.json.`);
}
const { status: isKnown, stdout: published } = spawnSync(
  "npm",
  ["view", `${name}@${version}`, "version"],
  { encoding: "utf8", shell: process.platform === "win32" },
);
if (isKnown === 0 && published.trim() === version) {
  open.push(`${name} ${version} is published: raise the version.`);
}
const { notes, date } = readChangelog();
if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  open.push(
    `CHANGELOG.md has no date for ${version}: "## ${version} — <date>".`,
  );
}

for (const script of ["build", "package", "size"]) {
  if (!run("npm", "run", "--silent", script)) {
    faults.push(`npm run ${script} fails.`);
  }
}
/** @type {[{ filename: string, size: number, unpackedSize: number, files: { path: string, size: number }[] }]} */
const [pack] = JSON.parse(
  output("npm", "pack", "--dry-run", "--json", "--ignore-scripts"),
);
/** Folder → number and size of its files. @type {Map<string, { count: number, size: number }>} */
const folders = new Map();
for (const { path, size } of pack.files) {
  const folder = path.includes("/") ? path.replace(/\/[^/]*$/, "/") : path;
  const sum = folders.get(folder) ?? { count: 0, size: 0 };
  folders.set(folder, { count: sum.count + 1, size: sum.size + size });
}
console.log(
  `\n${pack.filename}: ${kB(pack.size)} packed, ${kB(pack.unpackedSize)} in ${pack.files.length} files`,
);
for (const [folder, { count, size }] of folders) {
  console.log(
    `  ${kB(size).padStart(9)}  ${folder}${count > 1 ? ` (${count})` : ""}`,
  );
}
console.log(`\n${notes}\n`);

for (const fault of faults) console.error(`✗ ${fault}`);
for (const task of open) console.log(`– ${task}`);
if (options["dry-run"]) {
  const then = open.length > 0 ? ", once what is left is done" : "";
  console.log(
    faults.length > 0
      ? `release: ${name} ${version} would not be published`
      : `release: ${name} ${version} would be published and tagged ${tag}${then}`,
  );
  process.exit(faults.length === 0 ? 0 : 1);
}
if (faults.length + open.length > 0) process.exit(1);
if (!run("npm", "test")) process.exit(1);
if (!run("git", "tag", tag) || !run("git", "push", "origin", tag))
  process.exit(1);
console.log(
  `release: ${tag} is pushed; the workflow Release publishes ${name}`,
);

/** What the first part of CHANGELOG.md says, if it is about this version. */
function readChangelog() {
  const text = readFileSync("CHANGELOG.md", "utf8");
  const [, heading = "", notes = ""] =
    /^## (.+)\n([^]*?)(?=^## |(?![^]))/m.exec(text) ?? [];
  const [of, date = ""] = heading.split(" — ");
  return of === version
    ? { notes: notes.trim(), date }
    : { notes: "", date: "" };
}

/**
 * @param {string} command
 * @param {...string} args
 */
function output(command, ...args) {
  return execFileSync(command, args, {
    encoding: "utf8",
    shell: process.platform === "win32",
  }).trim();
}

/**
 * @param {string} command
 * @param {...string} args
 * @returns whether it succeeded
 */
function run(command, ...args) {
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0;
}

/** @param {number} bytes */
function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

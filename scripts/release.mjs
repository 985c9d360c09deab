// Publishes the version that package.json names: `npm run release`.
// `npm run release -- --dry-run` makes all checks, prints what would be published,
// and publishes nothing.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: { "dry-run": { type: "boolean", default: false } },
});
/** @type {{ name: string, version: string }} */
const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
const tag = `v${version}`;
/** What keeps the version from being published. @type {string[]} */
const faults = [];

if (output("git", "status", "--porcelain") !== "") {
  faults.push("The working tree has changes: commit them first.");
}
if (output("git", "tag", "--list", tag) !== "") {
  faults.push(`The tag ${tag} exists: raise the version in package.json.`);
}
const { status: isKnown, stdout: published } = spawnSync(
  "npm",
  ["view", `${name}@${version}`, "version"],
  { encoding: "utf8", shell: process.platform === "win32" },
);
if (isKnown === 0 && published.trim() === version) {
  faults.push(`${name} ${version} is published: raise the version.`);
}
const notes = notesOf(version);
if (notes === undefined) {
  faults.push(`CHANGELOG.md does not begin with "## ${version} — <date>".`);
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
if (notes !== undefined) console.log(`\n${notes}`);

for (const fault of faults) console.error(`✗ ${fault}`);
if (options["dry-run"]) {
  console.log(
    faults.length === 0
      ? `\nrelease: ${name} ${version} would be published and tagged ${tag}`
      : `\nrelease: ${name} ${version} would not be published`,
  );
  process.exit(faults.length === 0 ? 0 : 1);
}
if (faults.length > 0) process.exit(1);
// `prepublishOnly` runs all tests before.
if (!run("npm", "publish", "--access", "public")) process.exit(1);
if (!run("git", "tag", tag) || !run("git", "push", "origin", tag))
  process.exit(1);
console.log(`release: ${name} ${version}`);

/**
 * The part of CHANGELOG.md about a version, when that is its first and has a date.
 * @param {string} wanted
 */
function notesOf(wanted) {
  const [, heading = "", text = ""] =
    /^## (.+)\n([^]*?)(?=^## |(?![^]))/m.exec(
      readFileSync("CHANGELOG.md", "utf8"),
    ) ?? [];
  const [of, date = ""] = heading.split(" — ");
  return of === wanted && /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? text.trim()
    : undefined;
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

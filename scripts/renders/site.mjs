// The built Storybook of a version of the project.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What was built of commits; a commit never changes, so it is built once. */
const KEPT = ".renders/sites";

/**
 * @param {string} version A commit, the folder of a checkout or of a built Storybook.
 * @param {{ build: boolean }} options
 * @returns {{ name: string, folder: string }}
 */
export function siteOf(version, { build }) {
  if (existsSync(join(version, "iframe.html"))) {
    return { name: version, folder: version };
  }
  if (existsSync(join(version, "package.json"))) {
    const folder = join(version, "storybook-static");
    if (build || !existsSync(folder)) buildStorybook(version);
    return { name: version, folder };
  }
  const commit = git("rev-parse", "--verify", `${version}^{commit}`);
  const folder = join(KEPT, commit);
  if (!existsSync(join(folder, "iframe.html"))) {
    withCheckout(commit, (checkout) => {
      buildStorybook(checkout);
      mkdirSync(KEPT, { recursive: true });
      cpSync(join(checkout, "storybook-static"), folder, { recursive: true });
    });
  }
  return { name: `${version} (${commit.slice(0, 7)})`, folder };
}

/**
 * Checks a commit out into a folder for the time of `run`, its packages installed.
 * @param {string} commit
 * @param {(folder: string) => void} run
 */
function withCheckout(commit, run) {
  const folder = mkdtempSync(join(tmpdir(), "widget-renderer-"));
  git("worktree", "add", "--detach", "--force", folder, commit);
  try {
    const [here, there] = [".", folder].map((it) =>
      readFileSync(join(it, "package-lock.json"), "utf8"),
    );
    // The same packages are linked: a second copy takes minutes and 600 MB.
    if (here === there)
      linkFolder("node_modules", join(folder, "node_modules"));
    else npm(folder, "ci", "--no-audit", "--no-fund", "--prefer-offline");
    run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    git("worktree", "prune");
  }
}

/** @param {string} folder */
function buildStorybook(folder) {
  npm(folder, "run", "--silent", "storybook:build");
}

/**
 * Hard links of all files of a folder but caches, which tools write into.
 * @param {string} from
 * @param {string} to
 */
function linkFolder(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (!entry.isDirectory()) linkSync(source, target);
    else if (!/^\.(?:cache|vite)/.test(entry.name)) linkFolder(source, target);
  }
}

/** @param {...string} args */
function git(...args) {
  return execFileSync("git", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

/**
 * @param {string} folder
 * @param {...string} args
 */
function npm(folder, ...args) {
  execFileSync("npm", args, {
    cwd: resolve(folder),
    stdio: ["ignore", "ignore", "inherit"],
    // npm is a .cmd file on Windows.
    shell: process.platform === "win32",
  });
}

// Installs the packages, unless those of package-lock.json are there already.
// It runs before them, so it uses nothing but Node.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

if (changed("node_modules/.package-lock.json") < changed("package-lock.json")) {
  console.log("Installing packages, about half a minute …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    stdio: "inherit",
    // npm is a .cmd file on Windows.
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(1);
}

/** @param {string} path */
function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

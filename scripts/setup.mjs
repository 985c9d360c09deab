// Installs the packages, unless those of package-lock.json are there already.
// It runs before them, so it uses nothing but Node. `setup.mjs folder` installs
// those of a folder as well; without them, what needs them is skipped.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

for (const folder of [".", ...process.argv.slice(2)]) {
  const installed = changed(`${folder}/node_modules/.package-lock.json`);
  if (installed >= changed(`${folder}/package-lock.json`)) continue;
  const [where, time] =
    folder === "." ? ["", "about half a minute"] : [` of ${folder}`, "seconds"];
  console.log(`Installing packages${where}, ${time} …`);
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "inherit",
    // npm is a .cmd file on Windows.
    shell: process.platform === "win32",
  });
  if (status === 0) continue;
  if (folder === ".") process.exit(1);
  console.log(`The packages${where} are not there; go on without them.`);
}

/** @param {string} path */
function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

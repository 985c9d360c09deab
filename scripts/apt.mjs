import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Installs packages where that asks nobody: on Debian, as root.
 * @param {string[]} packages
 * @returns whether they are there now
 */
export function aptInstall(...packages) {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return false;
  console.log(`Installing ${packages.join(", ")} …`);
  return (
    aptGet("update") &&
    aptGet("install", "-y", "--no-install-recommends", ...packages)
  );
}

/** @param {string[]} args */
function aptGet(...args) {
  const { status } = spawnSync(
    "apt-get",
    ["-qq", "-o", "DPkg::Lock::Timeout=600", ...args],
    {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    },
  );
  return status === 0;
}

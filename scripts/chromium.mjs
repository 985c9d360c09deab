import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptInstall } from "./apt.mjs";

/** The same glyphs on every machine, and nothing looked up on the network. */
export const chromiumArgs = [
  "--font-render-hinting=none",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

/** The path of a Chromium on this machine, if there is one. */
export function findChromium() {
  const { CHROME_PATH, PATH = "" } = process.env;
  if (CHROME_PATH) return CHROME_PATH;
  const onPath = [
    "chromium-headless-shell",
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
  ].flatMap((name) => PATH.split(delimiter).map((dir) => join(dir, name)));
  return [...onPath, ...usualPlaces()].find((path) => existsSync(path));
}

/** The same; on Debian it is installed where it is missing. */
export function requireChromium() {
  const found =
    findChromium() ?? (aptInstall("chromium-headless-shell") && findChromium());
  if (found) return found;
  throw new Error(
    "No Chromium found: install Chrome or Chromium (Debian: apt install chromium-headless-shell), or set CHROME_PATH.",
  );
}

function usualPlaces() {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === "win32") {
    return ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
      .map((name) => process.env[name])
      .filter((dir) => dir !== undefined)
      .map((dir) => join(dir, "Google", "Chrome", "Application", "chrome.exe"));
  }
  return [];
}

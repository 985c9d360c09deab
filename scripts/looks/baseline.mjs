// The looks that were accepted: a sheet for each story, and the browser that rendered them.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const BROWSER = "browser.json";
const END = ".webp";

/** @typedef {{ platform: string, chromium: string }} Browser */

/** @param {string} folder */
export function openBaseline(folder) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, BROWSER);
  return {
    /** @type {Browser | undefined} */
    browser: existsSync(path)
      ? JSON.parse(readFileSync(path, "utf8"))
      : undefined,
    /** Ids of the stories that it has. */
    ids: readdirSync(folder)
      .filter((name) => name.endsWith(END))
      .map((name) => name.slice(0, -END.length)),
    /** @param {string} id */
    pathOf: (id) => join(folder, id + END),
    /** @param {string} id @param {Buffer} sheet */
    write: (id, sheet) => writeFileSync(join(folder, id + END), sheet),
    /** @param {string} id */
    remove: (id) => rmSync(join(folder, id + END)),
    /** @param {Browser} browser */
    writeBrowser: (browser) =>
      writeFileSync(path, `${JSON.stringify(browser, null, 2)}\n`),
  };
}

/**
 * Why what a browser renders says nothing beside the baseline, if so.
 * @param {Browser | undefined} accepted
 * @param {Browser} current
 */
export function whyIncomparable(accepted, current) {
  if (!accepted) return "nothing has been accepted yet";
  const [was, is] = [accepted, current].map(
    ({ platform, chromium }) => `Chromium ${majorOf(chromium)} on ${platform}`,
  );
  // Each major version renders some text, control or shadow in another way.
  return was === is ? undefined : `they were accepted in ${was}, this is ${is}`;
}

/** @param {string} version */
const majorOf = (version) => version.split(".", 1)[0];

// What the stories and the tests ask of a browser. Playwright drives Chromium
// alone of those that a machine has: its Firefox and its WebKit are builds of
// its own. Each file beside this one drives one browser.

import { requireChromium } from "../chromium.mjs";

/**
 * @typedef {object} Driver
 * @property {(url: string) => Promise<void>} open
 * @property {<T>(script: string) => Promise<T>} evaluate The value of an
 *   expression in the page; a promise is awaited.
 * @property {(x: number, y: number) => Promise<void>} move Moves the pointer.
 * @property {(pressed: boolean) => Promise<void>} press Its main button.
 * @property {(key: string, pressed: boolean) => Promise<void>} key By the name
 *   that `KeyboardEvent.key` has.
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {() => Promise<Uint8Array>} screenshot A PNG.
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} LaunchOptions
 * @property {"light" | "dark"} [scheme]
 */

/** The machine lacks a browser: it is skipped, and nothing is wrong. */
export class MissingBrowser extends Error {}

/** @type {Record<string, () => Promise<{ find: () => string, start: (options?: LaunchOptions) => Promise<Driver> }>>} */
const browsers = {
  chromium: async () => {
    const { launchChromium } = await import("./chromium.mjs");
    return { find: requireChromium, start: launchChromium };
  },
  firefox: async () => {
    const { requireFirefox, launchFirefox } = await import("./firefox.mjs");
    return { find: requireFirefox, start: launchFirefox };
  },
  webkit: async () => {
    const { requireWebKit, launchWebKit } = await import("./webkit.mjs");
    return { find: requireWebKit, start: launchWebKit };
  },
};

/** @param {string} name */
function browserOf(name) {
  const browser = browsers[name];
  if (!browser) throw new Error(`Unknown browser: ${name}`);
  return browser();
}

/**
 * @param {string} name
 * @param {LaunchOptions} [options]
 */
export async function launch(name, options) {
  return (await browserOf(name)).start(options);
}

/**
 * Installs the browser where it is missing and that is possible.
 * @param {string} name
 * @returns {Promise<string | undefined>} why it is not there
 */
export async function whyMissing(name) {
  const { find } = await browserOf(name);
  try {
    find();
  } catch (error) {
    if (error instanceof MissingBrowser) return error.message;
    throw error;
  }
}

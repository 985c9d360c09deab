// What the stories and the tests ask of a browser. Playwright drives Chromium
// alone of those that a machine has: its Firefox and its WebKit are builds of
// its own. Each file beside this one drives one browser.

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

/** @type {Record<string, () => Promise<(options?: LaunchOptions) => Promise<Driver>>>} */
const launchers = {
  chromium: async () => (await import("./chromium.mjs")).launchChromium,
  firefox: async () => (await import("./firefox.mjs")).launchFirefox,
  webkit: async () => (await import("./webkit.mjs")).launchWebKit,
};

/**
 * @param {string} browser
 * @param {LaunchOptions} [options]
 */
export async function launch(browser, options) {
  const launcher = launchers[browser];
  if (!launcher) throw new Error(`Unknown browser: ${browser}`);
  return (await launcher())(options);
}

/** The machine lacks a browser: it is skipped, and nothing is wrong. */
export class MissingBrowser extends Error {}

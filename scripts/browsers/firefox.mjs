import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { launch } from "puppeteer-core";
import { aptInstall } from "../apt.mjs";
import { MissingBrowser } from "./driver.mjs";

function findFirefox() {
  const { FIREFOX_PATH, PATH = "" } = process.env;
  if (FIREFOX_PATH) return FIREFOX_PATH;
  return [
    ...["firefox-esr", "firefox"].flatMap((name) =>
      PATH.split(delimiter).map((dir) => join(dir, name)),
    ),
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ].find((path) => existsSync(path));
}

export function requireFirefox() {
  const found = findFirefox() ?? (aptInstall("firefox-esr") && findFirefox());
  if (found) return found;
  throw new MissingBrowser(
    "no Firefox found: install it (Debian: apt install firefox-esr), or set FIREFOX_PATH",
  );
}

/**
 * Starts Firefox and drives it by WebDriver BiDi.
 * @param {import("./driver.mjs").LaunchOptions} [options]
 * @returns {Promise<import("./driver.mjs").Driver>}
 */
export async function launchFirefox({ scheme = "light" } = {}) {
  const browser = await launch({
    browser: "firefox",
    executablePath: requireFirefox(),
    headless: true,
    defaultViewport: null,
    env: { ...process.env, TZ: "UTC" },
    // A busy machine is slow, not wrong.
    timeout: 120_000,
    protocolTimeout: 600_000,
    extraPrefsFirefox: {
      "layout.css.prefers-color-scheme.content-override":
        scheme === "dark" ? 0 : 1,
      // A mouse that hovers, which a headless window lacks.
      "ui.primaryPointerCapabilities": 6,
      "ui.allPointerCapabilities": 6,
      "widget.gtk.overlay-scrollbars.enabled": true,
      "ui.useOverlayScrollbars": 1,
      "intl.accept_languages": "en-US",
    },
  });
  const [page = await browser.newPage()] = await browser.pages();
  page.setDefaultNavigationTimeout(120_000);

  return {
    async open(url) {
      await page.goto("data:text/html,<input>");
      // Until the window has the focus, a page gets no focus events.
      while (!(await page.evaluate(() => document.hasFocus()))) {
        await page.keyboard.press("Tab");
      }
      await page.goto(url);
    },
    evaluate: (script) => /** @type {Promise<any>} */ (page.evaluate(script)),
    move: (x, y) => page.mouse.move(x, y),
    press: (pressed) => (pressed ? page.mouse.down() : page.mouse.up()),
    async key(key, pressed) {
      const name = /** @type {import("puppeteer-core").KeyInput} */ (key);
      await (pressed ? page.keyboard.down(name) : page.keyboard.up(name));
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}

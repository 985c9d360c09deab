import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../chromium.mjs";

/**
 * Starts Chromium by Playwright: what the other browsers are measured against.
 * @param {import("./driver.mjs").LaunchOptions} [options]
 * @returns {Promise<import("./driver.mjs").Driver>}
 */
export async function launchChromium({ scheme = "light" } = {}) {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    chromiumSandbox: false,
    args: chromiumArgs,
  });
  const page = await browser.newPage({
    colorScheme: scheme,
    locale: "en-US",
    timezoneId: "UTC",
  });
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (script) => page.evaluate(script),
    move: (x, y) => page.mouse.move(x, y),
    press: (pressed) => (pressed ? page.mouse.down() : page.mouse.up()),
    key: (key, pressed) =>
      pressed ? page.keyboard.down(key) : page.keyboard.up(key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}

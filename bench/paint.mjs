// How long a user waits for a first widget.
import { compareSnapshots, snapshot } from "./page/snapshot.js";

/** A phone. */
const SLOWDOWN = 4;

/**
 * Milliseconds from the first byte of an app's JavaScript to the first paint with its
 * widget, with nothing in the cache.
 *
 * @param {import("playwright").Browser} browser
 * @param {string} url of the app
 */
export async function measurePaint(browser, url) {
  // Nothing of another context is in its cache.
  const context = await browser.newContext({
    viewport: { width: 400, height: 800 },
  });
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(error));
    const client = await context.newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    await page.goto(url);
    const handle = await page.waitForFunction(() => {
      const [first] = performance.getEntriesByName("first-contentful-paint");
      const [script] = performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith("/app.js"));
      const { widget } = /** @type {any} */ (globalThis);
      if (!first || !script || !widget) return undefined;
      const { responseStart } = /** @type {PerformanceResourceTiming} */ (
        script
      );
      // The first paint may have been one without the widget.
      const { mounted, painted } = widget;
      const end = first.startTime >= mounted ? first.startTime : painted;
      return { time: end - responseStart };
    });
    const { time } = /** @type {{ time: number }} */ (await handle.jsonValue());
    /** @type {string[]} */
    const elements = await page.evaluate(
      `(${String(snapshot)})(document.body)`,
    );
    return { time, elements };
  } finally {
    await context.close();
  }
}

/**
 * @param {string} name
 * @param {string[]} elements
 * @param {string[]} expected
 */
export function assertSame(name, elements, expected) {
  const difference = compareSnapshots(elements, expected);
  if (difference) {
    throw new Error(`${name} paints other elements: ${difference}`);
  }
}

// Renders the stories of a built Storybook in Chromium, and reads each in several views.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../chromium.mjs";
import { serve } from "../serve.mjs";

/**
 * @typedef {{ id: string, title: string, name: string, type: string, tags: string[] }} Story
 * @typedef {{ scheme: string, width: number }} View
 * @typedef {import("playwright").Page} Page
 */

const HEIGHT = 900;
/** Pages that render at the same time. */
const PAGES = 3;
/** For so long, in ms, nothing may change before a story is read. */
const QUIET = 250;
/** After so long, in ms, a story that goes on changing is read as it is. */
const PATIENCE = 15_000;
/** The time on every page. */
const NOW = new Date("2026-03-14T12:00:00Z");

/**
 * Without these, pictures depend on the processor, on the graphics card, and on what
 * was on the screen before.
 */
const steadyArgs = [
  "--disable-gpu",
  "--disable-lcd-text",
  "--disable-partial-raster",
  "--disable-skia-runtime-opts",
  "--force-color-profile=srgb",
];

/**
 * @template T What is read of a view.
 * @param {string} folder of a built Storybook
 * @param {object} options
 * @param {View[]} options.views Those of one width come one after the other.
 * @param {(page: Page, story: Story, view: View) => Promise<T>} options.read
 * @param {string[]} [options.filters] Parts of ids or titles; without one: all.
 * @param {boolean} [options.grows] Whether to read stories as well that grow by themselves, so
 *   that it depends on the time what they show.
 * @param {number} [options.scale] Pixels of a picture for each pixel of CSS.
 * @param {(id: string, message: string) => void} [options.onError] Gets what a story throws,
 *   and that it did not finish.
 */
export async function openRenderer(folder, options) {
  const {
    views,
    read,
    filters = [],
    grows = true,
    scale = 1,
    onError,
  } = options;
  /** @type {{ entries: Record<string, Story> }} */
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const stories = Object.values(index.entries).filter(
    ({ id, title, type, tags }) =>
      type === "story" &&
      (grows || tags.includes("test")) &&
      (filters.length === 0 ||
        filters.some((filter) =>
          `${id} ${title}`.toLowerCase().includes(filter.toLowerCase()),
        )),
  );
  // Each played story loads the page again.
  const server = await serve(folder, { "Cache-Control": "max-age=3600" });
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    chromiumSandbox: false,
    args: [...chromiumArgs, ...steadyArgs],
    // The fonts that are installed with the packages, and none of the machine.
    env: {
      ...process.env,
      FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)),
    },
  });

  /** @type {Map<Page, Set<import("playwright").Request>>} */
  const requests = new Map();
  /** The story that a page shows. @type {Map<Page, string>} */
  const shownIn = new Map();

  /** A page with a storage that no other page shares. */
  async function openPage() {
    const context = await browser.newContext({
      deviceScaleFactor: scale,
      reducedMotion: "reduce",
      locale: "en-US",
      timezoneId: "UTC",
    });
    await context.addInitScript(settleChance);
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    /** @type {Set<import("playwright").Request>} */
    const running = new Set();
    requests.set(page, running);
    page.on("pageerror", ({ message }) =>
      onError?.(shownIn.get(page) ?? "", message),
    );
    page.on("request", (request) => running.add(request));
    page.on("requestfinished", (request) => running.delete(request));
    page.on("requestfailed", (request) => running.delete(request));
    return page;
  }

  /**
   * Shows a story, and plays it.
   * @param {Page} page
   * @param {Story} story
   * @param {string} scheme
   * @param {boolean} fresh whether the page is loaded for it
   */
  async function show(page, story, scheme, fresh) {
    shownIn.set(page, story.id);
    if (fresh) {
      requests.get(page)?.clear();
      await page.emulateMedia({
        colorScheme: scheme === "dark" ? "dark" : "light",
      });
      await page.goto(
        `${server.url}/iframe.html?viewMode=story&id=${story.id}&globals=a11y.manual:!true`,
      );
    } else {
      await page.evaluate((storyId) => {
        const { __STORYBOOK_ADDONS_CHANNEL__: channel } = /** @type {any} */ (
          window
        );
        channel.emit("setCurrentStory", { storyId, viewMode: "story" });
      }, story.id);
    }
    const handle = await page.waitForFunction(
      (id) => {
        const { id: current, phase } =
          /** @type {any} */ (window).__STORYBOOK_PREVIEW__?.currentRender ??
          {};
        return (
          current === id &&
          ["finished", "errored", "aborted"].includes(phase) &&
          phase
        );
      },
      story.id,
      { timeout: 120_000 },
    );
    const phase = await handle.jsonValue();
    if (phase !== "finished") onError?.(story.id, phase);
  }

  /**
   * @param {Page} page
   * @param {Story} story
   * @param {boolean} fresh whether the page is loaded for it
   * @returns {Promise<Record<string, T>>} by what was set for it: "light 800"
   */
  async function render(page, story, fresh) {
    // Of what a play function opened, a popup keeps the scheme in which it was opened, and
    // may close when its window changes.
    const played = story.tags.includes("play-fn");
    /** @type {Record<string, T>} */
    const result = {};
    /** @type {number | undefined} */
    let shown;
    for (const view of views) {
      const { scheme, width } = view;
      if (width !== shown) {
        await page.setViewportSize({ width, height: HEIGHT });
      }
      await page.emulateMedia({
        colorScheme: scheme === "dark" ? "dark" : "light",
      });
      if (shown === undefined || played) {
        await show(page, story, scheme, fresh || played);
      } else {
        await page.evaluate((colorScheme) => {
          document.documentElement.style.colorScheme = colorScheme;
        }, scheme);
      }
      // The scheme alone changes styles, at once.
      await settle(page, width === shown && !played ? 0 : QUIET);
      shown = width;
      result[`${scheme} ${width}`] = await read(page, story, view);
    }
    return result;
  }

  /**
   * Waits until nothing loads and nothing has changed for a while.
   * @param {Page} page
   * @param {number} time
   */
  async function settle(page, time) {
    const end = Date.now() + PATIENCE;
    do {
      await page.evaluate(quiet, { time, limit: PATIENCE });
    } while ((requests.get(page)?.size ?? 0) > 0 && Date.now() < end);
  }

  return {
    stories,
    version: browser.version(),
    /** @param {(id: string, result: Record<string, T>) => Promise<void>} [onResult] */
    async all(onResult) {
      /** @type {Map<string, Record<string, T>>} */
      const renders = new Map();
      const queue = [...stories];
      const work = async () => {
        const page = await openPage();
        let fresh = true;
        for (let story = queue.shift(); story; story = queue.shift()) {
          const result = await render(page, story, fresh);
          if (onResult) await onResult(story.id, result);
          else renders.set(story.id, result);
          // The page is as the play function left it.
          fresh = story.tags.includes("play-fn");
        }
        await page.context().close();
      };
      await Promise.all(Array.from({ length: PAGES }, work));
      return renders;
    },
    /** Renders one story in a page that has shown no other. @param {string} id */
    async one(id) {
      const story = stories.find((it) => it.id === id);
      if (!story) throw new Error(`There is no story ${id} in ${folder}.`);
      const page = await openPage();
      const result = await render(page, story, true);
      await page.context().close();
      return result;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** What is random in a browser comes in the same order on every page. */
function settleChance() {
  let seed = 1;
  Math.random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  let count = 0;
  crypto.randomUUID = () =>
    `00000000-0000-4000-8000-${String(++count).padStart(12, "0")}`;
}

/**
 * Resolves once the page has been the same for `time`, at the latest after
 * `limit`. It runs in the page, so it uses nothing from outside.
 * @param {{ time: number, limit: number }} options
 */
async function quiet({ time, limit }) {
  await document.fonts.ready;
  // The page's Date has stopped.
  const end = performance.now() + limit;
  let last = "";
  let since = performance.now();
  while (performance.now() < end) {
    for (const animation of document.getAnimations()) {
      const { iterations } = animation.effect?.getComputedTiming() ?? {};
      // Motion ends at once, and what turns for ever is where it began.
      if (iterations !== Infinity) animation.finish();
      else if (
        animation.playState !== "paused" ||
        animation.currentTime !== 0
      ) {
        animation.pause();
        animation.currentTime = 0;
      }
    }
    const loads = Array.from(document.images).some(
      (image) => !image.complete && image.loading !== "lazy",
    );
    const boxes = Array.from(document.querySelectorAll("body *"), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${x} ${y} ${width} ${height}`;
    });
    const state = `${document.body.innerHTML}${boxes.join()}`;
    if (state !== last || loads) {
      last = state;
      since = performance.now();
    } else if (performance.now() - since >= time) return;
    await new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done, 50));
    });
  }
}

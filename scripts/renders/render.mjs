// Renders the stories of a built Storybook in Chromium, each to a tree of data.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../chromium.mjs";
import { serve } from "../serve.mjs";
import { readTree } from "./readTree.mjs";

/**
 * @typedef {import("./readTree.mjs").Tree} Tree
 * @typedef {Record<string, Tree>} Render by what was set for it: "light 800"
 * @typedef {{ id: string, type: string, tags: string[] }} Story
 */

const WIDE = 800;
const NARROW = 390;
const HEIGHT = 900;
/** Pages that render at the same time. */
const PAGES = 2;
/** For so long, in ms, nothing may change before a story is read. */
const QUIET = 250;
/** After so long, in ms, a story that goes on changing is read as it is. */
const PATIENCE = 15_000;
/** The time on every page. */
const NOW = new Date("2026-03-14T12:00:00Z");

/**
 * @param {string} folder of a built Storybook
 * @param {string[]} filters Parts of ids; without one: all.
 */
export async function openRenderer(folder, filters = []) {
  /** @type {{ entries: Record<string, Story> }} */
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const stories = Object.values(index.entries).filter(
    ({ id, type }) =>
      type === "story" &&
      (filters.length === 0 || filters.some((filter) => id.includes(filter))),
  );
  const server = await serve(folder);
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    chromiumSandbox: false,
    args: chromiumArgs,
  });

  /** @type {Map<import("playwright").Page, Set<import("playwright").Request>>} */
  const requests = new Map();

  /** A page with a storage that no other page shares. */
  async function openPage() {
    const context = await browser.newContext({
      viewport: { width: WIDE, height: HEIGHT },
      colorScheme: "light",
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
    page.on("request", (request) => running.add(request));
    page.on("requestfinished", (request) => running.delete(request));
    page.on("requestfailed", (request) => running.delete(request));
    return page;
  }

  /**
   * @param {import("playwright").Page} page
   * @param {Story} story
   * @param {boolean} fresh whether the page is loaded for it
   * @returns {Promise<Render>}
   */
  async function render(page, story, fresh) {
    const played = story.tags.includes("play-fn");
    await page.setViewportSize({ width: WIDE, height: HEIGHT });
    if (fresh || played) {
      requests.get(page)?.clear();
      await page.goto(
        `${server.url}/iframe.html?viewMode=story&id=${story.id}&globals=scheme:light;a11y.manual:!true`,
      );
    } else {
      await page.evaluate((storyId) => {
        const { __STORYBOOK_ADDONS_CHANNEL__: channel } = /** @type {any} */ (
          window
        );
        channel.emit("setCurrentStory", { storyId, viewMode: "story" });
      }, story.id);
    }
    await page.waitForFunction(
      (id) => {
        const { id: current, phase } =
          /** @type {any} */ (window).__STORYBOOK_PREVIEW__?.currentRender ??
          {};
        return (
          current === id && ["finished", "errored", "aborted"].includes(phase)
        );
      },
      story.id,
      { timeout: 120_000 },
    );
    /** @type {Render} */
    const trees = {};
    const read = async (/** @type {string} */ name, time = QUIET) => {
      await settle(page, time);
      trees[name] = await page.evaluate(readTree);
    };
    await read("light 800");
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = "dark";
    });
    // The scheme changes styles alone, and at once.
    await read("dark 800", 0);
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = "light";
    });
    // What a play function opened may close when its window changes.
    if (!played) {
      await page.setViewportSize({ width: NARROW, height: HEIGHT });
      await read("light 390");
    }
    return trees;
  }

  /**
   * Waits until nothing loads and nothing has changed for a while.
   * @param {import("playwright").Page} page
   * @param {number} time
   */
  async function settle(page, time) {
    const end = Date.now() + PATIENCE;
    do {
      await page.evaluate(quiet, { time, limit: PATIENCE });
    } while ((requests.get(page)?.size ?? 0) > 0 && Date.now() < end);
  }

  return {
    async all() {
      /** @type {Map<string, Render>} */
      const renders = new Map();
      const queue = [...stories];
      const work = async () => {
        const page = await openPage();
        let fresh = true;
        for (let story = queue.shift(); story; story = queue.shift()) {
          renders.set(story.id, await render(page, story, fresh));
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
      requestAnimationFrame(() => setTimeout(done, 30));
    });
  }
}

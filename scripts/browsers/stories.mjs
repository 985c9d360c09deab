import { readFileSync } from "node:fs";
import { serve } from "../serve.mjs";

/** The width of a phone, which no story may overflow. */
const WIDTH = 390;

/**
 * How far, in px, a part may be from where Chromium has it. WebKitGTK gives each
 * letter a whole number of pixels, so a line of text has another width.
 * @param {string} browser
 */
const tolerance = (browser) =>
  browser === "webkit" ? { across: 9, down: 3 } : { across: 3, down: 3 };

/** @param {string} name */
const script = (name) =>
  `<script>${readFileSync(new URL(name, import.meta.url), "utf8")}</script>`;

const page = `<!doctype html><meta charset="utf-8"><title>Stories</title>
  <style>body { margin: 0 } iframe { border: 0; width: ${WIDTH}px; height: 800px }</style>
  <iframe></iframe>${script("storyPage.js")}`;

/** @typedef {{ id: string, type: string, tags: string[] }} Story */

/**
 * Opens the built Storybook.
 * @param {import("./driver.mjs").Driver} driver
 * @param {string[]} [filters] Parts of ids; without one: all.
 */
export async function openStories(driver, filters = []) {
  /** @type {{ entries: Record<string, Story> }} */
  const index = JSON.parse(readFileSync("storybook-static/index.json", "utf8"));
  const stories = Object.values(index.entries).filter(
    ({ id, type }) =>
      type === "story" &&
      (filters.length === 0 || filters.some((filter) => id.includes(filter))),
  );
  const frame = readFileSync("storybook-static/iframe.html", "utf8");
  const pages = {
    "/stories": page,
    "/story.html": frame.replace("<head>", `<head>${script("storyFrame.js")}`),
  };
  const server = await serve("storybook-static", {}, pages);
  await driver.open(`${server.url}/stories`);
  await driver.resize(800, 800);
  return {
    stories,
    /**
     * Shows a story and plays it.
     * @param {Story} story
     * @returns {Promise<string[]>} what went wrong
     */
    run: ({ id, tags }) =>
      // What a play function does may depend on which code has come before.
      driver.evaluate(`runStory("${id}", ${tags.includes("play-fn")})`),
    /** @returns {Promise<Box[]>} where the parts of the story's widgets are */
    measure: () => driver.evaluate("measure()"),
    /**
     * @param {Box[]} expected where Chromium has them
     * @param {string} browser
     * @returns {Promise<string[]>} what is elsewhere
     */
    compare: (expected, browser) =>
      driver.evaluate(
        `compare(${JSON.stringify(expected)}, ${JSON.stringify(tolerance(browser))})`,
      ),
    close: () => server.close(),
  };
}

/** @typedef {{ name: string, box: number[] }} Box */

import { readFileSync } from "node:fs";
import { serve } from "../serve.mjs";

/** The width of a phone, which no story may overflow. */
const WIDTH = 390;

/** @param {string} name */
const script = (name) =>
  `<script>${readFileSync(new URL(name, import.meta.url), "utf8")}</script>`;

const page = `<!doctype html><meta charset="utf-8"><title>Stories</title>
  <style>body { margin: 0 } iframe { border: 0; width: ${WIDTH}px; height: 800px }</style>
  <iframe></iframe>${script("storyPage.js")}`;

/**
 * Runs every story of the built Storybook, its play function with it.
 * @param {import("./driver.mjs").Driver} driver
 * @param {{ filters?: string[], log?: (line: string) => void }} [options]
 */
export async function runStories(driver, { filters = [], log = console.log } = {}) {
  /** @type {{ entries: Record<string, { id: string, type: string, tags: string[] }> }} */
  const index = JSON.parse(readFileSync("storybook-static/index.json", "utf8"));
  const stories = Object.values(index.entries)
    .filter(({ type }) => type === "story")
    .filter(
      ({ id }) =>
        filters.length === 0 || filters.some((filter) => id.includes(filter)),
    );
  const frame = readFileSync("storybook-static/iframe.html", "utf8");
  const pages = {
    "/stories": page,
    "/story.html": frame.replace("<head>", `<head>${script("storyFrame.js")}`),
  };
  const server = await serve("storybook-static", {}, pages);
  let failed = 0;
  try {
    await driver.open(`${server.url}/stories`);
    await driver.resize(800, 800);
    for (const { id, tags } of stories) {
      const start = Date.now();
      const errors = /** @type {string[]} */ (
        await driver.evaluate(
          // What a story does may depend on which code has come before.
          `runStory("${id}", ${tags.includes("play-fn")})`,
        )
      );
      if (process.env["SLOW"] && Date.now() - start > Number(process.env["SLOW"])) log(`${id} ${Date.now() - start}`);
      if (errors.length === 0) continue;
      failed++;
      log(`✗ ${id}\n  ${errors.join("\n  ")}`);
    }
  } finally {
    server.close();
  }
  return { passed: stories.length - failed, failed };
}

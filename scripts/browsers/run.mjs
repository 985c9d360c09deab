import { launch } from "./driver.mjs";
import { openStories } from "./stories.mjs";

/** Stories whose parts are to be where Chromium has them. */
const MEASURED = "widgets-";

/**
 * Runs every story of the built Storybook in a browser.
 * @param {string} browser
 * @param {Awaited<ReturnType<typeof measureInChromium>>} expected
 * @returns {Promise<{ passed: number, failed: string[] }>} ids of those that failed
 */
export async function runStories(browser, expected) {
  const driver = await launch(browser);
  const { stories, run, compare, close } = await openStories(driver);
  /** @type {string[]} */
  const failed = [];
  try {
    for (const story of stories) {
      const errors = await run(story);
      const boxes = expected.get(story.id);
      if (boxes && errors.length === 0)
        errors.push(...(await compare(boxes, browser)));
      if (errors.length === 0) continue;
      failed.push(story.id);
      console.log(`✗ ${browser}: ${story.id}\n  ${errors.join("\n  ")}`);
    }
  } finally {
    close();
    await driver.close();
  }
  return { passed: stories.length - failed.length, failed };
}

/** Where Chromium has the parts of the stories that are measured, by their ids. */
export async function measureInChromium() {
  /** @type {Map<string, import("./stories.mjs").Box[]>} */
  const boxes = new Map();
  const driver = await launch("chromium");
  const { stories, run, measure, close } = await openStories(driver, [
    MEASURED,
  ]);
  try {
    for (const story of stories) {
      await run(story);
      // The second time it is whole from the start: its code is there.
      await run(story);
      boxes.set(story.id, await measure());
    }
  } finally {
    close();
    await driver.close();
  }
  return boxes;
}

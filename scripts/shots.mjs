// Pictures of stories: node scripts/shots.mjs [filter …] [--build]
//   [--out .shots] [--widths 390,800] [--schemes light,dark]
// A filter is part of a story's id or title; without one all are taken.
import { execSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "./chromium.mjs";
import { serve } from "./serve.mjs";

/** The narrowest screen that nothing may overflow. */
const NARROW = 320;

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: {
    build: { type: "boolean", default: false },
    out: { type: "string", default: ".shots" },
    widths: { type: "string", default: "390,800" },
    schemes: { type: "string", default: "light,dark" },
  },
});
const widths = options.widths.split(",").map(Number);
const schemes = options.schemes.split(",");

if (options.build || !existsSync("storybook-static/index.json")) {
  execSync("npm run --silent storybook:build", { stdio: "inherit" });
}
mkdirSync(options.out, { recursive: true });

/** @typedef {{ id: string, title: string, name: string, type: string, tags: string[] }} Story */
/** @type {{ entries: Record<string, Story> }} */
const index = JSON.parse(readFileSync("storybook-static/index.json", "utf8"));
const stories = Object.values(index.entries)
  .filter(({ type }) => type === "story")
  .filter(
    ({ id, title }) =>
      filters.length === 0 ||
      filters.some((filter) =>
        `${id} ${title}`.toLowerCase().includes(filter.toLowerCase()),
      ),
  );
if (stories.length === 0) throw new Error("No story matches.");

const server = await serve("storybook-static");
const browser = await chromium.launch({
  executablePath: requireChromium(),
  chromiumSandbox: false,
  args: chromiumArgs,
});
const context = await browser.newContext({
  deviceScaleFactor: 2,
  reducedMotion: "reduce",
  locale: "en-US",
  timezoneId: "UTC",
});

const queue = [...stories];
await Promise.all([drawQueue(), drawQueue()]);
await browser.close();
server.close();
console.log(`${stories.length} stories in ${options.out}`);

async function drawQueue() {
  for (let story = queue.shift(); story; story = queue.shift()) {
    await takeShot(story);
  }
}

/** @param {Story} story */
async function takeShot(story) {
  /** @type {{ file: string, width: number, label: string }[]} */
  const shots = [];
  const overflowing = new Set();
  for (const scheme of schemes) {
    let page = await open(story, scheme);
    for (const [i, width] of [...widths, NARROW].entries()) {
      // What `play` opened may close when its window changes.
      if (i > 0 && story.tags.includes("play-fn")) {
        await page.close();
        page = await open(story, scheme, width);
      }
      await page.setViewportSize({ width, height: 800 });
      await settle(page);
      const overflows = await page.evaluate(
        () => (document.scrollingElement?.scrollWidth ?? 0) > innerWidth,
      );
      if (overflows) overflowing.add(width);
      if (!widths.includes(width)) continue;
      const file = join(options.out, `${story.id}-${scheme}-${width}.png`);
      await page.screenshot({
        path: file,
        fullPage: true,
        animations: "disabled",
        clip: await page.evaluate(area),
      });
      shots.push({ file, width, label: `${scheme} ${width}` });
    }
    await page.close();
  }
  for (const width of overflowing)
    console.log(`overflow: ${story.id} ${width}`);
  await contactSheet(story, shots);
}

/**
 * @param {Story} story
 * @param {string} scheme
 */
async function open(story, scheme, width = widths[0] ?? NARROW) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 800 });
  page.on("pageerror", (error) => {
    console.log(`error: ${story.id} ${error.message}`);
  });
  // axe is for the tests; here it would only take time.
  const globals = `scheme:${scheme};a11y.manual:!true`;
  await page.goto(
    `${server.url}/iframe.html?viewMode=story&id=${story.id}&globals=${globals}`,
    { waitUntil: "networkidle" },
  );
  const state = await page
    .waitForFunction(
      () => {
        const phase = /** @type {any} */ (window).__STORYBOOK_PREVIEW__
          ?.currentRender?.phase;
        return ["finished", "errored", "aborted"].includes(phase) && phase;
      },
      undefined,
      { timeout: 15_000 },
    )
    .then((handle) => handle.jsonValue())
    .catch(() => "not finished in 15 s");
  if (state !== "finished") {
    process.exitCode = 1;
    console.log(`error: ${story.id} ${state}`);
  }
  return page;
}

/** @param {import("playwright").Page} page */
async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
  });
}

/** Where the story is, with the popovers that it opened outside its root. */
function area() {
  const boxes = [...document.querySelectorAll("#storybook-root, .wr-portal")]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
  const margin = 16;
  const left = Math.min(...boxes.map((box) => box.left)) - margin;
  const top = Math.min(...boxes.map((box) => box.top)) - margin;
  const right = Math.max(...boxes.map((box) => box.right)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + margin;
  const x = Math.max(0, left + scrollX);
  const y = Math.max(0, top + scrollY);
  return { x, y, width: right + scrollX - x, height: bottom + scrollY - y };
}

/**
 * @param {Story} story
 * @param {{ file: string, width: number, label: string }[]} shots
 */
async function contactSheet(story, shots) {
  const page = await browser.newPage();
  const figures = shots.map(({ file, width, label }) => {
    const data = readFileSync(file).toString("base64");
    return `<figure><figcaption>${label}</figcaption><img width="${width}" src="data:image/png;base64,${data}"></figure>`;
  });
  await page.setContent(`<style>
    body { margin: 0; padding: 16px; width: max-content; background: #e5e5e5; font: 13px system-ui; }
    main { display: grid; grid-template-columns: repeat(${widths.length}, max-content); gap: 16px; }
    figure { margin: 0; } img { display: block; margin-top: 4px; }
    </style><h1>${story.title} / ${story.name}</h1><main>${figures.join("")}</main>`);
  const sheet = page.locator("body");
  await sheet.screenshot({ path: join(options.out, `${story.id}.png`) });
  await page.close();
}

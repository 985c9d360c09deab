// Pictures of stories: node scripts/shots.mjs [filter …] [--build]
//   [--out .shots] [--widths 390,800] [--schemes light,dark]
// A filter is part of a story's id or title; without one all are taken.
import { execSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeSheet, writePng } from "./looks/sheet.mjs";
import { readPicture } from "./renders/readPicture.mjs";
import { openRenderer } from "./renders/render.mjs";

/** The narrowest screen that nothing may overflow. */
const NARROW = 320;
/** Between the pictures of a sheet, in pixels. */
const GAP = 32;

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

/** What is wider than its page. @type {Set<string>} */
const overflowing = new Set();
const renderer = await openRenderer("storybook-static", {
  filters,
  scale: 2,
  views: [...new Set([...widths, NARROW])].flatMap((width) =>
    schemes.map((scheme) => ({ scheme, width })),
  ),
  read: async (page, story, { width }) => {
    const overflows = await page.evaluate(
      () => (document.scrollingElement?.scrollWidth ?? 0) > innerWidth,
    );
    if (overflows) overflowing.add(`${story.id} ${width}`);
    return widths.includes(width) ? readPicture(page) : undefined;
  },
  onError: (id, message) => {
    if (message === "errored") process.exitCode = 1;
    console.log(`error: ${id} ${message}`);
  },
});
if (renderer.stories.length === 0) throw new Error("No story matches.");
await renderer.all(async (id, pictures) => {
  const taken = Object.entries(pictures).flatMap(([view, picture]) =>
    picture ? [{ view, picture }] : [],
  );
  for (const { view, picture } of taken) {
    const file = `${id}-${view.replace(" ", "-")}.png`;
    writeFileSync(join(options.out, file), picture);
  }
  const sheet = await makeSheet(
    taken.map(({ picture }) => picture),
    GAP,
  );
  await writePng(sheet, join(options.out, `${id}.png`));
});
await renderer.close();
for (const name of overflowing) console.log(`overflow: ${name}`);
console.log(`${renderer.stories.length} stories in ${options.out}`);

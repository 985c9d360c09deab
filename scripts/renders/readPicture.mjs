/** What is left free around the story in a picture, in px. */
const MARGIN = 16;

/**
 * The picture of a page: of its story with the popovers that it opened.
 * @param {import("playwright").Page} page
 * @param {{ wide?: boolean }} [options] Wide pictures begin in the corner of the page, and
 *   are as wide as its window, whatever the story is.
 * @returns {Promise<Buffer>} a PNG
 */
export async function readPicture(page, { wide = false } = {}) {
  return page.screenshot({
    fullPage: true,
    animations: "disabled",
    clip: await page.evaluate(areaOf, { wide, margin: MARGIN }),
  });
}

/**
 * Where the picture is, once all of it is there. It runs in the page, so it uses nothing
 * from outside.
 * @param {{ wide: boolean, margin: number }} options
 */
async function areaOf({ wide, margin }) {
  // What is outside of the window is rendered and loaded as well.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [sheet];
  await Promise.all(
    Array.from(document.images, (image) => {
      image.loading = "eager";
      // A picture that fails has no pixels to wait for.
      return image.decode().catch(() => undefined);
    }),
  );
  const boxes = [...document.querySelectorAll("#storybook-root, .wr-portal")]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
  const right = Math.max(...boxes.map((box) => box.right)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + margin;
  if (wide) {
    const height = Math.max(1, Math.ceil(bottom + scrollY));
    return { x: 0, y: 0, width: innerWidth, height };
  }
  const left = Math.min(...boxes.map((box) => box.left)) - margin;
  const top = Math.min(...boxes.map((box) => box.top)) - margin;
  const x = Math.max(0, left + scrollX);
  const y = Math.max(0, top + scrollY);
  return { x, y, width: right + scrollX - x, height: bottom + scrollY - y };
}

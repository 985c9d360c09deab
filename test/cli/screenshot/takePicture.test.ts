// @vitest-environment node
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requireChromium } from "../../../scripts/chromium.mjs";
import {
  startChrome,
  type Chrome,
} from "../../../src/cli/screenshot/chrome.js";
import {
  createCamera,
  type Look,
  type Picture,
} from "../../../src/cli/screenshot/takePicture.js";

/** A page as the package has one, with a coloured box for a widget. */
const page = `<!doctype html>
<style>
  body { margin: 0 }
  .wr-root { margin-top: 7px; background: rgb(0 128 0) }
  @media (prefers-color-scheme: dark) { .wr-root { background: rgb(0 0 128) } }
</style>
<div id="widget"></div>
<script type="module">
  const { height, image } = await (await fetch("/widget.json")).json();
  const box = document.createElement("div");
  box.className = "wr-root";
  box.style.height = height + "px";
  document.querySelector("#widget").append(box);
  if (image) {
    const element = new Image();
    element.src = image;
    await element.decode().catch(() => {});
  }
  globalThis.isRendered = true;
</script>
<script>
  globalThis.settled = async () => {
    while (!globalThis.isRendered) await new Promise(requestAnimationFrame);
  };
  globalThis.fullHeight = () => document.documentElement.scrollHeight;
  globalThis.boxOfWidget = () => {
    const { x, y, width, height } = document.querySelector(".wr-root").getBoundingClientRect();
    return { x, y, width, height: Math.ceil(height) };
  };
</script>`;

let chrome: Chrome;
let take: (widget: object, look: Look) => Promise<Picture>;

beforeAll(async () => {
  chrome = await startChrome(requireChromium());
  take = await createCamera(chrome, async (path) =>
    path === "/widget.html"
      ? { type: "text/html", body: Buffer.from(page) }
      : undefined,
  );
});

afterAll(() => chrome.close());

/** Size and colour of a picture, and whether it has that colour alone. */
function read({ png }: Picture) {
  const { width, height, data } = PNG.sync.read(png);
  const colour = data.subarray(0, 3);
  let isPlain = true;
  for (let at = 0; at < data.length; at += 4) {
    if (!data.subarray(at, at + 3).equals(colour)) isPlain = false;
  }
  return { width, height, colour: [...colour], isPlain };
}

test.for<[Look, height: number, colour: number[]]>([
  [{ width: 390, theme: "light" }, 100, [0, 128, 0]],
  [{ width: 390, theme: "dark" }, 100, [0, 0, 128]],
  [{ width: 120, theme: "light" }, 3000, [0, 128, 0]],
])(
  "a picture of %j is the widget alone, %i px high",
  async ([look, height, colour]) => {
    const picture = await take({ height }, look);
    expect(picture).toMatchObject({
      width: look.width,
      height,
      isCut: false,
      blocked: 0,
    });
    expect(read(picture)).toEqual({
      width: look.width * 2,
      height: height * 2,
      colour,
      isPlain: true,
    });
  },
);

test("a widget that is too high for a picture is cut, and says so", async () => {
  const picture = await take({ height: 20_000 }, { width: 50, theme: "light" });
  expect(picture).toMatchObject({ height: 7993, isCut: true });
  expect(read(picture)).toMatchObject({
    width: 100,
    height: 15_986,
    isPlain: true,
  });
});

test("a widget that ends within a px is whole", async () => {
  const picture = await take({ height: 900.4 }, { width: 50, theme: "light" });
  expect(picture).toMatchObject({ height: 901, isCut: false });
});

test("what is elsewhere is not loaded, and is counted", async () => {
  const image = "https://example.com/picture.png";
  const picture = await take(
    { height: 10, image },
    { width: 50, theme: "light" },
  );
  expect(picture.blocked).toBe(1);
});

test.for([
  ["/no/such/browser", "does not start"],
  [process.platform === "win32" ? "hostname" : "/bin/false", "does not answer"],
])("the browser %s says why it is none: %s", async ([path = "", message]) => {
  await expect(startChrome(path)).rejects.toThrow(message);
});

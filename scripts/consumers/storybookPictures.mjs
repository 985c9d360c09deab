import { join } from "node:path";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../chromium.mjs";

/**
 * The pictures of docs/previewing.md, of a built Storybook with our widgets:
 * `PICTURES=docs node scripts/consumers.mjs storybook-addon`.
 * @param {string} url
 * @param {string} folder
 */
export async function takeStorybookPictures(url, folder) {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    chromiumSandbox: false,
    args: chromiumArgs,
  });
  /**
   * @param {"light" | "dark"} colorScheme
   * @param {string} query
   * @param {number} [width]
   */
  const open = async (colorScheme, query, width = 880) => {
    const page = await browser.newPage({
      viewport: { width, height: 680 },
      colorScheme,
      reducedMotion: "reduce",
    });
    await page.goto(`${url}/?path=/story/widgets-poll--default${query}`);
    const story = page.frameLocator("#storybook-preview-iframe");
    await story.getByRole("radio").first().waitFor();
    return { page, story };
  };

  const { page, story } = await open("light", "");
  await page.getByRole("tab", { name: /^Actions/ }).click();
  await story.getByRole("radio").nth(1).check();
  await story.getByRole("button", { name: "Vote" }).click();
  await page.getByText("poll.vote ·").waitFor();
  await page.screenshot({ path: join(folder, "storybook.png") });

  const wrong = await open(
    "dark",
    "&nav=false&args=hint:!null&globals=widgetScheme:dark;widgetWidth:320px",
    680,
  );
  await wrong.page.getByRole("tab", { name: /^Widget/ }).click();
  await wrong.page.getByText("the data (/hint)").waitFor();
  // The line below a tab moves.
  await wrong.page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished)),
  );
  await wrong.page.screenshot({ path: join(folder, "storybook-problems.png") });
  await browser.close();
}

// Looks at a page with the gallery: computed styles and pictures of every scene
// and of the popups in it, and what the console said.
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../chromium.mjs";
import { popups } from "./gallery.mjs";
import { compareStyles, comparePictures } from "./compare.mjs";
import { readStyles } from "./readStyles.mjs";

/**
 * @typedef {import("./readStyles.mjs").Styles} Styles
 * @typedef {{ styles: Styles, picture: Buffer }} Sight
 * @typedef {Map<string, Sight>} Sights by name: "dark", "dark, prop-light Select"
 * @typedef {import("playwright").Page} Page
 */

/** However slow the machine is; nothing waits that long on one that is not. */
const patience = 120_000;
/** A page that differs is looked at again for so long: it may still be loading. */
const doubt = 10_000;

/** What the page's scheme may be set by. */
const scenes = /** @type {const} */ ([
  { name: "light", media: "light", class: "", style: "" },
  // By the app's own CSS.
  { name: "dark", media: "dark", class: "follows", style: "" },
  // As next-themes does.
  { name: "inline dark", media: "light", class: "", style: "dark" },
  { name: "inline light", media: "dark", class: "follows", style: "light" },
]);

/** @type {import("playwright").Browser | undefined} */
let browser;

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

/**
 * An empty page, and what goes wrong in it.
 * @param {RegExp} [allowed] what the console may say
 */
export async function openPage(allowed) {
  if (!browser?.isConnected())
    browser = await chromium.launch({
      executablePath: requireChromium(),
      chromiumSandbox: false,
      args: chromiumArgs,
    });
  const context = await browser.newContext({
    viewport: { width: 800, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "UTC",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  // The calendar marks today.
  await page.clock.setFixedTime(new Date("2026-03-14T12:00:00Z"));
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
  page.on("console", (message) => {
    // Chromium also logs what breaks the Content-Security-Policy.
    if (!["error", "warning"].includes(message.type())) return;
    const text = message.text();
    if (!allowed?.test(text)) faults.push(`console: ${text}`);
  });
  page.on("response", (response) => {
    if (response.status() < 400) return;
    faults.push(`${response.status()} for ${response.url()}`);
  });
  return { page, faults };
}

/**
 * @typedef {object} LookOptions
 * @property {Sights} [reference] what the page is to look like
 * @property {string[]} [only] names of scenes
 * @property {RegExp} [allowed] what the console may say
 * @property {boolean} [pictures]
 * @property {string} [hide] a selector of what a dev server shows over the page
 */

/**
 * @param {string} url
 * @param {LookOptions} [options]
 */
export async function look(url, options = {}) {
  const { reference, only, allowed, pictures = true } = options;
  const { page, faults } = await openPage(allowed);
  /** @type {Sights} */
  const sights = new Map();
  /**
   * @param {string} name
   * @param {import("playwright").Locator} picture
   * @param {string} selector
   */
  const see = async (name, picture, selector) => {
    const expected = reference?.get(name);
    // Once it has turned out to differ, it is what it is.
    const end = Date.now() + (faults.length > 0 ? 0 : doubt);
    for (;;) {
      await settle(page);
      /** @type {Styles} */
      const styles = JSON.parse(await page.evaluate(readStyles, selector));
      // Nothing is put into the page for it, which a policy might refuse.
      const png = pictures
        ? await picture.screenshot({ caret: "initial" })
        : Buffer.of();
      const differences = expected
        ? [
            ...compareStyles(styles, expected.styles),
            ...(pictures ? comparePictures(png, expected.picture) : []),
          ]
        : [];
      if (differences.length === 0 || Date.now() > end) {
        sights.set(name, { styles, picture: png });
        faults.push(...differences.map((text) => `${name}: ${text}`));
        return;
      }
    }
  };

  try {
    await page.goto(url);
    await page.locator("[data-part]").first().waitFor();
    if (options.hide) {
      await page.addStyleTag({
        content: `${options.hide} { display: none !important }`,
      });
    }
    for (const scene of scenes) {
      if (only && !only.includes(scene.name)) continue;
      await page.emulateMedia({ colorScheme: scene.media });
      await page.evaluate(({ class: name, style }) => {
        const { classList, style: inline } = document.documentElement;
        classList.toggle("follows", name === "follows");
        inline.colorScheme = style;
      }, scene);
      await see(scene.name, page.locator(".gallery"), "[data-part]");
      // They follow the element that they belong to: two show it for a scheme inline.
      const some = scene.style ? popups.slice(1, 3) : popups;
      for (const [part, type] of some) {
        const name = `${scene.name}, ${type} of ${part}`;
        if (reference && !reference.has(name)) continue;
        const popup = page.locator(".wr-Popover");
        const trigger = page
          .locator(`[data-part="${part}"] .wr-${type} .wr-Trigger`)
          .first();
        await hydrated(trigger);
        await trigger.click();
        await popup.waitFor();
        await see(name, popup, ".wr-portal");
        await page.keyboard.press("Escape");
        await popup.waitFor({ state: "detached" });
      }
    }
  } catch (error) {
    faults.push(`look: ${String(error)}`);
  }
  // There is none left to close when the browser broke down.
  await page
    .context()
    .close()
    .catch(() => undefined);
  return { sights, faults };
}

/** Every part of the gallery has its code, its pictures and its final look. */
async function settle(/** @type {Page} */ page) {
  // A picture loads as it comes near the view. An attribute that makes it load at once
  // would be a mismatch for React, which may yet hydrate the part of the page around it.
  const end = Date.now() + patience;
  let hasScrolled = false;
  for (;;) {
    const state = await page.waitForFunction(() => {
      const waiting = [...document.images].find((image) => !image.complete);
      waiting?.scrollIntoView();
      if (waiting) return "scrolled";
      return (
        !document.querySelector(".wr-Markdown-source") &&
        [...document.querySelectorAll(".wr-Chart")].every((chart) =>
          chart.querySelector("svg"),
        ) &&
        document
          .getAnimations()
          .every(({ effect }) => effect?.getTiming().iterations === Infinity) &&
        "settled"
      );
    });
    if ((await state.jsonValue()) === "settled") break;
    if (Date.now() > end) throw new Error("A picture does not load.");
    hasScrolled = true;
  }
  // No page has an element that is scrolled, unless it was scrolled for a picture.
  if (hasScrolled) {
    await page.evaluate(() => {
      for (const element of document.querySelectorAll("*")) {
        element.scrollTo(0, 0);
      }
    });
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** A click on what the server sent alone would be lost. */
export async function hydrated(
  /** @type {import("playwright").Locator} */ element,
) {
  await element.waitFor();
  const handle = await element.elementHandle();
  await element
    .page()
    .waitForFunction(
      (node) => Object.keys(node ?? {}).some((it) => it.startsWith("__react")),
      handle,
    );
}

import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { commands, page, server, userEvent } from "vitest/browser";
import { button } from "../helpers/queries.js";
import { loaded } from "../helpers/loaded.js";
import { storyWidgets } from "../helpers/storyWidgets.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

/** What some of them become when they are used. */
const used: [what: string, widget: string, use: () => Promise<unknown>][] = [
  [
    "sent without what it requires",
    "create-account",
    () => button("Create account").click(),
  ],
  [
    "with its options open",
    "product-card",
    async () => {
      await page.getByRole("combobox", { name: "Colour" }).click();
      await expect.element(page.getByRole("listbox")).toBeVisible();
    },
  ],
  [
    "with a day unfolded",
    "travel-itinerary",
    () => button("Fri, Nov 20 · Guimarães").click(),
  ],
  [
    "with the values of a row",
    "sales-trend",
    async () => {
      await userEvent.tab();
      await userEvent.tab();
      await userEvent.keyboard("{End}");
    },
  ],
];

// Playwright reads the tree, and drives Chromium alone.
describe.skipIf(server.browser !== "chromium")("the accessibility tree", () => {
  test.for(storyWidgets)("of %s is as reviewed", async ([name, widget]) => {
    await render(<main>{widgetElement(widget)}</main>);
    await loaded();
    const tree = await commands.ariaSnapshot("main");
    await expect(`${tree}\n`).toMatchFileSnapshot(`accessibility/${name}.txt`);
  });

  test.for(used)("%s of %s is as reviewed", async ([what, name, use]) => {
    const [, widget] = storyWidgets.find(([one]) => one === name)!;
    await render(<main>{widgetElement(widget)}</main>);
    await loaded();
    await use();
    const tree = await commands.ariaSnapshot("body");
    await expect(`${tree}\n`).toMatchFileSnapshot(
      `accessibility/${name}.${what.replaceAll(" ", "-")}.txt`,
    );
  });
});

import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { find, rootElement } from "../helpers/queries.js";
import { widgetAtWidth } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

test("a row that no code watches scrolls to what does not fit", async () => {
  const widget: WidgetNode = {
    type: "Row",
    children: ["First", "Last"].map((value) => ({
      type: "Box",
      width: 280,
      children: [{ type: "Text", value }],
    })),
  };
  await render(widgetAtWidth(300, widget));
  rootElement().setAttribute("data-unwatched", "");
  await expect.element(page.getByText("First")).toBeVisible();
  const row = find(".wr-Row");
  row.removeAttribute("data-more");
  row.scrollLeft = row.scrollWidth;
  expect(getComputedStyle(row).overflowX).toBe("auto");
  expect(row.scrollLeft).toBeGreaterThan(0);
});

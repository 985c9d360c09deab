import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Title", () => {
  test.each([2, 4] as const)(
    "is a heading of the host's level %i",
    async (level) => {
      await render(
        widgetElement(
          { type: "Title", value: "Orders" },
          { headingLevel: level },
        ),
      );
      await expect
        .element(page.getByRole("heading", { name: "Orders", level }))
        .toBeVisible();
    },
  );
});

import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { styleOf } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Caption", () => {
  test("is smaller and paler than a Text", async () => {
    await render(
      widgetElement({
        type: "Col",
        children: [
          { type: "Text", value: "Text" },
          { type: "Caption", value: "Caption" },
        ],
      }),
    );
    const text = styleOf(page.getByText("Text").element());
    const caption = styleOf(page.getByText("Caption").element());
    expect(parseFloat(caption.fontSize)).toBeLessThan(
      parseFloat(text.fontSize),
    );
    expect(caption.color).not.toBe(text.color);
  });
});

import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { boxOf } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Col", () => {
  test("has its children below each other, with the gap between them", async () => {
    await render(
      widgetElement({
        type: "Col",
        gap: 3,
        children: [
          { type: "Text", value: "First" },
          { type: "Text", value: "Second" },
        ],
      }),
    );
    const first = boxOf(page.getByText("First").element());
    const second = boxOf(page.getByText("Second").element());
    expect(second.top - first.bottom).toBe(12);
    expect(second.left).toBe(first.left);
  });
});

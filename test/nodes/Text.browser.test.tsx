import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { boxOf } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Text", () => {
  test("numbers are texts; line breaks of a Text stay; minLines keeps room", async () => {
    const { container } = await render(
      widgetElement({
        type: "Col",
        children: [
          { type: "Text", value: 1250 },
          { type: "Title", value: 7 },
          { type: "Caption", value: 0 },
          { type: "Text", value: "two\nlines" },
          { type: "Text", value: "kept", minLines: 3 },
          { type: "Text", value: "", minLines: 2 },
          { type: "Text", value: "" },
          { type: "Text", value: "wide", width: 300 },
        ],
      }),
    );
    await expect.element(page.getByText("1250")).toBeVisible();
    await expect
      .element(page.getByRole("heading", { name: "7" }))
      .toBeVisible();
    await expect.element(page.getByText("0", { exact: true })).toBeVisible();
    expect(boxOf(page.getByText("two").element()).height).toBe(48);
    expect(boxOf(page.getByText("kept").element()).height).toBe(72);
    expect(boxOf(page.getByText("wide").element()).width).toBe(300);
    expect(container.querySelectorAll(".wr-Text")).toHaveLength(5);
  });
});

import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { boxOf } from "../helpers/queries.js";
import { widgetAtWidth } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Spacer", () => {
  test("takes the free room of a row", async () => {
    const { container } = await render(
      widgetAtWidth(200, {
        type: "Row",
        gap: 0,
        children: [
          { type: "Box", size: 40 },
          { type: "Spacer" },
          { type: "Box", size: 40 },
        ],
      }),
    );
    expect(boxOf(container.querySelector(".wr-Spacer")!).width).toBe(120);
  });

  test("is never smaller than minSize", async () => {
    const { container } = await render(
      widgetAtWidth(200, {
        type: "Row",
        gap: 0,
        children: [
          { type: "Box", width: 190, height: 40 },
          { type: "Spacer", minSize: 30 },
        ],
      }),
    );
    expect(
      boxOf(container.querySelector(".wr-Spacer")!).width,
    ).toBeGreaterThanOrEqual(30);
  });
});

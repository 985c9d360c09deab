import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { boxOf, styleOf } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Badge", () => {
  test.each([
    ["sm", 20],
    ["md", 22],
    ["lg", 24],
  ] as const)("of size %s is %i px high", async (size, px) => {
    const { container } = await render(
      widgetElement({ type: "Badge", label: "New", size }),
    );
    expect(boxOf(container.querySelector(".wr-Badge")!).height).toBe(px);
  });

  test("is fully rounded unless pill is false", async () => {
    const { container } = await render(
      widgetElement({
        type: "Row",
        children: [
          { type: "Badge", label: "Round" },
          { type: "Badge", label: "Square", pill: false },
        ],
      }),
    );
    const [round, square] = Array.from(
      container.querySelectorAll(".wr-Badge"),
      (badge) => parseFloat(styleOf(badge).borderTopLeftRadius),
    );
    expect(round).toBeGreaterThanOrEqual(10);
    expect(square).toBeLessThan(10);
  });

  test("its label is in one line", async () => {
    await render(
      <div style={{ width: 60 }}>
        {widgetElement({ type: "Badge", label: "Out for delivery" })}
      </div>,
    );
    const label = page.getByText("Out for delivery").element();
    expect(boxOf(label).height).toBeLessThanOrEqual(20);
  });
});

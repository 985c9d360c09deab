import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { boxOf } from "../helpers/queries.js";
import { widgetAtWidth } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Divider", () => {
  test.each([
    ["Col", { width: 200, height: 1 }],
    ["Row", { width: 1, height: 40 }],
  ] as const)("in a %s is a line from side to side", async (type, size) => {
    await render(
      widgetAtWidth(200, {
        type,
        children: [{ type: "Box", size: 40 }, { type: "Divider" }],
      }),
    );
    const line = page.getByRole("separator").element();
    const { width, height } = boxOf(line);
    expect({ width, height }).toEqual(size);
    expect(line.getAttribute("aria-orientation")).toBe(
      type === "Row" ? "vertical" : null,
    );
  });
});

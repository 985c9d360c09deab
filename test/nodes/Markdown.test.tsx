import { describe, expect, test } from "vitest";
import type { WidgetNode } from "../../src/index.js";
import { renderOnServer, testInvalidProps } from "../helpers/unit.js";

describe("Markdown", () => {
  testInvalidProps([[{ type: "Markdown", value: {} }, "/value", /text/]]);

  test("Markdown is its words before it is loaded", () => {
    const element = renderOnServer({
      type: "Markdown",
      id: "m",
      streaming: true,
      value:
        "# Trip\n\nTwo **days** in [Porto](https://example.com)\n- old town",
    });
    const node = element.querySelector(".wr-Markdown");
    expect(node).toHaveAttribute("data-node-id", "m");
    expect(node).toHaveAttribute("data-streaming", "");
    expect(node?.textContent).toBe("Trip\n\nTwo days in Porto\n• old town");
  });

  test.each([
    [42, "42"],
    [null, undefined],
    ["", undefined],
    [["a"], undefined],
  ])("Markdown of %j reads %j", (value, text) => {
    const element = renderOnServer({ type: "Markdown", value } as WidgetNode);
    expect(element.querySelector(".wr-Markdown")?.textContent).toBe(text);
  });
});

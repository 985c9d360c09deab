import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { styleOf } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Basic", () => {
  test("has no border, background or padding", async () => {
    const { container } = await render(
      widgetElement({
        type: "Basic",
        children: [{ type: "Text", value: "Text" }],
      }),
    );
    const style = styleOf(container.querySelector(".wr-Basic")!);
    expect(style.borderTopWidth).toBe("0px");
    expect(style.backgroundColor).toBe("rgba(0, 0, 0, 0)");
    expect(style.paddingTop).toBe("0px");
  });
});

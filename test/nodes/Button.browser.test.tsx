import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { slowHandler } from "../helpers/slowHandler.js";
import "../../src/styles/index.css";

const buttonJson = (label: string): WidgetNode => ({
  type: "Button",
  key: label,
  label,
  onClickAction: { type: label },
});

describe("Button", () => {
  test("a button shows that its action runs, and does not dispatch it again", async () => {
    const { handler, end } = slowHandler(false);
    await render(
      <WidgetRenderer
        sendAction={handler}
        widget={{
          type: "Row",
          children: [buttonJson("Save"), buttonJson("Other")],
        }}
      />,
    );
    const save = page.getByRole("button", { name: "Save" });
    const width = save.element().getBoundingClientRect().width;
    await save.click();
    await expect.element(save).toHaveAttribute("aria-busy", "true");
    expect(save.element().getBoundingClientRect().width).toBe(width);
    await save.click();
    expect(handler).toHaveBeenCalledTimes(1);
    await page.getByRole("button", { name: "Other" }).click();
    expect(handler).toHaveBeenCalledTimes(2);
    end();
    await expect.element(save).not.toHaveAttribute("aria-busy");
    await save.click();
    expect(handler).toHaveBeenCalledTimes(3);
  });
});

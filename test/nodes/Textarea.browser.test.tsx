import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import type { WidgetNode } from "../../src/index.js";
import { styleOf, textbox } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector("#no-field-sizing")?.remove();
});

const autosized = (defaultValue: string): WidgetNode => ({
  type: "Textarea",
  name: "a",
  rows: 2,
  maxRows: 4,
  autoResize: true,
  defaultValue,
});

/** As in a browser that does not know the property. */
function withoutFieldSizing() {
  vi.spyOn(CSS, "supports").mockReturnValue(false);
  const style = document.createElement("style");
  style.id = "no-field-sizing";
  style.textContent =
    ".wr-Control, .wr-Text-field { field-sizing: fixed !important }";
  document.head.append(style);
}

describe("Textarea", () => {
  test("a Textarea's pattern speaks the host's language", async () => {
    await render(
      widgetElement(
        { type: "Textarea", name: "a", pattern: "\\d+", defaultValue: "x" },
        { labels: { patternMismatch: "Nur Ziffern" } },
      ),
    );
    const field = textbox("a").element() as HTMLTextAreaElement;
    expect(field.validationMessage).toBe("Nur Ziffern");
    await textbox("a").fill("12");
    expect(field.validity.valid).toBe(true);
    await textbox("a").fill("");
    expect(field.validity.valid).toBe(true);
  });

  test.each([
    ["by the browser", () => undefined],
    ["measured", withoutFieldSizing],
  ])("autoResize grows up to maxRows, then scrolls: %s", async (_, prepare) => {
    prepare();
    await render(widgetElement(autosized("one")));
    const element = textbox("a").element();
    const height = () => element.getBoundingClientRect().height;
    expect(height()).toBe(2 * 20 + 12);
    await textbox("a").fill("1\n2\n3");
    await expect.poll(height).toBe(3 * 20 + 12);
    await textbox("a").fill("1\n2\n3\n4\n5\n6");
    await expect.poll(height).toBe(4 * 20 + 12);
    expect(element.scrollHeight).toBeGreaterThan(element.clientHeight);
    await textbox("a").fill("");
    await expect.poll(height).toBe(2 * 20 + 12);
  });

  test("a measured field follows its width", async () => {
    withoutFieldSizing();
    const onError = vi.fn();
    window.addEventListener("error", onError, { once: true });
    const { container } = await render(
      widgetElement(autosized("some words that wrap")),
    );
    const element = textbox("a").element();
    expect(element.getBoundingClientRect().height).toBe(2 * 20 + 12);
    container.style.width = "70px";
    await expect
      .poll(() => element.getBoundingClientRect().height)
      .toBe(4 * 20 + 12);
    window.removeEventListener("error", onError);
    expect(onError).not.toHaveBeenCalled();
  });

  test("a measured field that stops growing is as high as its rows", async () => {
    withoutFieldSizing();
    const { rerender } = await render(widgetElement(autosized("1\n2\n3")));
    const element = textbox("a").element();
    const height = () => element.getBoundingClientRect().height;
    await expect.poll(height).toBe(3 * 20 + 12);
    await rerender(
      widgetElement({
        ...autosized("1\n2\n3"),
        autoResize: false,
      } as WidgetNode),
    );
    await expect.poll(height).toBe(2 * 20 + 12);
  });

  test("without autoResize a Textarea keeps its height, and has no handle", async () => {
    await render(
      widgetElement({
        type: "Textarea",
        name: "a",
        defaultValue: "1\n2\n3\n4\n5",
      }),
    );
    const element = textbox("a").element();
    expect(element.getBoundingClientRect().height).toBe(3 * 20 + 12);
    expect(styleOf(element).resize).toBe("none");
  });
});

import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { boxOf, styleOf } from "../helpers/queries.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

describe("Box", () => {
  test("without children is a swatch of its size", async () => {
    const { container } = await render(
      widgetElement({
        type: "Box",
        size: 24,
        radius: "full",
        background: "#ff0000",
      }),
    );
    const box = container.querySelector(".wr-Box")!;
    const { width, height } = boxOf(box);
    expect({ width, height }).toEqual({ width: 24, height: 24 });
    expect(styleOf(box).backgroundColor).toBe("rgb(255, 0, 0)");
    expect(parseFloat(styleOf(box).borderTopLeftRadius)).toBeGreaterThanOrEqual(
      12,
    );
  });

  test.each(["maxWidth", "maxHeight", "maxSize"])(
    "%s takes what CSS takes, and no more",
    async (name) => {
      const onError = vi.fn();
      const box = (value: string) =>
        widgetElement({ type: "Box", [name]: value }, { onError });
      const { rerender } = await render(box("none"));
      await rerender(box("min-content"));
      expect(onError).not.toHaveBeenCalled();
      await rerender(box("auto"));
      await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce());
    },
  );
});

import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { renderWidget } from "../helpers/unit.js";

describe("NodeBoundary", () => {
  test("a node that throws disappears alone and comes back with other JSON", () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const Fragile = ({ broken }: { broken?: boolean }) => {
      if (broken) throw new Error("out of tea");
      return <p>mended</p>;
    };
    const widget = (broken: boolean) =>
      ({
        type: "Card",
        children: [
          { type: "Text", value: "before" },
          { type: "Fragile", broken },
          { type: "Text", value: "after" },
        ],
      }) as unknown as WidgetNode;
    const components = { Fragile };
    const { onError, rerender } = renderWidget(widget(true), { components });
    expect(screen.getByText("before")).toBeVisible();
    expect(screen.getByText("after")).toBeVisible();
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        code: "render",
        path: "/children/1",
        cause: new Error("out of tea"),
      }),
    );
    const again = { components, onError };
    rerender(<WidgetRenderer {...again} widget={widget(true)} />);
    expect(screen.queryByText("mended")).toBeNull();
    rerender(<WidgetRenderer {...again} widget={widget(false)} />);
    expect(screen.getByText("mended")).toBeVisible();
  });
});

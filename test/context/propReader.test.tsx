import { render } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { WidgetRenderer, type WidgetError } from "../../src/index.js";
import { renderInCard } from "../helpers/unit.js";

describe("a value that a property cannot have", () => {
  test("is reported again in another node, and not as its node changes", () => {
    const onError = vi.fn<(error: WidgetError) => void>();
    const at = (...values: string[]) => (
      <WidgetRenderer
        widget={{
          type: "Col",
          children: values.map((value) => ({
            type: "Text",
            value,
            size: "medium" as "md",
          })),
        }}
        onError={onError}
      />
    );
    const { rerender } = render(at("a"));
    rerender(at("a b"));
    rerender(at("a b c", "d"));
    expect(onError.mock.calls.map(([{ path }]) => path)).toEqual([
      "/children/0/size",
      "/children/1/size",
    ]);
  });

  test.each([
    { type: "Text", value: null },
    { type: "Text", value: "x", size: null, color: null, unknown: "x" },
    { type: "Text", value: 1 },
    { type: "Button", label: "Go", onClickAction: null, pill: "true" },
    { type: "Box", width: "50%", height: "calc(100% - 4px)", padding: "0 8px" },
    { type: "Box", aspectRatio: "16 / 9", flex: "1 1 0", margin: "auto -4px" },
    { type: "Box", gap: "normal", size: "fit-content", border: { x: 1 } },
    { type: "Box", background: "rgb(1 2 3 / 50%)", radius: "100%" },
    { type: "Card", status: null, confirm: null, children: null },
    { type: "Input", name: "n", pattern: "[a-z0-9_-]+", defaultValue: 1 },
  ])("%j is not reported", (node) => {
    expect(renderInCard(node).reports()).toEqual([]);
  });

  test("every control has a name", () => {
    const options = [{ value: "a", label: "A" }];
    for (const type of "Input Textarea Checkbox RadioGroup Select DatePicker".split(
      " ",
    )) {
      const { container, unmount } = renderInCard({ type, options });
      const control = container.querySelector(
        "input:not([type=radio]), textarea, [role=radiogroup], [role=combobox], button",
      );
      expect(control, type).toHaveAccessibleName();
      unmount();
    }
  });
});

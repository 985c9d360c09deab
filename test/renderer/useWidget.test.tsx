import { act, render, renderHook, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { WidgetRenderer, useWidget, type WidgetNode } from "../../src/index.js";
import { freeze } from "../helpers/freeze.js";

const card = freeze<WidgetNode>({
  type: "Card",
  children: [
    { type: "Title", value: "Draft" },
    { type: "Text", id: "body", value: "Hi" },
  ],
});

describe("useWidget", () => {
  test("a widget follows updates and patches", () => {
    let hook!: ReturnType<typeof useWidget>;
    function Live() {
      hook = useWidget(card);
      return <WidgetRenderer widget={hook.widget} />;
    }
    render(<Live />);
    const { apply, update } = hook;
    act(() =>
      apply({
        type: "widget.streaming_text.value_delta",
        component_id: "body",
        delta: " Harry",
      }),
    );
    expect(screen.getByText("Hi Harry")).toBeVisible();
    act(() => update("body", { value: "Bye", weight: "bold" }));
    expect(screen.getByText("Bye")).toHaveAttribute("data-weight", "bold");
    expect([hook.apply, hook.update]).toEqual([apply, update]);
  });

  test("what no node is called changes nothing", () => {
    const { result } = renderHook(() => useWidget(card));
    act(() => result.current.update("nope", { value: "x" }));
    expect(result.current.widget).toBe(card);
  });

  test("several changes in a row add up", () => {
    const { result } = renderHook(() => useWidget(card));
    const delta = {
      type: "widget.streaming_text.value_delta" as const,
      component_id: "body",
      delta: "!",
    };
    act(() => {
      result.current.apply(delta);
      result.current.apply(delta);
    });
    expect(result.current.widget).toMatchObject({
      children: [{}, { value: "Hi!!" }],
    });
  });
});

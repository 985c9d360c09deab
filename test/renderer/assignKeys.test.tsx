import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { renderWidget } from "../helpers/unit.js";

describe("the keys of siblings", () => {
  test("siblings of the same key are all rendered", () => {
    renderWidget({
      type: "Col",
      children: [
        { type: "Text", key: "a", value: "first" },
        { type: "Text", key: "a", value: "second" },
        { type: "Text", id: "a", value: "third" },
      ],
    });
    expect(screen.getByText("first")).toBeVisible();
    expect(screen.getByText("second")).toBeVisible();
    expect(screen.getByText("third")).toBeVisible();
  });

  test.each([
    [["a", "a", "a 1"]],
    [["a 1", "a", "a"]],
    [["a", "a 1", "a", "a", "a 2"]],
    [["a", "a", "a 1", "a 1", "a 1 1"]],
  ])("the keys %j are different ones, whatever is added to them", (keys) => {
    const error = vi.spyOn(console, "error");
    const nodes = keys.map((key, i) => ({
      type: "Text",
      key,
      value: `text ${i}`,
    }));
    const widget = (children: object[]) =>
      ({ type: "Col", children }) as unknown as WidgetNode;
    const { container, rerender } = renderWidget(widget(nodes));
    for (const children of [nodes.toReversed(), nodes.slice(1), nodes]) {
      rerender(<WidgetRenderer widget={widget(children)} />);
      expect(container.textContent).toBe(
        children.map(({ value }) => value).join(""),
      );
    }
    expect(error).not.toHaveBeenCalled();
  });

  test("a list may have gaps", () => {
    const children: unknown[] = [];
    children[2] = { type: "Text", value: "after" };
    children[4] = undefined;
    const { onError, rerender } = renderWidget({ type: "Col", children });
    expect(screen.getByText("after")).toBeVisible();
    const next = [{ type: "Text", value: "new" }, ...children];
    const widget = { type: "Col", children: next } as unknown as WidgetNode;
    rerender(<WidgetRenderer widget={widget} onError={onError} />);
    expect(screen.getByText("new")).toBeVisible();
    expect(screen.getByText("after")).toBeVisible();
    expect(onError).not.toHaveBeenCalled();
  });

  test("React says nothing about keys", () => {
    const error = vi.spyOn(console, "error");
    renderWidget({
      type: "Col",
      children: [
        { type: "Text", value: "a" },
        {
          type: "Nope",
          children: [
            { type: "Text", value: "b" },
            { type: "Text", value: "c" },
          ],
        },
      ],
    });
    expect(error).not.toHaveBeenCalled();
  });
});

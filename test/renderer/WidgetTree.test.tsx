import { act, fireEvent, render, screen } from "@testing-library/react";
import { StrictMode, useEffect, useState } from "react";
import { describe, expect, test } from "vitest";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { copyJson } from "../helpers/unit.js";

describe("a widget that changes", () => {
  test("one changed text renders that node alone", () => {
    const rendered: string[] = [];
    const Probe = ({ label }: { label: string }) => {
      useEffect(() => {
        rendered.push(label);
      });
      return <p>{label}</p>;
    };
    const components = { Probe };
    const widget = {
      type: "Card",
      children: [
        { type: "Probe", label: "a" },
        { type: "Row", children: [{ type: "Probe", label: "b" }] },
        { type: "Probe", label: "c" },
      ],
    };
    let set: (widget: unknown) => void = () => undefined;
    function Chat() {
      const [current, setCurrent] = useState<unknown>(widget);
      set = setCurrent;
      // Inline handlers and tables, as people write them.
      return (
        <StrictMode>
          <WidgetRenderer
            widget={current as WidgetNode}
            components={{ ...components }}
            labels={{ showMore: "Mehr" }}
            tokens={{ brand: "#0f766e" }}
            onAction={() => undefined}
            sendAction={() => undefined}
            onError={() => undefined}
          />
        </StrictMode>
      );
    }
    render(<Chat />);
    rendered.length = 0;

    act(() => set(copyJson(widget)));
    expect(rendered).toEqual([]);

    const changed = copyJson(widget) as unknown as typeof widget;
    changed.children[1]!.children![0]!.label = "B";
    act(() => set(changed));
    expect(rendered).toEqual(["B"]);
  });

  test("a node that appears adopts nothing from one that stays", async () => {
    let end = () => {};
    const onAction = () => new Promise<void>((resolve) => (end = resolve));
    const list = (key: string, value: string) => ({
      type: "ListView",
      key,
      children: [
        {
          type: "ListViewItem",
          key: "1",
          onClickAction: { type: "open" },
          children: [{ type: "Text", value }],
        },
      ],
    });
    const elementOf = (...children: object[]) => (
      <WidgetRenderer
        widget={copyJson({ type: "Col", children })}
        onAction={onAction}
      />
    );
    const view = render(elementOf(list("b", "second")));
    fireEvent.click(screen.getByRole("button"));
    view.rerender(elementOf(list("a", "first"), list("b", "second, changed")));
    const row = (value: string) => screen.getByText(value).closest("li");
    expect(row("first")).not.toHaveAttribute("aria-busy");
    expect(row("second, changed")).toHaveAttribute("aria-busy");
    await act(async () => end());
    expect(row("second, changed")).not.toHaveAttribute("aria-busy");
  });
});

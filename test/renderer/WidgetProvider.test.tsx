import { render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import {
  WidgetProvider,
  WidgetRenderer,
  type WidgetNode,
} from "../../src/index.js";
import { renderWidget } from "../helpers/unit.js";

const icon = (name: string) => ({ type: "Icon", name });

describe("WidgetProvider", () => {
  test("settings are inherited, the nearest value wins, tables merge", () => {
    const A = () => <i>from above</i>;
    const B = () => <i>from here</i>;
    render(
      <WidgetProvider components={{ A, B: A }} headingLevel={2}>
        <WidgetProvider headingLevel={4}>
          <WidgetRenderer
            components={{ B }}
            widget={{
              type: "Col",
              children: [
                { type: "Title", value: "T" },
                { type: "A" } as unknown as WidgetNode,
                { type: "B" } as unknown as WidgetNode,
              ],
            }}
          />
        </WidgetProvider>
      </WidgetProvider>,
    );
    expect(screen.getByRole("heading", { level: 4 })).toHaveTextContent("T");
    expect(screen.getByText("from above")).toBeVisible();
    expect(screen.getByText("from here")).toBeVisible();
  });

  test("a provider in a component of the host reaches the nodes in it", () => {
    const icons = { mine: () => <i>my icon</i> };
    const Chapter = ({ children }: { children?: ReactNode }) => (
      <WidgetProvider headingLevel={1} icons={icons}>
        {children}
      </WidgetProvider>
    );
    const title = { type: "Title", value: "Title" };
    const { onError } = renderWidget(
      {
        type: "Chapter",
        children: [{ type: "Box", children: [title, icon("mine")] }],
      },
      { components: { Chapter } },
    );
    expect(screen.getByRole("heading", { level: 1 })).toBeVisible();
    expect(screen.getByText("my icon")).toBeVisible();
    expect(onError).not.toHaveBeenCalled();
  });
});

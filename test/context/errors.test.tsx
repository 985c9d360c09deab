import { render } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import {
  WidgetProvider,
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import { renderWidget, copyJson } from "../helpers/unit.js";

const icon = (name: string) => ({ type: "Icon", name });

describe("errors", () => {
  test("a listener that fails does not stop the render", () => {
    const complain = vi.spyOn(console, "error").mockImplementation(() => {});
    const { container } = renderWidget(
      {
        type: "Card",
        children: [{ type: "Nope" }, { type: "Text", value: "x" }],
      },
      {
        onError: () => {
          throw new Error("listener");
        },
      },
    );
    expect(container).toHaveTextContent("x");
    expect(complain).toHaveBeenCalledWith(new Error("listener"));
    complain.mockRestore();
  });

  test("an error is reported once, whatever else changes", () => {
    const widget = copyJson({ type: "Card", children: [{ type: "Nope" }] });
    const onError = vi.fn<(error: WidgetError) => void>();
    const at = (interactive: boolean) => (
      <WidgetRenderer
        widget={widget}
        onError={onError}
        interactive={interactive}
      />
    );
    const { rerender } = render(at(true));
    rerender(at(false));
    rerender(at(true));
    expect(onError).toHaveBeenCalledTimes(1);
  });

  test("errors on a server are reported to the host", async () => {
    const warn = vi.spyOn(console, "warn");
    const onError = vi.fn();
    const provided = vi.fn();
    renderToString(
      <WidgetProvider onError={provided}>
        <WidgetRenderer widget={icon("nobodys") as WidgetNode} />
        <WidgetRenderer
          widget={icon("nobodys") as WidgetNode}
          onError={onError}
        />
      </WidgetProvider>,
    );
    await Promise.resolve();
    const error = expect.objectContaining({ code: "unknown-icon", path: "" });
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    expect(provided).toHaveBeenCalledExactlyOnceWith(error);
    expect(warn).not.toHaveBeenCalled();
  });
});

import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { WidgetRenderer, type WidgetNode } from "../../src/index.js";
import { renderWidget } from "../helpers/unit.js";

describe("useAction", () => {
  test("clicks reach the handlers: client, server, and one for both", () => {
    const onAction = vi.fn();
    const sendAction = vi.fn();
    const button = (label: string, handler?: "client") => ({
      type: "Button" as const,
      label,
      key: label,
      onClickAction: {
        type: `go.${label}`,
        payload: { id: 1 },
        ...(handler && { handler }),
      },
    });
    const widget: WidgetNode = {
      type: "Card",
      children: [button("here", "client"), button("there")],
    };
    const { rerender } = render(
      <WidgetRenderer {...{ widget, onAction, sendAction }} itemId="item_1" />,
    );
    fireEvent.click(screen.getByRole("button", { name: "here" }));
    fireEvent.click(screen.getByRole("button", { name: "there" }));
    expect(onAction).toHaveBeenCalledExactlyOnceWith(
      { type: "go.here", payload: { id: 1 } },
      { id: "item_1", widget },
      expect.objectContaining({
        handler: "client",
        streaming: true,
        node: { type: "Button", key: "here", path: "/children/0" },
      }),
    );
    expect(sendAction).toHaveBeenCalledExactlyOnceWith(
      { type: "go.there", payload: { id: 1 } },
      { id: "item_1", widget },
      expect.objectContaining({ handler: "server" }),
    );
    rerender(<WidgetRenderer {...{ widget, onAction }} />);
    fireEvent.click(screen.getByRole("button", { name: "there" }));
    expect(onAction).toHaveBeenCalledTimes(2);
  });

  test("an action for the client never reaches `sendAction`", async () => {
    const sendAction = vi.fn();
    const { onError } = renderWidget(
      {
        type: "Button",
        label: "Go",
        onClickAction: { type: "go", handler: "client" },
      },
      { sendAction },
    );
    fireEvent.click(screen.getByRole("button", { name: "Go" }));
    await vi.waitFor(() =>
      expect(onError).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ code: "unhandled-action" }),
      ),
    );
    expect(sendAction).not.toHaveBeenCalled();
  });

  test("a missing handler and a failing one are reported, and neither throws", async () => {
    const widget: WidgetNode = {
      type: "Button",
      label: "Go",
      onClickAction: { type: "go" },
    };
    const { onError, rerender } = renderWidget(widget);
    fireEvent.click(screen.getByRole("button", { name: "Go" }));
    await vi.waitFor(() =>
      expect(onError).toHaveBeenLastCalledWith(
        expect.objectContaining({ code: "unhandled-action", path: "" }),
      ),
    );
    const cause = new Error("no network");
    rerender(
      <WidgetRenderer
        widget={widget}
        onError={onError}
        sendAction={() => Promise.reject(cause)}
      />,
    );
    fireEvent.click(screen.getByRole("button", { name: "Go" }));
    await vi.waitFor(() =>
      expect(onError).toHaveBeenLastCalledWith(
        expect.objectContaining({ code: "action", cause }),
      ),
    );
  });

  test("read-only history shows everything and acts nowhere", () => {
    const onAction = vi.fn();
    render(
      <WidgetRenderer
        interactive={false}
        onAction={onAction}
        widget={{ type: "Button", label: "Go", onClickAction: { type: "go" } }}
      />,
    );
    const button = screen.getByRole("button", { name: "Go" });
    expect(button).toBeDisabled();
    fireEvent.click(button);
    expect(onAction).not.toHaveBeenCalled();
  });
});

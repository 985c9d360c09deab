import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import {
  WidgetRenderer,
  type ActionConfig,
  type WidgetNode,
} from "../../src/index.js";
import type { Loading } from "../helpers/bindingCases.js";
import { fresh } from "../helpers/builders.js";
import { press } from "../helpers/press.js";
import { button } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import { widgetElement } from "../helpers/widgetElement.js";
import { slowHandler } from "../helpers/slowHandler.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

const buttonJson = (label: string, loadingBehavior?: Loading): WidgetNode => ({
  type: "Button",
  key: label,
  label,
  onClickAction: { type: label, ...(loadingBehavior && { loadingBehavior }) },
});

describe("useAction", () => {
  describe("a pending action belongs to its node", () => {
    const pay: WidgetNode = {
      type: "Button",
      id: "pay",
      label: "Pay",
      onClickAction: { type: "pay" },
    };
    const pending = () => {
      const host = recordingHost();
      let end = () => {};
      host.sendAction.mockImplementation(
        () => new Promise<void>((resolve) => (end = resolve)),
      );
      return { host, end: () => end() };
    };

    test.each([
      [
        "moves",
        (now: boolean): WidgetNode =>
          now
            ? {
                type: "Col",
                children: [{ type: "Row", children: [fresh(pay)] }],
              }
            : { type: "Col", children: [pay] },
      ],
      [
        "has a sibling that crashes",
        (now: boolean): WidgetNode => ({
          type: "Col",
          children: [{ type: "Bomb", now } as unknown as WidgetNode, pay],
        }),
      ],
    ])("also where it %s", async (_, widget) => {
      vi.spyOn(console, "error").mockImplementation(() => {});
      const { host, end } = pending();
      const Bomb = ({ now }: { now: boolean }) => {
        if (now) throw new Error("broken");
        return null;
      };
      const props = { ...host, components: { Bomb } };
      const { rerender } = await render(widgetElement(widget(false), props));
      await button("Pay").click();
      await rerender(widgetElement(widget(true), props));
      await expect.element(button("Pay")).toHaveAttribute("aria-busy", "true");
      await button("Pay").click();
      expect(host.sendAction).toHaveBeenCalledTimes(1);
      end();
      await expect.element(button("Pay")).not.toHaveAttribute("aria-busy");
      await button("Pay").click();
      expect(host.sendAction).toHaveBeenCalledTimes(2);
    });
  });

  test("a container action makes the widget inert, and focus returns", async () => {
    const { handler, end } = slowHandler(false);
    const { container } = await render(
      <WidgetRenderer
        sendAction={handler}
        widget={buttonJson("Send", "container")}
      />,
    );
    const root = container.querySelector<HTMLElement>(".wr-root")!;
    await userEvent.keyboard("{Tab}{Enter}");
    await expect.element(root).toHaveAttribute("data-busy");
    expect(root).toHaveAttribute("aria-busy", "true");
    expect(root.inert).toBe(true);
    await expect.element(page.getByRole("status")).toHaveTextContent("Loading");
    end();
    await expect.element(root).not.toHaveAttribute("data-busy");
    expect(root.inert).toBe(false);
    await expect
      .element(page.getByRole("button", { name: "Send" }))
      .toHaveFocus();
  });

  test("two buttons of one action type are two bindings", async () => {
    const { handler, end } = slowHandler(false);
    const go: ActionConfig = { type: "go" };
    await render(
      <WidgetRenderer
        sendAction={handler}
        widget={{
          type: "Row",
          children: ["A", "B"].map((label) => ({
            type: "Button",
            label,
            onClickAction: go,
          })),
        }}
      />,
    );
    await button("A").click();
    await expect.element(button("A")).toHaveAttribute("aria-busy", "true");
    await expect.element(button("B")).not.toHaveAttribute("aria-busy");
    await button("B").click();
    expect(handler).toHaveBeenCalledTimes(2);
    end();
  });

  test("in a shadow root the focus returns as well", async () => {
    const { handler, end } = slowHandler(false);
    const host = document.createElement("div");
    document.body.append(host);
    const shadow = host.attachShadow({ mode: "open" });
    const tree = createRoot(shadow);
    flushSync(() =>
      tree.render(
        <WidgetRenderer
          sendAction={handler}
          widget={buttonJson("Send", "container")}
        />,
      ),
    );
    const send = shadow.querySelector("button")!;
    press(page.elementLocator(send));
    const inert = () => shadow.querySelector<HTMLElement>(".wr-root")!.inert;
    await expect.poll(inert).toBe(true);
    await expect.poll(() => shadow.activeElement).toBeNull();
    end();
    await expect.poll(inert).toBe(false);
    expect(shadow.activeElement).toBe(send);
    tree.unmount();
    host.remove();
  });

  test("a handler that throws at once is reported, and called again at the next click", async () => {
    const onError = vi.fn();
    const sendAction = vi.fn(() => {
      throw new Error("no");
    });
    await render(
      <WidgetRenderer
        sendAction={sendAction}
        onError={onError}
        widget={buttonJson("Go")}
      />,
    );
    for (const times of [1, 2]) {
      await button("Go").click();
      await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(times));
      expect(sendAction).toHaveBeenCalledTimes(times);
    }
    await expect.element(button("Go")).not.toHaveAttribute("aria-busy");
  });

  test("an update that keeps the node keeps it pending", async () => {
    const { handler, end } = slowHandler(false);
    const widget = (above: number): WidgetNode => ({
      type: "Col",
      children: [
        ...Array.from({ length: above }, (_, i) => ({
          type: "Text" as const,
          value: `Text ${i}`,
        })),
        buttonJson("Save", "self"),
      ],
    });
    const element = (above: number) => (
      <WidgetRenderer sendAction={handler} widget={widget(above)} />
    );
    const { rerender } = await render(element(0));
    await button("Save").click();
    for (const above of [1, 2, 0]) {
      await rerender(element(above));
      await expect.element(button("Save")).toHaveAttribute("data-pending");
      await button("Save").click();
    }
    expect(handler).toHaveBeenCalledTimes(1);
    end();
    await expect.element(button("Save")).not.toHaveAttribute("data-pending");
  });
});

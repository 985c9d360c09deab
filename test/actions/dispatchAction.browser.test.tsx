import { StrictMode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import {
  useAction,
  WidgetRenderer,
  type Action,
  type ActionConfig,
  type ActionContext,
  type WidgetItem,
  type WidgetRendererHandle,
} from "../../src/index.js";
import { custom } from "../helpers/builders.js";
import { button } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

afterEach(() => vi.restoreAllMocks());

describe("dispatchAction", () => {
  test("an action that the unmount aborts is not reported as failed", async () => {
    const host = recordingHost();
    host.sendAction.mockImplementation(
      (_, __, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () =>
            reject(signal.reason as Error),
          );
        }),
    );
    const { unmount } = await render(
      widgetElement(
        { type: "Button", label: "Go", onClickAction: { type: "go" } },
        host,
      ),
    );
    await button("Go").click();
    await unmount();
    await Promise.allSettled(host.sendAction.mock.results.map((r) => r.value));
    expect(host.errors).toEqual([]);
  });

  test("an unmount while an action runs aborts its signal and sends nothing more", async () => {
    const complaints = vi.spyOn(console, "error").mockReturnValue(undefined);
    const host = recordingHost();
    let end = () => {};
    host.sendAction.mockImplementation(
      () => new Promise<void>((resolve) => (end = resolve)),
    );
    const { unmount } = await render(
      <StrictMode>
        {widgetElement(
          {
            type: "Checkbox",
            name: "done",
            onChangeAction: { type: "done", loadingBehavior: "self" },
          },
          host,
        )}
      </StrictMode>,
    );
    await page.getByRole("checkbox").click();
    await page.getByRole("checkbox").click();
    const { signal } = host.sendAction.mock.calls[0]![2];
    expect(signal.aborted).toBe(false);
    await unmount();
    expect(signal.aborted).toBe(true);
    end();
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.sendAction).toHaveBeenCalledTimes(1);
    expect(complaints).not.toHaveBeenCalled();
  });

  test("an old callback calls the handler of the latest render", async () => {
    const [old, latest] = [recordingHost(), recordingHost()];
    const run: { current?: () => void } = {};
    const Keep = ({ action }: { action: ActionConfig }) => {
      const binding = useAction(action, "none");
      run.current ??= binding.run;
      return null;
    };
    const widget = custom({ type: "Keep", action: { type: "kept" } });
    const props = { components: { Keep } };
    const { rerender } = await render(
      widgetElement(widget, { ...props, ...old }),
    );
    await rerender(widgetElement(widget, { ...props, ...latest }));
    run.current!();
    expect(old.sent()).toEqual([]);
    expect(latest.sent()).toEqual([{ type: "kept" }]);
  });

  test("the host's ref and a handler can send further actions", async () => {
    const host = recordingHost();
    const onAction = vi.fn(
      async (_action: Action, _item: WidgetItem, context: ActionContext) => {
        await context.sendAction({ type: "then", payload: 1 });
      },
    );
    const ref = { current: null as WidgetRendererHandle | null };
    await render(
      <WidgetRenderer
        {...host}
        ref={ref}
        itemId="item"
        onAction={onAction}
        widget={{
          type: "Button",
          label: "Go",
          onClickAction: { type: "go", handler: "client" },
        }}
      />,
    );
    await button("Go").click();
    await vi.waitFor(() =>
      expect(host.sent()).toEqual([{ type: "then", payload: 1 }]),
    );
    expect(onAction).toHaveBeenCalledTimes(1);
    await ref.current!.sendAction({ type: "outside" });
    expect(host.sendAction.mock.lastCall).toEqual([
      { type: "outside" },
      expect.objectContaining({ id: "item" }),
      expect.objectContaining({ handler: "server", streaming: true }),
    ]);
    host.sendAction.mockRejectedValueOnce(new Error("offline"));
    await expect(ref.current!.sendAction({ type: "x" })).rejects.toThrow(
      "offline",
    );
    expect(host.errors).toEqual([]);
  });

  test("unknown keys of an action are sent along, and JSON that is no action is not", async () => {
    const host = recordingHost();
    const action = {
      type: "go",
      requestAssistantResponse: true,
      payload: null,
    };
    await render(
      widgetElement(
        {
          type: "Row",
          children: [
            { type: "Button", label: "Go", onClickAction: action },
            {
              type: "Button",
              label: "No",
              onClickAction: {
                type: { toString: 1 },
              } as unknown as ActionConfig,
            },
          ],
        },
        host,
      ),
    );
    await button("Go").click();
    await button("No").click();
    expect(host.sent()).toEqual([
      { type: "go", requestAssistantResponse: true },
    ]);
    await vi.waitFor(() => expect(host.codes()).toEqual(["invalid-prop"]));
  });
});

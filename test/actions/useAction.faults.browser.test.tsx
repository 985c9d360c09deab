import { describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WidgetNode } from "../../src/index.js";
import { bindingCases, first, second } from "../helpers/bindingCases.js";
import { failures } from "../helpers/faults.js";
import { button, rootElement } from "../helpers/queries.js";
import { recordingHost } from "../helpers/recordingHost.js";
import { widgetElement } from "../helpers/widgetElement.js";
import "../../src/styles/index.css";

const cannotBeRead = () =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error("cannot be read");
      },
    },
  );

/** Nothing says that something runs, and the user reaches everything. */
const expectIdle = () =>
  vi.waitFor(() => {
    expect(rootElement().inert).toBe(false);
    expect(
      rootElement().querySelector("[aria-busy], [data-pending]"),
    ).toBeNull();
    for (const status of page.getByRole("status").elements()) {
      expect(status).toHaveTextContent("");
    }
  });

describe.each(Object.entries(bindingCases))("%s", (_, binding) => {
  test.each([
    "throws",
    "rejects",
    "returns an object whose promise cannot be read",
  ])(
    "a handler that %s with what cannot be read is reported, and called again",
    async (failure) => {
      const host = recordingHost();
      host.sendAction.mockImplementation(
        () => failures[failure]!(cannotBeRead()) as Promise<void>,
      );
      await render(
        widgetElement(
          binding.widget({ type: "go", loadingBehavior: "container" }),
          host,
        ),
      );
      for (const [index, value] of [first, second].entries()) {
        await binding.act(value);
        await vi.waitFor(() =>
          expect(host.codes()).toEqual(Array(index + 1).fill("action")),
        );
        await expectIdle();
        await expect.element(binding.target()).toHaveFocus();
      }
      expect(host.sent()).toHaveLength(2);
    },
  );

  test.each(["fulfills", "rejects", "never settles"])(
    "a handler whose promise %s after the unmount leaves nothing behind",
    async (outcome) => {
      const host = recordingHost();
      let settle = () => {};
      host.sendAction.mockImplementation(
        () =>
          new Promise<void>((resolve, reject) => {
            if (outcome === "fulfills") settle = resolve;
            if (outcome === "rejects") {
              settle = () => reject(new Error("too late"));
            }
          }),
      );
      const { unmount, container } = await render(
        widgetElement(binding.widget({ type: "go" }), host),
      );
      await binding.act(first);
      expect(host.sent()).toHaveLength(1);
      await unmount();
      expect(host.sendAction.mock.calls[0]![2].signal.aborted).toBe(true);
      settle();
      if (outcome !== "never settles") {
        await Promise.allSettled(
          host.sendAction.mock.results.map(({ value }) => value),
        );
      }
      // What failed after all is worth a report: the server may have done half of it.
      await vi.waitFor(() =>
        expect(host.codes()).toEqual(outcome === "rejects" ? ["action"] : []),
      );
      expect(container.innerHTML).toBe("");
      expect(host.sent()).toHaveLength(1);
    },
  );

  test.each<[string, (widget: WidgetNode) => WidgetNode | null]>([
    [
      "replaced",
      () => ({ type: "Button", label: "New", onClickAction: { type: "new" } }),
    ],
    ["removed", () => null],
    ["re-keyed", (widget) => ({ ...widget, key: "other" })],
    ["moved", (widget) => ({ type: "Row", children: [widget] })],
  ])(
    "a widget that is %s while its action runs is usable when it ends",
    async (_name, update) => {
      const host = recordingHost();
      const ends: (() => void)[] = [];
      host.sendAction.mockImplementation(
        () =>
          new Promise<void>((_resolve, reject) =>
            ends.push(() => reject(new Error("offline"))),
          ),
      );
      const widget = binding.widget({
        type: "go",
        loadingBehavior: "container",
      });
      const { rerender } = await render(widgetElement(widget, host));
      await binding.act(first);
      await vi.waitFor(() => expect(rootElement().inert).toBe(true));
      const next = update(widget);
      await rerender(widgetElement(next as WidgetNode, host));
      ends.splice(0).forEach((end) => end());
      await vi.waitFor(() => expect(host.codes()).toEqual(["action"]));
      await expectIdle();
      if (next?.type === "Button" && "label" in next && next.label === "New") {
        await button("New").click();
        expect(host.sent().at(-1)).toEqual({ type: "new" });
      } else if (next) {
        await binding.act(second);
        await vi.waitFor(() => expect(host.sent()).toHaveLength(2));
      }
      ends.splice(0).forEach((end) => end());
      await expectIdle();
    },
  );

  test("two widgets with the same ids run and fail apart from each other", async () => {
    const [one, two] = [recordingHost(), recordingHost()];
    const ends: (() => void)[] = [];
    one.sendAction.mockImplementation(
      () =>
        new Promise<void>((_resolve, reject) =>
          ends.push(() => reject(new Error("offline"))),
        ),
    );
    // The very same JSON.
    const widget = {
      ...binding.widget({ type: "go", loadingBehavior: "container" }),
      id: "same",
      key: "same",
    } as WidgetNode;
    const { rerender } = await render(widgetElement(widget, one));
    await binding.act(first);
    await vi.waitFor(() => expect(rootElement().inert).toBe(true));
    const both = (
      <>
        {widgetElement(widget, one)}
        {widgetElement(widget, two)}
      </>
    );
    await rerender(both);
    const roots = () => [...document.querySelectorAll<HTMLElement>(".wr-root")];
    await vi.waitFor(() => expect(roots()).toHaveLength(2));
    const last = roots()[1]!;
    expect(last.inert).toBe(false);
    expect(last.querySelector("[aria-busy], [data-pending]")).toBeNull();
    ends.splice(0).forEach((end) => end());
    await vi.waitFor(() =>
      expect(roots().some(({ inert }) => inert)).toBe(false),
    );
    expect(two.errors).toEqual([]);
    expect(two.sent()).toEqual([]);
  });
});

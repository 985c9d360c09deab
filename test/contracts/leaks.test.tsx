import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { createPage } from "../helpers/fuzzPage.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Every kind of node that has state, listeners, observers or timers. */
const widget = {
  type: "Card",
  status: { text: "status", icon: "check" },
  confirm: { label: "Save", action: { type: "save" } },
  children: [
    { type: "Input", name: "a", autoFocus: true, pattern: "[a-z-.]+" },
    { type: "Textarea", name: "b", autoResize: true },
    { type: "Text", value: "c", editable: { name: "c" } },
    { type: "Select", name: "d", options: [{ value: "x", label: "X" }] },
    { type: "RadioGroup", name: "e", options: [{ value: "x", label: "X" }] },
    { type: "DatePicker", name: "f" },
    { type: "Checkbox", name: "g", label: "G" },
    { type: "Row", children: [{ type: "Markdown", value: "**m**" }] },
    { type: "Image", src: "/a.png", alt: "" },
    { type: "Transition", children: { type: "Badge", label: "t" } },
    {
      type: "Chart",
      data: [{ x: 1, y: 1 }],
      series: [{ type: "line", dataKey: "y" }],
      xAxis: "x",
    },
    {
      type: "ListView",
      limit: 1,
      children: [1, 2, 3].map((n) => ({
        type: "ListViewItem",
        onClickAction: { type: "open" },
        children: [{ type: "Text", value: n }],
      })),
    },
    {
      type: "Table",
      children: [{ type: "Table.Row", children: [{ type: "Table.Cell" }] }],
    },
    { type: "Button", label: "press", onClickAction: { type: "press" } },
  ],
};

/** A button that opens a list. */
const OPENS = ".wr-Trigger[role=combobox]";

/** How many listeners, observers and timers there are that nothing has removed. */
function countResources() {
  const listeners = new Map<object, Map<string, number>>();
  const timers = new Set<unknown>();
  let observers = 0;
  const change = (target: object, key: string, by: 1 | -1) => {
    const ofTarget = listeners.get(target) ?? new Map<string, number>();
    listeners.set(target, ofTarget);
    ofTarget.set(key, Math.max(0, (ofTarget.get(key) ?? 0) + by));
  };
  for (const target of [window, document]) {
    const { addEventListener: add, removeEventListener: remove } = target;
    vi.spyOn(target, "addEventListener").mockImplementation(
      (...args: Parameters<typeof add>) => {
        change(target, args[0], 1);
        const [, , options] = args;
        if (typeof options === "object") {
          options.signal?.addEventListener("abort", () =>
            change(target, args[0], -1),
          );
        }
        return add.apply(target, args);
      },
    );
    vi.spyOn(target, "removeEventListener").mockImplementation(
      (...args: Parameters<typeof remove>) => {
        change(target, args[0], -1);
        return remove.apply(target, args);
      },
    );
  }
  for (const name of [
    "ResizeObserver",
    "MutationObserver",
    "IntersectionObserver",
  ] as const) {
    const { observe, disconnect } = window[name].prototype;
    const open = new WeakSet<object>();
    vi.spyOn(window[name].prototype, "observe").mockImplementation(function (
      this: object,
      ...args: unknown[]
    ) {
      if (!open.has(this)) observers += 1;
      open.add(this);
      return observe.apply(this as never, args as never);
    });
    vi.spyOn(window[name].prototype, "disconnect").mockImplementation(function (
      this: object,
    ) {
      if (open.delete(this)) observers -= 1;
      return disconnect.apply(this as never);
    });
  }
  for (const [start, stop] of [
    ["setInterval", "clearInterval"],
    ["setTimeout", "clearTimeout"],
  ] as const) {
    const { [start]: begin, [stop]: end } = globalThis;
    vi.stubGlobal(start, (run: () => void, ...rest: unknown[]) => {
      const timer: unknown = begin(
        () => {
          if (start === "setTimeout") timers.delete(timer);
          run();
        },
        ...(rest as [number]),
      );
      timers.add(timer);
      return timer;
    });
    vi.stubGlobal(stop, (timer: never) => {
      timers.delete(timer);
      end(timer);
    });
  }
  return () => ({
    listeners: [...listeners.values()]
      .flatMap((map) => [...map.values()])
      .reduce((a, b) => a + b, 0),
    timers: timers.size,
    observers,
    elements: document.querySelectorAll("*").length,
  });
}

test("a thousand widgets that are gone leave nothing behind", async () => {
  const resources = countResources();
  let opened = 0;
  const mount = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const page = createPage();
      page.show(widget);
      if (i % 10 === 0) {
        page.press(i);
        await page.settle(i % 20 === 0);
        // What is loaded later begins to observe.
        await page.load();
        // What is open listens to the page.
        act(() => page.container.querySelector<HTMLElement>(OPENS)?.click());
        await page.load();
        opened += document.querySelectorAll("[role=listbox]").length;
      }
      page.close();
    }
    await act(() => vi.dynamicImportSettled());
  };
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  // What is there once for all widgets.
  await mount(20);
  const before = resources();
  await mount(1_000);
  expect(resources()).toEqual(before);
  expect(opened).toBe(102);
});

import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent, type Locator } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  WidgetRenderer,
  type Action,
  type ActionConfig,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import { press } from "./press.js";
import "../../src/styles/index.css";

type Loading = "self" | "container" | "none";

/** Where an action can be bound. */
interface Site {
  widget: (action: ActionConfig) => WidgetNode;
  /** What `loadingBehavior: "auto"` means. */
  auto: Loading;
  /** The reader acts: it takes the focus there, as a press would. */
  act: (value: string) => unknown;
  /** What has the focus before and after. */
  target: () => Locator;
  /** What the site adds to the payload. */
  values: (value: string) => object;
  /** What shows that it runs, for `self` and for `container`. */
  shows: { self: string[]; container: string[] };
  /** A change that comes while it runs is sent afterwards. */
  queues: boolean;
}

const button = (name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });

const presses = (name: string) => ({
  act: () => press(button(name)),
  target: () => button(name),
  queues: false,
});

const note: WidgetNode = { type: "Input", name: "note", defaultValue: "Hi" };
const noted = () => ({ note: "Hi" });
const field = { auto: "none", queues: true } as const;
const [first, second] = ["2026-11-12", "2026-11-13"];

const sites: Record<string, Site> = {
  "Button.onClickAction": {
    widget: (onClickAction) => ({ type: "Button", label: "Go", onClickAction }),
    auto: "self",
    ...presses("Go"),
    values: () => ({}),
    shows: { self: ["Button"], container: [] },
  },
  "ListViewItem.onClickAction": {
    widget: (onClickAction) => ({
      type: "ListView",
      children: [
        {
          type: "ListViewItem",
          onClickAction,
          children: { type: "Text", value: "Row" },
        },
      ],
    }),
    auto: "self",
    ...presses("Row"),
    values: () => ({}),
    shows: { self: ["ListViewItem"], container: [] },
  },
  "Form.onSubmitAction": {
    widget: (onSubmitAction) => ({
      type: "Form",
      onSubmitAction,
      children: [note, { type: "Button", label: "Send", submit: true }],
    }),
    auto: "container",
    ...presses("Send"),
    values: noted,
    shows: { self: ["Form", "Button"], container: ["Button"] },
  },
  "Card.confirm": {
    widget: (action) => ({
      type: "Card",
      asForm: true,
      confirm: { label: "Yes", action },
      children: note,
    }),
    auto: "container",
    ...presses("Yes"),
    values: noted,
    shows: { self: ["Card", "Button"], container: ["Button"] },
  },
  "Card.cancel": {
    widget: (action) => ({
      type: "Card",
      asForm: true,
      cancel: { label: "No", action },
      children: note,
    }),
    auto: "container",
    ...presses("No"),
    values: noted,
    shows: { self: ["Card", "Button"], container: ["Button"] },
  },
  "Select.onChangeAction": {
    widget: (onChangeAction) => ({
      type: "Select",
      name: "seat",
      onChangeAction,
      options: [first, second].map((value) => ({ value, label: value })),
    }),
    ...field,
    act: async (value) => {
      press(page.getByRole("combobox"));
      const focused = () => document.activeElement?.getAttribute("role");
      await vi.waitFor(() => expect(focused()).toBe("option"));
      await userEvent.keyboard(
        value === first ? "{Home}{Enter}" : "{End}{Enter}",
      );
    },
    target: () => page.getByRole("combobox"),
    values: (seat) => ({ seat }),
    shows: { self: ["Select"], container: [] },
  },
  "DatePicker.onChangeAction": {
    widget: (onChangeAction) => ({
      type: "Col",
      children: [
        { type: "Label", value: "Day", fieldName: "day" },
        {
          type: "DatePicker",
          name: "day",
          min: first,
          max: second,
          onChangeAction,
        },
      ],
    }),
    ...field,
    act: async (value) => {
      press(button(/^Day/));
      const day = button(value === first ? /November 12/ : /November 13/);
      await expect.element(day).toBeInTheDocument();
      press(day);
    },
    target: () => button(/^Day/),
    values: (day) => ({ day }),
    shows: { self: ["DatePicker"], container: [] },
  },
  "Checkbox.onChangeAction": {
    widget: (onChangeAction) => ({
      type: "Checkbox",
      name: "done",
      onChangeAction,
    }),
    ...field,
    act: () => press(page.getByRole("checkbox")),
    target: () => page.getByRole("checkbox"),
    values: (value) => ({ done: value === first }),
    shows: { self: ["Checkbox"], container: [] },
  },
  "RadioGroup.onChangeAction": {
    widget: (onChangeAction) => ({
      type: "RadioGroup",
      name: "size",
      onChangeAction,
      options: [first, second].map((value) => ({ value, label: value })),
    }),
    ...field,
    act: (value) => press(page.getByRole("radio", { name: value })),
    target: () => page.getByRole("radio", { checked: true }),
    values: (size) => ({ size }),
    shows: { self: ["RadioGroup"], container: [] },
  },
};

/** Handlers by what they do; `end` lets what runs come to its end. */
const handlers = {
  "answers at once": () => ({
    handler: vi.fn<(action: Action) => void>(),
    end: undefined,
    fails: false,
  }),
  "answers later": () => slow(false),
  fails: () => slow(true),
};

function slow(fails: boolean) {
  const ends: (() => void)[] = [];
  const handler = vi.fn<(action: Action) => Promise<void>>(
    () =>
      new Promise<void>((resolve, reject) => {
        ends.push(() => (fails ? reject(new Error("offline")) : resolve()));
      }),
  );
  return {
    handler,
    fails,
    end: () => ends.splice(0).forEach((settle) => settle()),
  };
}

const root = () => document.querySelector<HTMLElement>(".wr-root")!;

/** Everything that says that something runs. */
function shown() {
  const nodes = [
    ...root().querySelectorAll("[data-pending], [aria-busy]"),
  ].filter(
    (node) =>
      node.hasAttribute("data-pending") &&
      node.getAttribute("aria-busy") === "true",
  );
  return {
    pending: nodes.map((node) => node.getAttribute("data-node")),
    said: page.getByRole("status").element().textContent,
    root: {
      busy: root().hasAttribute("data-busy"),
      ariaBusy: root().getAttribute("aria-busy"),
      inert: root().inert,
    },
  };
}

function expected(site: Site, loading: Loading) {
  const busy = loading === "container";
  return {
    pending: loading === "none" ? [] : site.shows[loading],
    said: loading === "none" ? "" : "Loading",
    root: { busy, ariaBusy: busy ? "true" : null, inert: busy },
  };
}

describe.each(Object.entries(sites))("%s", (_, site) => {
  describe.each([undefined, "auto", "self", "container", "none"] as const)(
    "loadingBehavior %s",
    (loadingBehavior) => {
      test.each(Object.entries(handlers))(
        "a handler that %s",
        async (_, on) => {
          const { handler, end, fails } = on();
          const errors: WidgetError[] = [];
          const loading =
            loadingBehavior === undefined || loadingBehavior === "auto"
              ? site.auto
              : loadingBehavior;
          const action = (value: string) => ({
            type: "go",
            payload: { id: 7, ...site.values(value) },
          });
          await render(
            <WidgetRenderer
              locale="en-US"
              sendAction={handler}
              onError={(error) => errors.push(error)}
              widget={site.widget({
                type: "go",
                payload: { id: 7 },
                ...(loadingBehavior && { loadingBehavior }),
              })}
            />,
          );
          const sent = () => handler.mock.calls.map(([call]) => call);
          await expect.element(page.getByRole("status")).toBeInTheDocument();
          const idle = expected(site, "none");

          await site.act(first);
          expect(sent()).toEqual([action(first)]);
          if (!end) {
            // Whoever answers at once is done at once.
            expect(shown()).toEqual(idle);
            await site.act(second);
            expect(sent()).toEqual([action(first), action(second)]);
            expect(errors).toEqual([]);
            return;
          }

          await vi.waitFor(() =>
            expect(shown()).toEqual(expected(site, loading)),
          );
          // What is inert is out of the reader's reach.
          if (loading !== "container") {
            await site.act(second);
            expect(handler).toHaveBeenCalledTimes(1);
            expect(shown()).toEqual(expected(site, loading));
          }
          end();
          if (loading !== "container" && site.queues) {
            await vi.waitFor(() =>
              expect(sent()).toEqual([action(first), action(second)]),
            );
            end();
          }
          await vi.waitFor(() => expect(shown()).toEqual(idle));
          const calls = handler.mock.calls.length;
          await vi.waitFor(() =>
            expect(errors.map(({ code }) => code)).toEqual(
              fails ? Array(calls).fill("action") : [],
            ),
          );
          await expect.element(site.target()).toHaveFocus();

          // And once more, as if nothing had been.
          const value = site.queues && calls === 1 ? second : first;
          await site.act(value);
          await vi.waitFor(() =>
            expect(handler).toHaveBeenCalledTimes(calls + 1),
          );
          expect(sent().at(-1)).toEqual(action(value));
          end();
          await vi.waitFor(() => expect(shown()).toEqual(idle));
        },
      );
    },
  );
});

const buttonJson = (label: string, loadingBehavior?: Loading): WidgetNode => ({
  type: "Button",
  key: label,
  label,
  onClickAction: { type: label, ...(loadingBehavior && { loadingBehavior }) },
});

test("a button shows that its own action runs, and does not fire again", async () => {
  const { handler, end } = slow(false);
  await render(
    <WidgetRenderer
      sendAction={handler}
      widget={{
        type: "Row",
        children: [buttonJson("Save"), buttonJson("Other")],
      }}
    />,
  );
  const save = page.getByRole("button", { name: "Save" });
  const width = save.element().getBoundingClientRect().width;
  await save.click();
  await expect.element(save).toHaveAttribute("aria-busy", "true");
  expect(save.element().getBoundingClientRect().width).toBe(width);
  await save.click();
  expect(handler).toHaveBeenCalledTimes(1);
  await page.getByRole("button", { name: "Other" }).click();
  expect(handler).toHaveBeenCalledTimes(2);
  end();
  await expect.element(save).not.toHaveAttribute("aria-busy");
  await save.click();
  expect(handler).toHaveBeenCalledTimes(3);
});

test("a container action makes the widget inert, and focus returns", async () => {
  const { handler, end } = slow(false);
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
  const { handler, end } = slow(false);
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
  const { handler, end } = slow(false);
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

test("a handler that throws at once is told, and asked again", async () => {
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
  const { handler, end } = slow(false);
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
  const draw = (above: number) => (
    <WidgetRenderer sendAction={handler} widget={widget(above)} />
  );
  const { rerender } = await render(draw(0));
  await button("Save").click();
  for (const above of [1, 2, 0]) {
    await rerender(draw(above));
    await expect.element(button("Save")).toHaveAttribute("data-pending");
    await button("Save").click();
  }
  expect(handler).toHaveBeenCalledTimes(1);
  end();
  await expect.element(button("Save")).not.toHaveAttribute("data-pending");
});

import { afterEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { createChatKitClient } from "../../src/chatkit/index.js";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import { openStream } from "../chatkit/fake.js";
import "../../src/styles/index.css";

const REFUSED = "Please try again in a moment.";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const refusal = () =>
  Promise.reject(
    Object.assign(new Error("a sentence for developers"), {
      reason: "refused",
    }),
  );

const action = { type: "go" };

const widgets: [string, WidgetNode, () => Promise<void>][] = [
  [
    "a Button",
    {
      type: "Card",
      children: { type: "Button", label: "Go", onClickAction: action },
    },
    () => userEvent.click(page.getByRole("button", { name: "Go" })),
  ],
  [
    "a row",
    {
      type: "ListView",
      children: {
        type: "ListViewItem",
        onClickAction: action,
        children: { type: "Text", value: "Go" },
      },
    },
    () => userEvent.click(page.getByRole("button", { name: "Go" })),
  ],
  [
    "a Card's confirm, which the whole widget waits for",
    { type: "Card", asForm: true, confirm: { label: "Go", action } },
    () => userEvent.click(page.getByRole("button", { name: "Go" })),
  ],
  [
    "a changed Checkbox",
    {
      type: "Card",
      children: {
        type: "Checkbox",
        name: "c",
        label: "Go",
        onChangeAction: action,
      },
    },
    () => userEvent.click(page.getByRole("checkbox", { name: "Go" })),
  ],
];

/** What is seen of it, and what is said. */
const seen = (element: Element) =>
  element.querySelector<HTMLElement>(".wr-Refusal-text");

const said = () => page.getByRole("status");

describe("a refused action", () => {
  test.for(widgets)(
    "the refusal of %s is seen and said",
    async ([, widget, press]) => {
      const onError = vi.fn<(error: WidgetError) => void>();
      const { container } = await render(
        <WidgetRenderer
          widget={widget}
          sendAction={refusal}
          onError={onError}
        />,
      );
      expect(seen(container)).toBeNull();
      await press();
      await expect.element(said()).toHaveTextContent(REFUSED);
      expect(seen(container)).toBeVisible();
      // Assistive technology has it once.
      expect(seen(container)!.closest("[aria-hidden=true]")).not.toBeNull();
      expect(onError.mock.calls).toMatchObject([
        [{ code: "action", reason: "refused" }],
      ]);
      expect(container.querySelector("[data-pending], [data-busy]")).toBeNull();
    },
  );

  test("it is in sight where the widget is longer than the page, and moves nothing", async () => {
    const { container } = await render(
      <WidgetRenderer
        sendAction={refusal}
        onError={() => undefined}
        widget={{
          type: "Card",
          children: [
            { type: "Button", label: "Go", onClickAction: action },
            { type: "Box", height: 3_000 },
          ],
        }}
      />,
    );
    const root = container.querySelector<HTMLElement>(".wr-root")!;
    const height = root.offsetHeight;
    const button = page.getByRole("button", { name: "Go" });
    const before = button.element().getBoundingClientRect().top;
    await userEvent.click(button);
    await expect.poll(() => seen(container)).not.toBeNull();
    const { top, bottom } = seen(container)!.getBoundingClientRect();
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThanOrEqual(window.innerHeight);
    expect(root.offsetHeight).toBe(height);
    expect(button.element().getBoundingClientRect().top).toBe(before);
  });

  test("it goes after a moment, and comes back with the next refusal", async () => {
    const { container } = await render(
      <WidgetRenderer
        widget={widgets[0]![1]}
        sendAction={refusal}
        onError={() => undefined}
      />,
    );
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const go = container.querySelector("button")!;
    go.click();
    await vi.waitUntil(() => seen(container));
    vi.runAllTimers();
    await vi.waitUntil(() => !seen(container));
    go.click();
    await vi.waitUntil(() => seen(container));
  });

  test("other failures are left to the host", async () => {
    const onError = vi.fn<(error: WidgetError) => void>();
    const { container } = await render(
      <WidgetRenderer
        widget={widgets[0]![1]}
        sendAction={() =>
          Promise.reject(
            Object.assign(new Error("down"), { reason: "network" }),
          )
        }
        onError={onError}
      />,
    );
    await userEvent.click(page.getByRole("button", { name: "Go" }));
    await vi.waitFor(() => expect(onError).toHaveBeenCalled());
    expect(onError.mock.calls).toMatchObject([
      [{ code: "action", reason: "network" }],
    ]);
    expect(seen(container)).toBeNull();
  });

  test("while a reply streams, a click says that it cannot be; afterwards it works", async () => {
    const replies = [openStream(), openStream()];
    const fetch = vi.fn(
      async () => replies[fetch.mock.calls.length - 1]!.reply,
    );
    const client = createChatKitClient({
      url: "/chatkit",
      threadId: "thr_1",
      fetch,
      onError: () => undefined,
    });
    const { container } = await render(
      <WidgetRenderer
        widget={widgets[0]![1]}
        itemId="msg_1"
        sendAction={client.sendAction}
        onError={() => undefined}
      />,
    );
    const sent = client.sendUserMessage("Hello");
    const go = page.getByRole("button", { name: "Go" });
    await userEvent.click(go);
    await expect.element(said()).toHaveTextContent(REFUSED);
    expect(seen(container)).toBeVisible();
    replies[0]!.end();
    await sent;
    await userEvent.click(go);
    await expect.element(go).toHaveAttribute("data-pending");
    expect(fetch).toHaveBeenCalledTimes(2);
    replies[1]!.end();
    await expect.element(go).not.toHaveAttribute("data-pending");
  });
});

import { afterEach, describe, expect, inject, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, server, userEvent } from "vitest/browser";
import type { WidgetError, WidgetNode } from "../../src/index.js";
import {
  action,
  connect,
  field,
  gate,
  text,
  Thread,
  type ErrorHandler,
} from "../helpers/Thread.js";
import { button } from "../helpers/queries.js";
import "../../src/styles/index.css";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("chatkit-node-backend-sdk", () => {
  test("a widget streams in, its action replaces it", async () => {
    const client = connect({
      url: `${inject("servers")}/sdk`,
      // It writes a line to the console for each new thread.
      threadId: "thr_0",
    });
    const onError = vi.fn<ErrorHandler>();
    await render(<Thread client={client} onError={onError} />);
    await client.sendUserMessage("Ada");
    await expect.element(text("Dear Ada 🐱")).toBeVisible();
    const before = button("Send").element();
    await button("Send").click();
    await expect.element(text("Sent")).toBeVisible();
    await expect.element(button("Send")).not.toHaveAttribute("aria-busy");
    expect(button("Send").element()).toBe(before);
    expect(onError).not.toHaveBeenCalled();
    expect(client.getStatus()).toMatchObject({
      title: "A letter",
      streaming: false,
      stale: new Set(),
    });
  });
});

describe("the fixture server", () => {
  const form = (...children: WidgetNode[]): WidgetNode<"Card"> => ({
    type: "Card",
    asForm: true,
    children: [
      { type: "Text", id: "body", value: "Draft" },
      { type: "Label", value: "Note", fieldName: "note" },
      { type: "Input", name: "note" },
      ...children,
    ],
  });

  /** A thread with a form in which something is typed. */
  async function typed(widget: WidgetNode) {
    const door = gate();
    const client = connect({
      url: `${inject("servers")}/fixture`,
      fetch: door.fetch,
    });
    const reported: WidgetError[] = [];
    const onError = (error: WidgetError) => void reported.push(error);
    await render(<Thread client={client} onError={onError} />);
    await client.sendUserMessage(JSON.stringify(widget));
    await field("Note").fill("Typed");
    return { client, door, reported };
  }

  const typedIsThere = () => expect.element(field("Note")).toHaveValue("Typed");

  const isOver = async (name: string) => {
    await expect.element(button(name)).not.toHaveAttribute("aria-busy");
    await expect.element(text("Loading")).not.toBeInTheDocument();
  };

  const problem = page.getByRole("status", { name: "Problem" });

  test("events are read between pings", async () => {
    const client = connect({ url: `${inject("servers")}/fixture` });
    await render(<Thread client={client} />);
    await client.sendUserMessage("Ada");
    await expect.element(text("You wrote: Ada")).toBeVisible();
  });

  test("a synchronous action is answered by new JSON of its widget", async () => {
    const { client, door } = await typed(form(action("set", false)));
    door.close();
    await button("set").click();
    await expect.element(button("set")).toHaveAttribute("aria-busy", "true");
    expect(client.getStatus().streaming).toBe(false);
    door.open();
    await expect.element(text("Changed")).toBeVisible();
    await isOver("set");
    await typedIsThere();
  });

  async function failsAndHeals(
    _: string,
    type: string,
    streaming: boolean,
    message: RegExp,
  ) {
    const { client, door, reported } = await typed(
      form(action(type, streaming)),
    );
    const before = client.getItems();
    door.close();
    await button(type).click();
    await expect.element(button(type)).toHaveAttribute("aria-busy", "true");
    door.open();
    await expect.element(problem).toHaveTextContent(message);
    await isOver(type);
    await typedIsThere();
    expect(reported).toMatchObject([
      {
        code: "action",
        message: expect.stringMatching(
          `^The action "${type}" failed: `,
        ) as unknown,
        path: "/children/3",
      },
    ]);
    expect(client.getStatus()).toMatchObject({
      streaming: false,
      canRetry: type === "declined",
    });
    expect(client.getStatus().stale).toContain(before.at(-1)!.id);
    await client.refresh();
    expect(client.getStatus().stale).toEqual(new Set());
    expect(client.getItems()).toEqual(before);
    await typedIsThere();
  }

  const failing = "%s ends the loading, is reported and is healed by a refresh";

  test.each([
    ["a 500", "down", true, /answered 500: .*no database/],
    ["a 500 of a synchronous action", "fail", false, /answered 500: .*no such/],
    ["an error event", "declined", true, /^Card was \*\*declined\*\*\.$/],
    [
      "an error event that is not the last",
      "failed-early",
      true,
      /"stream\.error"/,
    ],
    ["JSON that ends early", "garbled", false, /not JSON/],
  ])(failing, failsAndHeals);

  // For WebKitGTK a reply that is cut has ended.
  const whereCutsShow = test.skipIf(server.browser === "webkit");

  whereCutsShow.each([
    ["a reply cut in an event", "broken", true, /reply broke off/],
    ["a reply without a body", "unheard-of", true, /reply broke off/],
  ])(failing, failsAndHeals);

  test("a form that failed to save is as it was, and can be sent again", async () => {
    const widget = {
      ...form(),
      confirm: { label: "Save", action: { type: "declined" } },
    };
    const { door, client } = await typed(widget);
    await field("Note").click();
    door.close();
    await userEvent.keyboard("{Enter}");
    const root = field("Note").element().closest<HTMLElement>(".wr-root")!;
    await vi.waitFor(() => expect(root.inert).toBe(true));
    door.open();
    await expect.element(problem).toHaveTextContent("declined");
    await vi.waitFor(() => expect(root.inert).toBe(false));
    await expect.element(field("Note")).toHaveFocus();
    await typedIsThere();
    await button("Save").click();
    await expect.element(text("Paid")).toBeVisible();
    await typedIsThere();
    expect(client.getStatus()).toMatchObject({
      error: undefined,
      stale: new Set(),
    });
  });

  whereCutsShow("a refresh removes what a cut stream has brought", async () => {
    const { client } = await typed(
      form(action("cut-later"), action("cut", false)),
    );
    await button("cut-later").click();
    await expect.element(text("half")).toBeVisible();
    await button("cut").click();
    await expect.element(problem).toHaveTextContent("broke off");
    await client.refresh();
    await expect.element(text("half")).not.toBeInTheDocument();
    await expect.element(problem).toHaveTextContent(/^$/);
  });

  test("what may be tried again succeeds at the second time", async () => {
    const { client } = await typed(form(action("declined"), action("down")));
    await button("declined").click();
    await expect.element(problem).toHaveTextContent("declined");
    // The error is known before its reply has ended.
    await vi.waitFor(() => expect(client.getStatus().canRetry).toBe(true));
    await client.retry();
    await expect.element(text("Paid")).toBeVisible();
    await expect.element(problem).toHaveTextContent(/^$/);
    expect(client.getStatus().stale).toEqual(new Set());
    await typedIsThere();
    await button("down").click();
    await expect.element(problem).toHaveTextContent("500");
    await expect(client.retry()).rejects.toMatchObject({ reason: "refused" });
  });

  test("while a reply streams a synchronous action is sent, and another one is refused", async () => {
    const { client, reported } = await typed(
      form(action("endless"), action("set", false), action("nothing")),
    );
    await button("endless").click();
    await vi.waitFor(() => expect(client.getStatus().allowCancel).toBe(false));
    await button("set").click();
    await expect.element(text("Changed")).toBeVisible();
    expect(client.getStatus().streaming).toBe(true);
    expect(reported).toEqual([]);
    await button("nothing").click();
    await vi.waitFor(() => expect(reported).toHaveLength(1));
    expect(reported[0]).toMatchObject({
      message: expect.stringContaining(
        "a reply is streaming already",
      ) as unknown,
      cause: { reason: "refused" },
    });
    await expect.element(button("nothing")).not.toHaveAttribute("aria-busy");
    await expect
      .element(button("endless"))
      .toHaveAttribute("aria-busy", "true");
    client.stop();
    await isOver("endless");
    await typedIsThere();
    await client.refresh();
    await expect.element(text("Changed")).toBeVisible();
    await typedIsThere();
  });
});

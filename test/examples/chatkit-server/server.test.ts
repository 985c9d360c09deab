// @vitest-environment node
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  UserError,
  events,
} from "../../../examples/chatkit-server/context.mjs";
import { toNode } from "../../../examples/chatkit-server/node.mjs";
import {
  createChatKitServer,
  type App,
} from "../../../examples/chatkit-server/server.mjs";
import { createChatKitClient } from "../../../src/chatkit/index.js";
import { failure } from "../../helpers/unitChatKit.js";

beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());
afterEach(() => vi.restoreAllMocks());

const card = (value: string) => ({
  type: "Card" as const,
  children: [{ type: "Text" as const, id: "t", value }],
});

/** A client of the example's server with another app in it. */
function start(app: Partial<App>) {
  const handle = createChatKitServer({
    async *reply(text, context) {
      yield events.done(context.message(text));
    },
    async *act() {},
    actNow: async () => undefined,
    ...app,
  });
  const open = (threadId?: string) =>
    createChatKitClient({
      url: "http://localhost/chatkit",
      threadId,
      fetch: (url, init) => handle(new Request(url, init)),
      onError: () => undefined,
    });
  return { handle, open, client: open() };
}

describe("a turn that failed", () => {
  test("is taken again after its message", async () => {
    let fails = true;
    const { client } = start({
      async *reply(text, context) {
        yield events.done(context.widget(card(text)));
        if (fails) throw new Error("a secret");
      },
    });
    expect(await failure(client.sendUserMessage("Hello"))).toMatchObject({
      serverCode: "stream.error",
      allowRetry: true,
      message: expect.not.stringContaining("secret") as unknown,
    });
    expect(console.error).toHaveBeenCalledWith(new Error("a secret"));
    expect(client.getItems()).toHaveLength(2);
    fails = false;
    await client.retry();
    const items = client.getItems();
    expect(items.map(({ type }) => type)).toEqual(["user_message", "widget"]);
    await client.refresh();
    expect(client.getItems()).toEqual(items);
  });

  test("says what is meant for the user, and that only", async () => {
    const { client } = start({
      // oxlint-disable-next-line require-yield
      async *reply() {
        throw new UserError("We are closed.");
      },
    });
    expect(await failure(client.sendUserMessage("Hello"))).toMatchObject({
      message: "We are closed.",
      serverCode: "custom",
      allowRetry: false,
    });
    expect(console.error).not.toHaveBeenCalled();
  });
});

test("a synchronous action that failed keeps its reasons, too", async () => {
  const { handle, client } = start({
    actNow: async ({ payload }) => {
      throw payload === "user" ? new UserError("Too late.") : new Error("SQL");
    },
  });
  await client.sendUserMessage("Hello");
  const answer = async (payload: string) => {
    const { threadId: thread_id } = client.getStatus();
    const reply = await handle(
      new Request("http://localhost/", {
        method: "POST",
        body: JSON.stringify({
          type: "threads.sync_custom_action",
          params: { thread_id, action: { type: "go", payload } },
        }),
      }),
    );
    return [reply.status, await reply.json()];
  };
  expect(await answer("user")).toEqual([500, { error: "Too late." }]);
  expect(await answer("")).toEqual([500, { error: "Internal Server Error" }]);
});

test("a long thread is loaded by pages", async () => {
  const { client, open } = start({
    async *reply(_, context) {
      for (let i = 0; i < 150; i++) {
        yield events.done(context.widget(card(String(i))));
      }
    },
  });
  await client.sendUserMessage("Hello");
  const { threadId } = client.getStatus();
  const other = open();
  await other.loadThread(threadId!);
  expect(other.getItems()).toHaveLength(151);
  expect(other.getItems()).toEqual(client.getItems());
});

test("what does not exist is answered with an error", async () => {
  const { open, handle } = start({});
  expect(await failure(open("nope").refresh())).toMatchObject({
    reason: "http",
    status: 500,
  });
  const reply = await handle(
    new Request("http://localhost/", { method: "POST", body: "no JSON" }),
  );
  expect(reply.status).toBe(500);
});

test("through Node a reply streams, and ends when the client goes", async () => {
  const ended = vi.fn();
  const { handle } = start({
    async *reply(_, context) {
      try {
        const item = context.widget(card(""));
        yield events.added(item);
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          yield events.delta(item, "t", "x");
        }
      } finally {
        ended();
      }
    },
  });
  const serve = toNode(handle);
  const server = createServer((...args) => void serve(...args));
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  const client = createChatKitClient({
    url: `http://127.0.0.1:${port}/chatkit`,
    onError: () => undefined,
  });
  const sent = failure(client.sendUserMessage("Hello"));
  await vi.waitFor(() =>
    expect(JSON.stringify(client.getItems().at(-1))).toContain("xx"),
  );
  expect(ended).not.toHaveBeenCalled();
  client.stop();
  expect(await sent).toMatchObject({ reason: "stopped" });
  await vi.waitFor(() => expect(ended).toHaveBeenCalled());
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("threads are listed, newest first, renamed and deleted", async () => {
  const { open, client } = start({});
  const other = open();
  await client.sendUserMessage("First");
  await other.sendUserMessage("Second");
  const [first, second] = [client, other].map(
    (one) => one.getStatus().threadId,
  );
  await client.request("threads.update", { title: "Trip" });
  expect(client.getStatus().title).toBe("Trip");
  const ids = async () => {
    const { data } = await client.request("threads.list", {});
    return data.map(({ id, title }) => [id, title]);
  };
  expect(await ids()).toEqual([
    [second, undefined],
    [first, "Trip"],
  ]);
  const page = await client.request("threads.list", { limit: 1 });
  expect(page).toMatchObject({ has_more: true, after: second });
  await client.request("threads.delete", { thread_id: second! });
  expect(await ids()).toEqual([[first, "Trip"]]);
  expect(client.getItems()).toHaveLength(2);
});

test("items come newest first, unless they are asked for otherwise", async () => {
  const { client } = start({});
  await client.sendUserMessage("Hello");
  const all = client.getItems().map(({ id }) => id);
  const ask = async (order?: "asc") => {
    const { data } = await client.request("items.list", { order });
    return data.map(({ id }) => id);
  };
  expect(await ask()).toEqual(all.toReversed());
  expect(await ask("asc")).toEqual(all);
  expect(client.getItems().map(({ id }) => id)).toEqual(all);
});

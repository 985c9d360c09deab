// @vitest-environment node
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  createChatKitClient,
  type ChatKitClientOptions,
  type ChatKitError,
} from "../../src/chatkit/index.js";
import { startServer } from "../fixtures/chatkit-server.mjs";
import { card, createHandler } from "../fixtures/sdk-server.js";

const failure = (promise: void | Promise<void>) =>
  Promise.resolve(promise).then(
    () => undefined,
    (cause: unknown) => cause as ChatKitError,
  );
const start = (options: ChatKitClientOptions) =>
  createChatKitClient({ onError: () => undefined, ...options });

describe("chatkit-node-backend-sdk", () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    vi.spyOn(console, "log").mockReturnValue();
    server = createServer(createHandler());
    await new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", () => resolve()),
    );
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  afterAll(async () => {
    vi.restoreAllMocks();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** A client whose thread holds a message and a widget. */
  const written = async () => {
    const texts: unknown[] = [];
    const client = start({
      url,
      onEvent: () => texts.push(client.getItems().at(-1)),
    });
    await client.sendUserMessage("Ada");
    return { client, texts, itemId: client.getItems().at(-1)!.id };
  };

  test("a widget streams and is done", async () => {
    const { client, texts } = await written();
    expect(client.getItems()).toMatchObject([
      { type: "user_message", content: [{ text: "Ada" }] },
      { type: "widget", widget: card("Dear Ada 🐱") },
    ]);
    expect(JSON.stringify(texts)).toContain(
      '"value":"Dear Ada","streaming":true',
    );
    expect(client.getStatus()).toMatchObject({
      title: "A letter",
      streaming: false,
      stale: new Set(),
    });
  });

  test("an action replaces the widget, here and in the store", async () => {
    const { client, itemId } = await written();
    await client.sendCustomAction({ type: "send", payload: { id: 1 } }, itemId);
    expect(client.getItems()[1]).toMatchObject({
      id: itemId,
      widget: card("Sent"),
    });
    const streamed = client.getItems();
    await client.refresh();
    // What is stored also has the nulls that events leave out.
    expect(client.getItems()).toMatchObject(streamed);
    const other = start({ url });
    await other.loadThread(client.getStatus().threadId!);
    expect(other.getItems()).toEqual(client.getItems());
  });

  test("an empty reply is a success", async () => {
    const { client, itemId } = await written();
    const items = client.getItems();
    await client.sendCustomAction({ type: "nothing" }, itemId);
    expect(client.getItems()).toBe(items);
  });

  test("a client tool runs in the page, and its result goes on with the turn", async () => {
    const onClientTool = vi.fn(async () => ({ city: "Porto" }));
    const client = start({ url, onClientTool });
    await client.sendUserMessage("Where am I?");
    expect(onClientTool.mock.calls).toEqual([
      [
        "get_position",
        { precise: true },
        { signal: expect.anything() as unknown },
      ],
    ]);
    const items = [
      { type: "user_message" },
      {
        type: "client_tool_call",
        status: "completed",
        output: { city: "Porto" },
      },
      { type: "assistant_message", content: [{ text: '{"city":"Porto"}' }] },
    ];
    expect(client.getItems()).toMatchObject(items);
    await client.refresh();
    expect(client.getItems()).toMatchObject(items);
  });

  test("threads are listed, renamed, closed and deleted", async () => {
    const { client } = await written();
    const threadId = client.getStatus().threadId!;
    await client.request("threads.update", { title: "To Ada" });
    expect(client.getStatus().title).toBe("To Ada");
    const { data } = await client.request("threads.list", { limit: 50 });
    expect(data.find(({ id }) => id === threadId)?.title).toBe("To Ada");
    await client.sendUserMessage("Close it");
    expect(client.getStatus().threadStatus).toEqual({
      type: "closed",
      reason: "It is late.",
    });
    await client.refresh();
    expect(client.getStatus().threadStatus.type).toBe("closed");
    await client.request("threads.delete", {});
    expect(client.getItems()).toEqual([]);
    expect(client.getStatus().threadId).toBeUndefined();
    const rest = await client.request("threads.list", {});
    expect(rest.data.some(({ id }) => id === threadId)).toBe(false);
    await client.sendUserMessage("Bob");
    expect(client.getItems()).toHaveLength(2);
  });

  test("what another tab added is there after a refresh, without a gap", async () => {
    const { client } = await written();
    const other = start({ url });
    await other.loadThread(client.getStatus().threadId!);
    for (let i = 0; i < 15; i++) await other.sendUserMessage(`${i}`);
    await client.sendUserMessage("Me again");
    await client.refresh();
    await other.refresh();
    expect(client.getItems()).toHaveLength(34);
    expect(client.getItems()).toEqual(other.getItems());
  });

  test("failures reject: an error event, an unknown item, an unknown request", async () => {
    const { client, itemId } = await written();
    expect(
      await failure(client.sendCustomAction({ type: "fail" }, itemId)),
    ).toMatchObject({ reason: "server", allowRetry: true });
    expect(
      await failure(client.sendCustomAction({ type: "send" }, "nope")),
    ).toMatchObject({ reason: "network" });
    const sync = client.sendAction(
      { type: "send" },
      { id: itemId, widget: undefined },
      {
        handler: "server",
        streaming: false,
        node: { type: "Button", path: "" },
        signal: new AbortController().signal,
        sendAction: async () => undefined,
      },
    );
    expect(await failure(sync)).toMatchObject({
      reason: "http",
      status: 500,
      message: expect.stringContaining("Unknown request type") as unknown,
    });
  });
});

describe("what that server lacks", () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => void (server = await startServer()));
  afterAll(() => server.close());

  const written = async (options: Partial<ChatKitClientOptions> = {}) => {
    const client = start({ url: server.url, ...options });
    await client.sendUserMessage("Ada");
    const itemId = client.getItems().at(-1)!.id;
    const sync = (type: string, payload?: unknown) =>
      client.sendAction(
        { type, payload },
        { id: itemId, widget: undefined },
        {
          handler: "server",
          streaming: false,
          node: { type: "Button", path: "" },
          signal: new AbortController().signal,
          sendAction: async () => undefined,
        },
      );
    const text = () => {
      const item = client.getItems().find(({ id }) => id === itemId);
      return JSON.stringify(item).match(/"id":"body","value":"([^"]*)"/)?.[1];
    };
    return { client, itemId, sync, text };
  };

  test("pings between the events, options before them", async () => {
    const { client, text } = await written();
    expect(text()).toBe("You wrote: Ada");
    expect(client.getStatus()).toMatchObject({
      allowCancel: true,
      progress: undefined,
    });
  });

  test("a synchronous action changes its item while another one streams", async () => {
    const { client, itemId, sync, text } = await written();
    const streaming = client.sendCustomAction(
      { type: "replace", payload: { value: "streamed", waits: true } },
      itemId,
    );
    await sync("set", { value: "at once" });
    expect(text()).toBe("at once");
    expect(client.getStatus().streaming).toBe(true);
    server.release("streamed");
    await streaming;
    expect(text()).toBe("streamed");
    await sync("nothing");
    expect(text()).toBe("streamed");
    expect(await failure(sync("fail"))).toMatchObject({
      reason: "http",
      message: expect.stringContaining("no such action") as unknown,
    });
  });

  test("with `allow`, the later answer is what stands", async () => {
    const { client, itemId, text } = await written({ concurrency: "allow" });
    const replace = (value: string) =>
      client.sendCustomAction(
        { type: "replace", payload: { value, waits: true } },
        itemId,
      );
    const [slow, fast] = [replace("slow"), replace("fast")];
    server.release("fast");
    await fast;
    expect(text()).toBe("fast");
    server.release("slow");
    await slow;
    expect(text()).toBe("slow");
  });

  test("effects of an action", async () => {
    const onEffect = vi.fn();
    const { client, itemId } = await written({ onEffect });
    await client.sendCustomAction(
      { type: "replace", payload: { value: "a" } },
      itemId,
    );
    expect(onEffect.mock.calls).toEqual([
      [{ name: "replaced", data: { id: itemId } }],
    ]);
  });

  test.each([
    ["declined", { reason: "server", serverCode: "custom", allowRetry: true }],
    ["failed-early", { reason: "server", serverCode: "stream.error" }],
    ["broken", { reason: "network" }],
    ["unheard-of", { reason: "network" }],
  ])("%s", async (type, expected) => {
    const { client, itemId } = await written();
    expect(
      await failure(client.sendCustomAction({ type }, itemId)),
    ).toMatchObject(expected);
    expect(client.getStatus().stale).toContain(itemId);
    await client.refresh();
    expect(client.getItems().map((item) => item.type)).toEqual([
      "user_message",
      "widget",
    ]);
    expect(client.getStatus().stale).toEqual(new Set());
  });

  test("an unknown thread is a reply that breaks", async () => {
    const client = start({ url: server.url, threadId: "nope" });
    expect(
      await failure(client.sendCustomAction({ type: "go" })),
    ).toMatchObject({
      reason: "network",
    });
    expect(await failure(client.refresh())).toMatchObject({
      reason: "http",
      message: expect.stringContaining("no such thread") as unknown,
    });
  });

  test("no server at all", async () => {
    const client = start({ url: "http://127.0.0.1:9/", threadId: "thr_1" });
    expect(
      await failure(client.sendCustomAction({ type: "go" })),
    ).toMatchObject({
      reason: "network",
    });
  });

  test("stop ends a reply that does not", async () => {
    const { client, itemId } = await written();
    const sent = failure(client.sendCustomAction({ type: "endless" }, itemId));
    await vi.waitFor(() => expect(client.getStatus().allowCancel).toBe(false));
    client.stop();
    expect(await sent).toMatchObject({ reason: "stopped" });
    await client.refresh();
    expect(client.getStatus().stale).toEqual(new Set());
  });

  test("a long thread is loaded by pages", async () => {
    const { client, itemId } = await written();
    await client.sendCustomAction({ type: "many" }, itemId);
    const other = start({ url: server.url });
    await other.loadThread(client.getStatus().threadId!);
    expect(other.getItems()).toHaveLength(152);
    expect(other.getItems()).toEqual(client.getItems());
  });
});

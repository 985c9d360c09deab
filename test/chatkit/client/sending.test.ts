// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import {
  createChatKitClient,
  type ChatKitClientOptions,
} from "../../../src/chatkit/index.js";
import {
  done,
  events,
  fakeServer,
  json,
  openStream,
  settle,
  textCard,
  widgetItem,
} from "../fake.js";
import {
  start,
  go,
  context,
  sender,
  failure,
} from "../../helpers/unitChatKit.js";

describe("what a client sends", () => {
  test("the first message creates the thread, the next ones are sent to it", async () => {
    const created = { type: "thread.created", thread: { id: "thr_9" } };
    const { client, server } = start(
      { threadId: undefined },
      events(created),
      events(),
    );
    await client.sendUserMessage("Hello");
    expect(client.getStatus().threadId).toBe("thr_9");
    await client.sendUserMessage("Again");
    const input = (text: string) => ({
      content: [{ type: "input_text", text }],
      attachments: [],
      inference_options: {},
    });
    expect(server.requests).toMatchObject([
      { type: "threads.create", params: { input: input("Hello") } },
      {
        type: "threads.add_user_message",
        params: { thread_id: "thr_9", input: input("Again") },
      },
    ]);
  });

  test("an action names its thread, its item, and what its author wrote", async () => {
    const { client, server } = start({}, events());
    const config = { ...go, handler: "server", loadingBehavior: "self" };
    await client.sendAction(config, sender, context());
    const [request] = server.requests;
    expect(request).toMatchObject({
      type: "threads.custom_action",
      params: { thread_id: "thr_1", item_id: "msg_1", action: go },
    });
    expect(request?.params["action"]).toEqual(go);
    expect(request?.headers.get("accept")).toBe("text/event-stream");
    expect(request?.headers.get("content-type")).toBe("application/json");
  });

  test("a synchronous action is another request", async () => {
    const { client, server } = start({}, json({}));
    await client.sendAction(go, sender, context({ streaming: false }));
    expect(server.requests).toMatchObject([
      {
        type: "threads.sync_custom_action",
        params: { thread_id: "thr_1", item_id: "msg_1", action: go },
      },
    ]);
    expect(server.requests[0]?.headers.get("accept")).toBe("application/json");
  });

  test("headers and fetch are asked when a request is sent", async () => {
    let token = "one";
    const first = fakeServer(events(), events());
    const second = fakeServer(events());
    const options: ChatKitClientOptions = {
      url: "/chatkit",
      threadId: "thr_1",
      fetch: first.fetch,
      headers: async () => ({ authorization: token }),
    };
    const client = createChatKitClient(options);
    await client.sendCustomAction(go);
    token = "two";
    await client.sendCustomAction(go);
    options.fetch = second.fetch;
    options.headers = { "content-type": "application/vnd.chat+json" };
    await client.sendCustomAction(go);
    expect(
      first.requests.map(({ headers }) => headers.get("authorization")),
    ).toEqual(["one", "two"]);
    expect(second.requests[0]?.headers.get("content-type")).toBe(
      "application/vnd.chat+json",
    );
  });

  test("without `fetch` the global one of that moment sends", async () => {
    const server = fakeServer(events());
    const client = createChatKitClient({ url: "/chatkit", threadId: "thr_1" });
    vi.stubGlobal("fetch", server.fetch);
    await client.sendCustomAction(go);
    vi.unstubAllGlobals();
    expect(server.requests).toHaveLength(1);
  });

  test("the renderer's signal does not end what the server does", async () => {
    const reply = openStream();
    const { client, server } = start({}, reply.reply);
    const unmount = new AbortController();
    const listen = vi.spyOn(unmount.signal, "addEventListener");
    const sent = client.sendAction(
      go,
      sender,
      context({ signal: unmount.signal }),
    );
    await settle();
    unmount.abort();
    expect(server.requests[0]?.signal.aborted).toBe(false);
    expect(listen).not.toHaveBeenCalled();
    reply.end();
    await sent;
  });
});

describe("the order of requests", () => {
  test("while a reply streams, actions and messages are refused", async () => {
    const reply = openStream();
    const { client, server, errors } = start(
      {},
      reply.reply,
      json({}),
      events(),
    );
    const first = client.sendCustomAction(go, "msg_1");
    for (const refused of [
      client.sendAction(go, sender, context()),
      client.sendCustomAction(go),
      client.sendUserMessage("Hello"),
    ]) {
      const result = await failure(refused);
      expect(result).toMatchObject({ name: "ChatKitError", reason: "refused" });
      expect(result?.message).toContain("streaming already");
    }
    await client.sendAction(go, sender, context({ streaming: false }));
    expect(client.getStatus().streaming).toBe(true);
    reply.end();
    await first;
    await client.sendCustomAction(go);
    expect(server.requests.map(({ type }) => type)).toEqual([
      "threads.custom_action",
      "threads.sync_custom_action",
      "threads.custom_action",
    ]);
    expect(errors).toEqual([]);
  });

  test('with concurrency: "allow" they stream side by side', async () => {
    const [a, b] = [openStream(), openStream()];
    const { client } = start({ concurrency: "allow" }, a.reply, b.reply);
    const first = client.sendCustomAction(go, "msg_1");
    const second = client.sendCustomAction(go, "msg_1");
    await settle();
    b.send(done(widgetItem("msg_1", textCard("b"))));
    b.end();
    await second;
    expect(client.getStatus().streaming).toBe(true);
    a.send(done(widgetItem("msg_1", textCard("a"))));
    a.end();
    await first;
    expect(client.getItems()).toEqual([widgetItem("msg_1", textCard("a"))]);
  });

  test("a thread is created once", async () => {
    const reply = openStream();
    const { client } = start(
      { threadId: undefined, concurrency: "allow" },
      reply.reply,
    );
    const first = client.sendUserMessage("Hello");
    expect((await failure(client.sendUserMessage("Again")))?.message).toContain(
      "being created",
    );
    reply.end();
    await first;
  });

  test("what cannot be sent says why", async () => {
    const { client, server } = start({ threadId: undefined });
    const results = await Promise.all(
      [
        client.sendCustomAction(go),
        client.sendAction(go, sender, context({ handler: "client" })),
        client.refresh(),
        client.retry(),
      ].map(failure),
    );
    expect(results.map((result) => result?.message)).toEqual([
      expect.stringContaining("no active thread"),
      expect.stringContaining('Pass "onAction"'),
      expect.stringContaining("no thread to refresh"),
      expect.stringContaining("nothing that the server would take again"),
    ]);
    expect(server.requests).toEqual([]);
    expect(client.getStatus().error).toBeUndefined();
  });
});

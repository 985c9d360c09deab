// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  ChatKitError,
  createChatKitClient,
  type ChatKitClientOptions,
  type ChatKitEvent,
} from "../../src/chatkit/index.js";
import type { ActionContext, WidgetError } from "../../src/index.js";
import {
  added,
  delta,
  done,
  events,
  fakeServer,
  json,
  openStream,
  settle,
  sse,
  stream,
  textCard,
  widgetItem,
} from "./fake.js";

function start(
  options: Partial<ChatKitClientOptions> = {},
  ...replies: Parameters<typeof fakeServer>
) {
  const server = fakeServer(...replies);
  const errors: WidgetError[] = [];
  const client = createChatKitClient({
    url: "/chatkit",
    threadId: "thr_1",
    fetch: server.fetch,
    onError: (error) => errors.push(error),
    ...options,
  });
  return { server, errors, client };
}

/** A client whose thread has these items. */
async function startWith(
  items: object[],
  options?: Partial<ChatKitClientOptions>,
) {
  const started = start(options, thread(items));
  await started.client.refresh();
  started.server.requests.length = 0;
  return started;
}

const thread = (data: object[], more = false) =>
  json({ id: "thr_1", title: "Trip", items: { data, has_more: more } });
const go = { type: "go", payload: { id: 1 } };
const context = (over: Partial<ActionContext> = {}): ActionContext => ({
  handler: "server",
  streaming: true,
  node: { type: "Button", path: "/children/0" },
  signal: new AbortController().signal,
  sendAction: async () => undefined,
  ...over,
});
const sender = { id: "msg_1", widget: textCard("Hi") };
const failure = (promise: void | Promise<void>) =>
  Promise.resolve(promise).then(
    () => undefined,
    (cause: unknown) => cause as ChatKitError,
  );
const serverError = (over: object = {}) => ({
  type: "error",
  code: "stream.error",
  allow_retry: true,
  ...over,
});

describe("requests", () => {
  test("the first message creates the thread, the next ones stand in it", async () => {
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

describe("a reply", () => {
  test("the promise settles when the reply has ended, not before", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply);
    let ended = false;
    const sent = client
      .sendCustomAction(go, "msg_1")
      .then(() => (ended = true));
    await settle();
    reply.send(done(widgetItem("msg_1", textCard("done"))));
    await settle();
    expect(client.getItems()).toEqual([widgetItem("msg_1", textCard("done"))]);
    expect([ended, client.getStatus().streaming]).toEqual([false, true]);
    reply.end();
    await sent;
    expect(client.getStatus().streaming).toBe(false);
  });

  test("effects come once each, in order, with the state of their moment", async () => {
    const log: unknown[] = [];
    const { client } = start(
      {
        onEffect: (effect) => log.push([effect, client.getItems().length]),
        onEvent: ({ type }) => log.push(type),
      },
      events(
        { type: "client_effect", name: "a", data: { nothing: null } },
        done(widgetItem("msg_1")),
        { type: "client_effect", name: "b" },
      ),
    );
    await client.sendCustomAction(go);
    expect(log).toEqual([
      [{ name: "a", data: { nothing: null } }, 0],
      "client_effect",
      "thread.item.done",
      [{ name: "b", data: {} }, 1],
      "client_effect",
    ]);
  });

  test("progress stays until the next item or the end, a notice until the next request", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply, events());
    const sent = client.sendCustomAction(go);
    await settle();
    reply.send(
      { type: "progress_update", icon: "search", text: "Searching…" },
      { type: "notice", level: "warning", message: "Almost full" },
      { type: "stream_options", stream_options: { allow_cancel: false } },
    );
    await settle();
    expect(client.getStatus()).toMatchObject({
      progress: { icon: "search", text: "Searching…" },
      notice: { level: "warning", message: "Almost full" },
      allowCancel: false,
    });
    reply.send(done(widgetItem("msg_1")));
    await settle();
    expect(client.getStatus().progress).toBeUndefined();
    reply.send({ type: "progress_update", text: "Writing" });
    reply.end();
    await sent;
    expect(client.getStatus().progress).toBeUndefined();
    expect(client.getStatus().notice).toBeDefined();
    const next = client.sendCustomAction(go);
    expect(client.getStatus()).toMatchObject({
      notice: undefined,
      allowCancel: true,
    });
    await next;
  });

  test("what is not known is told and ignored", async () => {
    const onUnknownEvent = vi.fn();
    const unknown: unknown[] = [
      { type: "thread.item.moved", item_id: "msg_1" },
      delta("nope", "x"),
      { no: "type" },
      null,
      3,
      ["thread.item.done"],
    ];
    const { client, errors } = start(
      { onUnknownEvent },
      events(...(unknown as object[]), done(widgetItem("msg_1"))),
    );
    await client.sendCustomAction(go);
    expect(
      onUnknownEvent.mock.calls.map(([event]) => event as unknown),
    ).toEqual(unknown);
    expect(client.getItems()).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test("an event that is not JSON is told, and the next ones count", async () => {
    const { client, errors } = start(
      {},
      stream([
        `data: {"type":\n\ndata: \n\ndata: [DONE]\n\n${sse(done(widgetItem("msg_1")))}`,
      ]),
    );
    await client.sendCustomAction(go);
    expect(client.getItems()).toHaveLength(1);
    expect(errors).toMatchObject([
      {
        code: "stream",
        reason: "protocol",
        message: 'An event is not JSON and was left out: {"type":',
      },
    ]);
  });

  test("a handler of the host that throws stops nothing", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const fail = () => {
      throw new Error("host");
    };
    const { client } = start(
      { onEffect: fail, onEvent: fail, onUnknownEvent: fail, onError: fail },
      events(
        { type: "client_effect", name: "a" },
        { type: "unknown" },
        serverError(),
        done(widgetItem("msg_1")),
      ),
    );
    client.subscribe(fail);
    expect(await failure(client.sendCustomAction(go))).toMatchObject({
      reason: "server",
    });
    expect(client.getItems()).toHaveLength(1);
    expect(log).toHaveBeenCalled();
    log.mockRestore();
  });

  test("an empty reply is a success that changes nothing", async () => {
    const { client, server, errors } = await startWith([widgetItem("msg_1")]);
    const items = client.getItems();
    server.reply(events(), stream([""]), new Response(null, { status: 204 }));
    for (let i = 0; i < 3; i++) await client.sendCustomAction(go, "msg_1");
    expect(client.getItems()).toBe(items);
    expect(errors).toEqual([]);
  });
});

describe("a synchronous reply", () => {
  const sync = (reply: Response, options?: Partial<ChatKitClientOptions>) =>
    startWith([widgetItem("msg_1", textCard("old"))], options).then(
      async (started) => {
        started.server.reply(reply);
        const result = await failure(
          started.client.sendAction(go, sender, context({ streaming: false })),
        );
        return { ...started, result };
      },
    );

  test("`updated_item` takes the item's place", async () => {
    const { client } = await sync(
      json({ updated_item: widgetItem("msg_1", textCard("new")) }),
    );
    expect(client.getItems()).toEqual([widgetItem("msg_1", textCard("new"))]);
  });

  test("without an id it is the item that the action came from", async () => {
    const { id: _, ...item } = widgetItem("", textCard("new"));
    const { client } = await sync(json({ updated_item: item }));
    expect(client.getItems()).toEqual([
      { ...widgetItem("msg_1", textCard("new")) },
    ]);
  });

  test("it may be another item", async () => {
    const { client } = await sync(json({ updated_item: widgetItem("msg_2") }));
    expect(client.getItems().map(({ id }) => id)).toEqual(["msg_1", "msg_2"]);
  });

  test.each([{}, { updated_item: null }, { updated_item: "no" }])(
    "%o changes nothing",
    async (body) => {
      const { client, result } = await sync(json(body));
      expect(result).toBeUndefined();
      expect(client.getItems()).toEqual([widgetItem("msg_1", textCard("old"))]);
    },
  );

  test("events in reply to it are applied as events", async () => {
    const { client } = await sync(
      events(done(widgetItem("msg_1", textCard("new")))),
    );
    expect(client.getItems()).toEqual([widgetItem("msg_1", textCard("new"))]);
  });

  test("JSON in reply to a streaming action is applied as JSON", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    server.reply(json({ updated_item: widgetItem("msg_1", textCard("new")) }));
    await client.sendAction(go, sender, context());
    expect(client.getItems()).toEqual([widgetItem("msg_1", textCard("new"))]);
  });

  test("a server without them is told of, and the action is not sent otherwise", async () => {
    const { result, server, client } = await sync(
      json({ error: "Unknown request type: threads.sync_custom_action" }, 500),
    );
    expect(result).toMatchObject({ reason: "http", status: 500 });
    expect(result?.message).toContain("Unknown request type");
    expect(server.requests).toHaveLength(1);
    expect(client.getStatus().stale).toEqual(new Set(["msg_1"]));
  });

  test("broken JSON is told of", async () => {
    const { result } = await sync(
      new Response('{"updated_item":', {
        headers: { "content-type": "application/json" },
      }),
    );
    expect(result).toMatchObject({ reason: "protocol" });
  });

  test("a late one does not undo what a later action was answered", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    let answer!: (reply: Response) => void;
    server.reply(
      () => new Promise<Response>((resolve) => (answer = resolve)),
      json({ updated_item: widgetItem("msg_1", textCard("second")) }),
    );
    const send = () =>
      client.sendAction(go, sender, context({ streaming: false }));
    const first = send();
    await send();
    answer(json({ updated_item: widgetItem("msg_1", textCard("first")) }));
    await first;
    expect(client.getItems()).toEqual([
      widgetItem("msg_1", textCard("second")),
    ]);
  });
});

describe("failures", () => {
  const act = async (reply: Response | Error) => {
    const started = await startWith([widgetItem("msg_1"), widgetItem("msg_2")]);
    started.server.reply(reply);
    const result = await failure(started.client.sendCustomAction(go, "msg_1"));
    return { ...started, result };
  };

  test.each<[string, Response | Error, Partial<ChatKitError>, string]>([
    [
      "500 with text",
      new Response("Internal Server Error", { status: 500 }),
      { reason: "http", status: 500 },
      "Internal Server Error",
    ],
    [
      "500 with JSON",
      json({ error: "Unknown item" }, 500),
      { reason: "http", status: 500 },
      "Unknown item",
    ],
    [
      "200 with a body that breaks at once",
      stream([], new TypeError("terminated")),
      { reason: "network" },
      "terminated",
    ],
    [
      "200 with a body that breaks later",
      stream([sse(delta("msg_1", "x"))], new TypeError("terminated")),
      { reason: "network" },
      "terminated",
    ],
    [
      "an error event",
      events(
        serverError({ code: "custom", message: "Card was **declined**." }),
      ),
      { reason: "server", serverCode: "custom", allowRetry: true },
      "Card was **declined**.",
    ],
    [
      "an error event that is not the last one",
      events(serverError({ allow_retry: false }), {
        type: "thread.updated",
        thread: { id: "thr_1", title: "After" },
      }),
      { reason: "server", serverCode: "stream.error", allowRetry: false },
      "stream.error",
    ],
    [
      "an error event, then a body that breaks",
      stream([sse(serverError())], new TypeError("terminated")),
      { reason: "server" },
      "stream.error",
    ],
    [
      "no server",
      new TypeError("fetch failed"),
      { reason: "network" },
      "fetch failed",
    ],
  ])("%s", async (_, reply, expected, message) => {
    const { client, errors, result } = await act(reply);
    expect(result).toBeInstanceOf(ChatKitError);
    expect(result).toMatchObject({ code: "stream", ...expected });
    expect(result?.message).toContain(message);
    expect(errors).toEqual([result]);
    expect(client.getStatus()).toMatchObject({
      streaming: false,
      error: result,
      stale: new Set(["msg_1"]),
    });
  });

  test("what was applied before stays, and the next request clears the error", async () => {
    const { client, server } = await act(
      events(done(widgetItem("msg_1", textCard("new"))), serverError()),
    );
    expect(client.getItems()[0]).toEqual(widgetItem("msg_1", textCard("new")));
    server.reply(events());
    const next = client.sendCustomAction(go);
    expect(client.getStatus()).toMatchObject({
      error: undefined,
      canRetry: false,
    });
    await next;
  });

  test("an item without its end is stale, also after a clean end", async () => {
    const { client, result } = await act(
      events(
        added(widgetItem("msg_3")),
        added(widgetItem("msg_4")),
        done(widgetItem("msg_4")),
      ),
    );
    expect(result).toMatchObject({ reason: "network" });
    expect(result?.message).toContain('before the item "msg_3" was done');
    expect(client.getStatus().stale).toEqual(new Set(["msg_1", "msg_3"]));
  });

  test("an item whose reply goes on is not done by the answer to another action", async () => {
    const reply = openStream();
    const { client } = start(
      {},
      reply.reply,
      json({ updated_item: widgetItem("msg_1", textCard("Lap")) }),
    );
    const sent = failure(client.sendCustomAction(go));
    reply.send(added(widgetItem("msg_1")));
    await vi.waitFor(() => expect(client.getItems()).toHaveLength(1));
    await client.sendAction(go, sender, context({ streaming: false }));
    expect(client.getItems()).toEqual([widgetItem("msg_1", textCard("Lap"))]);
    reply.end();
    expect(await sent).toMatchObject({ reason: "network" });
    expect(client.getStatus().stale).toEqual(new Set(["msg_1"]));
  });

  test("an item that another reply took away is not missed", async () => {
    const [a, b] = [openStream(), openStream()];
    const { client } = start({ concurrency: "allow" }, a.reply, b.reply);
    const first = client.sendCustomAction(go);
    const second = client.sendCustomAction(go);
    a.send(added(widgetItem("msg_1")));
    await vi.waitFor(() => expect(client.getItems()).toHaveLength(1));
    b.send({ type: "thread.item.removed", item_id: "msg_1" });
    b.end();
    await second;
    a.end();
    await first;
    expect(client.getItems()).toEqual([]);
  });

  test("a whole item in a later reply is not stale", async () => {
    const { client, server } = await act(new TypeError("terminated"));
    server.reply(events(done(widgetItem("msg_1"))));
    await client.sendCustomAction(go);
    expect(client.getStatus().stale).toEqual(new Set());
  });

  test("an item that is not here is not stale", async () => {
    const { client } = start({}, new TypeError("terminated"));
    await failure(client.sendCustomAction(go, "elsewhere"));
    expect(client.getStatus().stale).toEqual(new Set());
  });

  test("headers that cannot be had fail the action", async () => {
    const { client, errors } = start({
      headers: () => Promise.reject(new Error("signed out")),
    });
    const result = await failure(client.sendCustomAction(go));
    expect(result?.message).toContain("signed out");
    expect(errors).toHaveLength(1);
  });

  test("without `onError` the console is told what no promise tells", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const { client } = start(
      { onError: undefined },
      new TypeError("offline"),
      events(serverError()),
      stream(["data: no JSON\n\n"]),
    );
    expect(await failure(client.sendCustomAction(go))).toBeDefined();
    expect(await failure(client.sendCustomAction(go))).toBeDefined();
    expect(warn).not.toHaveBeenCalled();
    await client.sendCustomAction(go);
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^widget-renderer \[stream\]: .*no JSON/)],
    ]);
    warn.mockRestore();
  });
});

describe("order", () => {
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

describe("stop", () => {
  test("the reply ends, the promise rejects, what it was about is stale", async () => {
    const reply = openStream();
    const { client, server, errors } = await startWith([widgetItem("msg_1")]);
    server.reply(reply.reply);
    const sent = failure(client.sendCustomAction(go, "msg_1"));
    await settle();
    reply.send(added(widgetItem("msg_2", textCard("a"))));
    await settle();
    client.stop();
    expect(client.getStatus()).toMatchObject({
      streaming: false,
      stale: new Set(["msg_1", "msg_2"]),
      error: { reason: "stopped" },
    });
    expect(server.requests[0]?.signal.aborted).toBe(true);
    const result = await sent;
    expect(result).toMatchObject({
      reason: "stopped",
      message: "The reply was stopped.",
    });
    expect(errors).toEqual([result]);
    await settle();
    expect(reply.cancelled).toBe(true);
  });

  test("what arrives afterwards no longer counts", async () => {
    let answer!: (reply: Response) => void;
    const { client } = start(
      {},
      () => new Promise<Response>((resolve) => (answer = resolve)),
    );
    const sent = failure(client.sendCustomAction(go));
    await settle();
    client.stop();
    await sent;
    answer(events(done(widgetItem("msg_1")), serverError()));
    await settle();
    expect(client.getItems()).toEqual([]);
    expect(client.getStatus().error?.reason).toBe("stopped");
  });

  test("before the headers are there: nothing is sent", async () => {
    let sign!: (headers: HeadersInit) => void;
    const { client, server } = start({
      headers: () => new Promise<HeadersInit>((resolve) => (sign = resolve)),
    });
    const sent = failure(client.sendCustomAction(go));
    client.stop();
    sign({});
    await settle();
    expect((await sent)?.reason).toBe("stopped");
    expect(server.requests).toEqual([]);
  });

  test("from within an event: the rest of the reply no longer counts", async () => {
    const started = start(
      { onEvent: () => started.client.stop() },
      events(done(widgetItem("msg_1")), done(widgetItem("msg_2"))),
    );
    await failure(started.client.sendCustomAction(go));
    expect(started.client.getItems().map(({ id }) => id)).toEqual(["msg_1"]);
  });

  test("the next request may follow at once and has no error", async () => {
    const { client } = start({}, openStream().reply, events());
    const first = failure(client.sendCustomAction(go));
    await settle();
    client.stop();
    const second = client.sendCustomAction(go);
    await first;
    expect(client.getStatus()).toMatchObject({
      streaming: true,
      error: undefined,
    });
    await second;
  });

  test("an action that was stopped outruns no later one", async () => {
    // A host's `fetch` may not look at the signal.
    const answers: ((reply: Response) => void)[] = [];
    const reply = () =>
      new Promise<Response>((resolve) => void answers.push(resolve));
    const { client } = start({}, reply, reply);
    const send = () =>
      client.sendAction(go, sender, context({ streaming: false }));
    const first = failure(send());
    await settle();
    client.stop();
    const second = send();
    await settle();
    answers[0]!(json({}));
    await settle();
    answers[1]!(json({ updated_item: widgetItem("msg_1") }));
    await second;
    expect((await first)?.reason).toBe("stopped");
    expect(client.getItems()).toEqual([widgetItem("msg_1")]);
  });

  test("with nothing to stop, nothing happens", () => {
    const { client, errors } = start();
    const status = client.getStatus();
    client.stop();
    expect(client.getStatus()).toBe(status);
    expect(errors).toEqual([]);
  });
});

describe("retry", () => {
  test("the same action is sent again, once", async () => {
    const { client, server } = start({}, events(serverError()), events());
    await failure(client.sendCustomAction(go, "msg_1"));
    expect(client.getStatus().canRetry).toBe(true);
    await client.retry();
    expect(server.requests[1]).toMatchObject({
      type: "threads.custom_action",
      params: server.requests[0]?.params,
    });
    expect(client.getStatus()).toMatchObject({
      canRetry: false,
      error: undefined,
    });
    expect(await failure(client.retry())).toMatchObject({ reason: "refused" });
  });

  test.each<[string, Response | Error]>([
    [
      "not where the server forbids it",
      events(serverError({ allow_retry: false })),
    ],
    ["nor where it is not known what happened", new TypeError("terminated")],
    ["nor after a failed request", json({}, 500)],
  ])("%s", async (_, reply) => {
    const { client } = start({}, reply);
    await failure(client.sendCustomAction(go));
    expect(client.getStatus().canRetry).toBe(false);
    expect(await failure(client.retry())).toMatchObject({ reason: "refused" });
  });

  test("a turn is taken again after its message, which is not sent twice", async () => {
    const message = { id: "msg_1", type: "user_message", content: [] };
    const { client, server } = start(
      { threadId: undefined },
      events(
        { type: "thread.created", thread: { id: "thr_9" } },
        done(message),
        added(widgetItem("msg_2")),
        serverError(),
      ),
      events(serverError()),
      events(done(widgetItem("msg_3"))),
    );
    await failure(client.sendUserMessage("Hello"));
    expect(client.getItems().map(({ id }) => id)).toEqual(["msg_1", "msg_2"]);
    await failure(client.retry());
    expect(client.getItems().map(({ id }) => id)).toEqual(["msg_1"]);
    await client.retry();
    expect(client.getItems().map(({ id }) => id)).toEqual(["msg_1", "msg_3"]);
    expect(client.getStatus().stale).toEqual(new Set());
    expect(server.requests.slice(1)).toMatchObject(
      [1, 2].map(() => ({
        type: "threads.retry_after_item",
        params: { thread_id: "thr_9", item_id: "msg_1" },
      })),
    );
  });

  test("a message that the server did not store is sent again, in its thread", async () => {
    const { client, server } = start(
      { threadId: undefined },
      events(
        { type: "thread.created", thread: { id: "thr_9" } },
        serverError(),
      ),
      events(),
    );
    await failure(client.sendUserMessage("Hello"));
    await client.retry();
    expect(server.requests[1]).toMatchObject({
      type: "threads.add_user_message",
      params: { thread_id: "thr_9", input: { content: [{ text: "Hello" }] } },
    });
  });

  test("an action that led to a message is sent again as an action", async () => {
    const message = { id: "msg_2", type: "user_message", content: [] };
    const { client, server } = start(
      {},
      events(done(message), serverError()),
      events(),
    );
    await failure(client.sendCustomAction(go, "msg_1"));
    await client.retry();
    expect(server.requests[1]?.type).toBe("threads.custom_action");
  });
});

describe("loading and refreshing", () => {
  const many = Array.from({ length: 250 }, (_, i) =>
    widgetItem(`msg_${i}`, textCard(`${i}`)),
  );
  /** What a server does with a long thread. */
  const longThread = (items: object[] = many) => {
    const server = fakeServer(
      ...Array.from({ length: 20 }, () => {
        return ({
          type,
          params,
        }: {
          type: string;
          params: Record<string, unknown>;
        }) => {
          if (type === "threads.get_by_id")
            return thread(items.slice(0, 20), true);
          const all = items.toReversed() as { id: string }[];
          const from = params["after"]
            ? all.findIndex(({ id }) => id === params["after"]) + 1
            : 0;
          const to = from + Number(params["limit"]);
          const data = all.slice(from, to);
          const after = data.at(-1)?.id;
          return json({ data, has_more: to < all.length, after });
        };
      }),
    );
    return server;
  };

  test("a short thread is one request", async () => {
    const { client, server } = start({}, thread([widgetItem("msg_1")]));
    await client.refresh();
    expect(server.requests).toMatchObject([
      { type: "threads.get_by_id", params: { thread_id: "thr_1" } },
    ]);
    expect(client.getItems()).toEqual([widgetItem("msg_1")]);
    expect(client.getStatus().title).toBe("Trip");
  });

  test("a long one is paged from its end until it is whole", async () => {
    const server = longThread();
    const { client } = start({ fetch: server.fetch });
    await client.refresh();
    expect(client.getItems()).toEqual(many);
    expect(server.requests.map(({ params }) => params)).toEqual([
      { thread_id: "thr_1" },
      { thread_id: "thr_1", limit: 100, order: "desc" },
      { thread_id: "thr_1", limit: 100, order: "desc", after: "msg_150" },
      { thread_id: "thr_1", limit: 100, order: "desc", after: "msg_50" },
    ]);
  });

  test("with nothing stale, the newest page is enough", async () => {
    const server = longThread();
    const { client } = start({ fetch: server.fetch });
    await client.refresh();
    const before = client.getItems();
    server.requests.length = 0;
    await client.refresh();
    expect(server.requests).toHaveLength(2);
    expect(client.getItems()).toBe(before);
  });

  test("the page of a stale item is fetched, and no more", async () => {
    const now: object[] = many.slice();
    const server = longThread(now);
    let offline = false;
    const { client } = start({
      fetch: async (url, init) => {
        if (offline) throw new TypeError("terminated");
        return server.fetch(url, init);
      },
    });
    await client.refresh();
    const before = client.getItems();
    offline = true;
    await failure(client.sendCustomAction(go, "msg_120"));
    expect(client.getStatus().stale).toEqual(new Set(["msg_120"]));
    offline = false;
    const changed = widgetItem("msg_120", textCard("changed"));
    now[120] = changed;
    server.requests.length = 0;
    await client.refresh();
    expect(server.requests.map(({ type }) => type)).toEqual([
      "threads.get_by_id",
      "items.list",
      "items.list",
    ]);
    expect(client.getItems()).toEqual(before.with(120, changed));
    expect(
      client.getItems().filter((item, i) => item !== before[i]),
    ).toHaveLength(1);
    expect(client.getStatus()).toMatchObject({
      stale: new Set(),
      error: undefined,
    });
  });

  test("an item that the server never stored goes", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    server.reply(
      stream([sse(added(widgetItem("msg_2")))], new TypeError("terminated")),
      thread([widgetItem("msg_1")]),
    );
    await failure(client.sendCustomAction(go, "msg_1"));
    expect(client.getItems()).toHaveLength(2);
    await client.refresh();
    expect(client.getItems()).toEqual([widgetItem("msg_1")]);
    expect(client.getStatus().stale).toEqual(new Set());
  });

  test("what streams meanwhile is newer than what is fetched", async () => {
    const reply = openStream();
    const { client, server } = await startWith([
      widgetItem("msg_1", textCard("a")),
    ]);
    let answer!: (reply: Response) => void;
    server.reply(
      reply.reply,
      () => new Promise((resolve) => (answer = resolve)),
    );
    const sent = client.sendCustomAction(go, "msg_1");
    await settle();
    const refreshed = client.refresh();
    await settle();
    reply.send(delta("msg_1", "b"), added(widgetItem("msg_2")));
    await settle();
    answer(thread([widgetItem("msg_1", textCard("a"))]));
    await refreshed;
    expect(client.getItems()).toEqual([
      widgetItem("msg_1", textCard("ab")),
      widgetItem("msg_2"),
    ]);
    reply.send(done(widgetItem("msg_2")));
    reply.end();
    await sent;
  });

  test("what fails meanwhile stays stale", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    let answer!: (reply: Response) => void;
    server.reply(
      new TypeError("terminated"),
      () => new Promise((resolve) => (answer = resolve)),
      new TypeError("terminated"),
    );
    await failure(client.sendCustomAction(go, "msg_1"));
    const refreshed = client.refresh();
    await settle();
    await failure(client.sendCustomAction(go, "msg_1"));
    answer(thread([widgetItem("msg_1")]));
    await refreshed;
    expect(client.getStatus().stale).toEqual(new Set(["msg_1"]));
  });

  test.each<[string, Response, string]>([
    ["no thread", json({}), "without a list of items"],
    ["no object", json([1]), "something else than a JSON object"],
    ["events", events(), "something else than a JSON object"],
    ["an error", json({ error: "no such thread" }, 404), "no such thread"],
  ])("%s: what is here stays", async (_, reply, message) => {
    const { client, server, errors } = await startWith([widgetItem("msg_1")]);
    const items = client.getItems();
    server.reply(reply);
    expect((await failure(client.refresh()))?.message).toContain(message);
    expect(client.getItems()).toBe(items);
    expect(errors).toHaveLength(1);
    expect(client.getStatus().error).toBe(errors[0]);
  });

  test("pages without an end are not fetched without an end", async () => {
    const endless = (same: boolean) => {
      let page = 0;
      const asked = vi.fn(async () => {
        page++;
        return page === 1
          ? thread([widgetItem("msg_0")], true)
          : json({
              data: [widgetItem(same ? "x" : `msg_${page}`)],
              has_more: true,
            });
      });
      return asked;
    };
    const same = endless(true);
    await start({ fetch: same }).client.refresh();
    expect(same).toHaveBeenCalledTimes(3);
    const other = endless(false);
    await start({ fetch: other }).client.refresh();
    expect(other).toHaveBeenCalledTimes(51);
  });

  test("another thread takes the place of this one when it is there", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    let answer!: (reply: Response) => void;
    server.reply(() => new Promise((resolve) => (answer = resolve)));
    const loaded = client.loadThread("thr_2");
    expect(client.getStatus()).toMatchObject({
      loading: true,
      threadId: "thr_1",
    });
    expect(await failure(client.sendCustomAction(go))).toMatchObject({
      reason: "refused",
      message: expect.stringContaining("the thread is loading") as unknown,
    });
    await settle();
    answer(json({ id: "thr_2", items: { data: [widgetItem("msg_8")] } }));
    await loaded;
    expect(client.getStatus()).toMatchObject({
      loading: false,
      threadId: "thr_2",
      title: undefined,
    });
    expect(client.getItems()).toEqual([widgetItem("msg_8")]);
  });

  test("it stops what runs, and the last one asked for is the one shown", async () => {
    const { client, server } = start({}, openStream().reply);
    const sent = failure(client.sendCustomAction(go));
    let answer!: (reply: Response) => void;
    server.reply(
      () => new Promise((resolve) => (answer = resolve)),
      json({ id: "thr_3", items: { data: [widgetItem("msg_3")] } }),
    );
    await settle();
    const second = failure(client.loadThread("thr_2"));
    await settle();
    const third = client.loadThread("thr_3");
    expect((await sent)?.reason).toBe("stopped");
    expect((await second)?.reason).toBe("stopped");
    expect(client.getStatus().loading).toBe(true);
    await third;
    answer(json({ id: "thr_2", items: { data: [widgetItem("msg_2")] } }));
    await settle();
    expect(client.getItems()).toEqual([widgetItem("msg_3")]);
    expect(client.getStatus()).toMatchObject({
      threadId: "thr_3",
      loading: false,
      error: undefined,
    });
  });

  test("a refresh that was asked for meanwhile does not mix the threads", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    const answers: ((reply: Response) => void)[] = [];
    const reply = () =>
      new Promise<Response>((resolve) => void answers.push(resolve));
    server.reply(reply, reply);
    const loaded = client.loadThread("thr_2");
    const refreshed = client.refresh();
    await settle();
    answers[0]!(json({ id: "thr_2", items: { data: [widgetItem("msg_8")] } }));
    await loaded;
    answers[1]!(thread([widgetItem("msg_1")]));
    await refreshed;
    expect(client.getItems()).toEqual([widgetItem("msg_8")]);
    expect(client.getStatus().title).toBeUndefined();
  });

  test("a thread that cannot be loaded leaves the one that is here", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    server.reply(json({ error: "no such thread" }, 500));
    expect(await failure(client.loadThread("nope"))).toMatchObject({
      reason: "http",
    });
    expect(client.getItems()).toHaveLength(1);
    expect(client.getStatus()).toMatchObject({
      loading: false,
      threadId: "thr_1",
    });
  });
});

describe("listeners", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const flush = () => vi.advanceTimersByTimeAsync(0);

  test("a burst of deltas is told once, the end of the reply at once", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const listener = vi.fn();
    client.subscribe(listener);
    const sent = client.sendCustomAction(go);
    expect(listener).toHaveBeenCalledTimes(1);
    await flush();
    reply.send(done(widgetItem("msg_1", textCard(""))));
    await flush();
    listener.mockClear();
    for (let i = 0; i < 100; i++) reply.send(delta("msg_1", "x"));
    await flush();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(client.getItems()[0]).toEqual(
      widgetItem("msg_1", textCard("x".repeat(100))),
    );
    listener.mockClear();
    reply.send(delta("msg_1", "y"));
    reply.end();
    await sent;
    expect(listener).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("in a browser they hear with the next frame, in a hidden tab all the same", async () => {
    const frames: (() => void)[] = [];
    const cancelled = vi.fn();
    vi.stubGlobal("requestAnimationFrame", (run: () => void) =>
      frames.push(run),
    );
    vi.stubGlobal("cancelAnimationFrame", cancelled);
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const listener = vi.fn();
    client.subscribe(listener);
    const sent = client.sendCustomAction(go);
    await flush();
    listener.mockClear();
    reply.send(done(widgetItem("msg_1")), done(widgetItem("msg_2")));
    await vi.advanceTimersByTimeAsync(10);
    expect([frames.length, listener.mock.calls.length]).toEqual([1, 0]);
    frames[0]!();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    reply.send(done(widgetItem("msg_3")));
    await vi.advanceTimersByTimeAsync(200);
    expect(listener).toHaveBeenCalledTimes(2);
    expect(cancelled).toHaveBeenCalled();
    reply.end();
    await sent;
    expect(vi.getTimerCount()).toBe(0);
  });

  test("the status is the same object while nothing in it changes", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const idle = client.getStatus();
    expect(client.getStatus()).toBe(idle);
    const sent = client.sendCustomAction(go);
    await flush();
    const status = client.getStatus();
    expect(status).toEqual({ ...idle, streaming: true });
    reply.send(done(widgetItem("msg_1", textCard(""))), delta("msg_1", "x"));
    await flush();
    expect(client.getStatus()).toBe(status);
    reply.end();
    await sent;
    expect(client.getStatus()).toEqual(idle);
  });

  test("whoever leaves hears no more, the same function may listen twice", async () => {
    const { client } = start({}, events());
    const listener = vi.fn();
    const leave = client.subscribe(listener);
    client.subscribe(listener);
    leave();
    leave();
    void client.sendCustomAction(go);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("a listener may leave, come and send while it is told", async () => {
    const { client } = start({}, events(), events());
    let told = 0;
    let leave = client.subscribe(function again() {
      if (told++ > 50) throw new Error("endless");
      leave();
      leave = client.subscribe(again);
      if (told === 1) void failure(client.sendCustomAction(go));
    });
    await client.sendCustomAction(go);
    expect(told).toBeLessThan(10);
  });

  test("nobody listening, no timer", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const sent = client.sendCustomAction(go);
    await flush();
    const leave = client.subscribe(() => undefined);
    reply.send(done(widgetItem("msg_1")));
    // As far as the event is applied, before its timer is due.
    while (client.getItems().length === 0) await Promise.resolve();
    expect(vi.getTimerCount()).toBe(1);
    leave();
    expect(vi.getTimerCount()).toBe(0);
    reply.send(done(widgetItem("msg_2")));
    while (client.getItems().length === 1) await Promise.resolve();
    expect(vi.getTimerCount()).toBe(0);
    reply.end();
    await sent;
  });

  test("a thousand actions and listeners leave nothing behind", async () => {
    const unmount = new AbortController();
    const listened = vi.spyOn(EventTarget.prototype, "addEventListener");
    const left = vi.spyOn(EventTarget.prototype, "removeEventListener");
    const { client, server } = start();
    const listener = vi.fn();
    for (let i = 0; i < 1_000; i++) {
      const leave = client.subscribe(listener);
      server.reply(
        i % 3 === 0
          ? events(done(widgetItem("msg_1")), delta("msg_1", "x"))
          : i % 3 === 1
            ? stream([sse(serverError())], new TypeError("terminated"))
            : json({ updated_item: widgetItem("msg_1") }),
      );
      const sent = failure(
        client.sendAction(
          go,
          sender,
          context({ signal: unmount.signal, streaming: i % 3 < 2 }),
        ),
      );
      if (i % 2) leave();
      await sent;
      leave();
    }
    expect(vi.getTimerCount()).toBe(0);
    expect(left.mock.calls.length).toBe(listened.mock.calls.length);
    listener.mockClear();
    server.reply(events(delta("msg_1", "x")));
    await client.sendCustomAction(go);
    expect(listener).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

test("events of any kind never break the reply", async () => {
  const list: unknown[] = [
    { type: "client_effect" },
    { type: "client_effect", name: "a", data: [] },
    { type: "error" },
    { type: "error", code: {}, message: 3, allow_retry: "yes" },
    { type: "__proto__" },
    JSON.parse(
      '{"type":"thread.item.done","item":{"__proto__":{"x":1},"id":"__proto__","type":"widget"}}',
    ),
    JSON.parse('{"__proto__":{"type":"error"}}'),
    done(widgetItem("msg_1")),
  ];
  const { client } = start({}, events(...(list as object[])));
  const result = await failure(client.sendCustomAction(go));
  expect(result).toMatchObject({
    reason: "server",
    serverCode: undefined,
    allowRetry: false,
  });
  expect(client.getItems().map(({ id }) => id)).toEqual(["__proto__", "msg_1"]);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

test("a server that never ends fills no list", async () => {
  const endless = Array.from({ length: 12_000 }, (_, i) =>
    i < 11_000
      ? done(widgetItem(`msg_${i}`))
      : {
          type: "thread.item.updated",
          item_id: "msg_0",
          update: { type: "widget.root.updated", widget: { type: "Basic" } },
        },
  );
  const onUnknownEvent = vi.fn();
  const { client } = start({ onUnknownEvent }, events(...endless));
  await client.sendCustomAction(go);
  expect(client.getItems()).toHaveLength(10_000);
  expect(onUnknownEvent).toHaveBeenCalledTimes(1_000);
});

/** Compiles: a host may write its handlers for these. */
export const typed = (event: ChatKitEvent): string => event.type;

// @vitest-environment node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import {
  createChatKitClient,
  type ChatKitClientOptions,
  type ChatKitError,
  type ChatKitEvent,
} from "../../src/chatkit/index.js";
import type { WidgetError } from "../../src/index.js";
import {
  added,
  delta,
  done,
  events,
  fakeServer,
  json,
  openStream,
  settle,
  stream,
  textCard,
  widgetItem,
  type Received,
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
  const sent = () => server.requests.map(({ type, params }) => [type, params]);
  return { server, errors, client, sent };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (cause: unknown) => cause as ChatKitError,
  );
const recorded = (name: string) =>
  stream([
    readFileSync(join(import.meta.dirname, "../fixtures/transcripts", name)),
  ]);
const item = (n: number, value = `${n}`) =>
  widgetItem(`msg_${n}`, textCard(value));
const list = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => item(from + i));
const ids = (items: readonly { id: string }[]) =>
  items.map(({ id }) => Number(id.slice(4)));
const range = (from: number, to: number) => ids(list(from, to));

/** A server that gives no more than 20 items at once, as chatkit-python's does. */
function thread(items: { id: string }[], size = 20) {
  const asked: string[] = [];
  const answer = async (_: unknown, init: RequestInit) => {
    const { type, params } = JSON.parse(init.body as string) as Received;
    asked.push(type);
    const { order, after } = params;
    const all = order === "desc" ? items.toReversed() : items;
    const start = all.findIndex(({ id }) => id === after) + 1;
    const data = all.slice(start, start + size);
    const page = { data, has_more: start + size < all.length };
    return json(
      type === "threads.get_by_id" ? { id: "thr_1", items: page } : page,
    );
  };
  return { asked, answer };
}

describe("a message", () => {
  test("takes attachments, a quote, options and tags", async () => {
    const { client, sent } = start({}, events());
    await client.sendUserMessage({
      text: "What of this?",
      attachments: ["att_1", { id: "att_2" }],
      quotedText: "The quick brown fox",
      inferenceOptions: { model: "small", tool_choice: { id: "search" } },
      tags: [
        { id: "o_1", text: "Order 1", data: { total: 3 }, group: "Orders" },
      ],
    });
    expect(sent()).toEqual([
      [
        "threads.add_user_message",
        {
          thread_id: "thr_1",
          input: {
            content: [
              { type: "input_text", text: "What of this?" },
              {
                type: "input_tag",
                id: "o_1",
                text: "Order 1",
                data: { total: 3 },
                group: "Orders",
              },
            ],
            attachments: ["att_1", "att_2"],
            quoted_text: "The quick brown fox",
            inference_options: {
              model: "small",
              tool_choice: { id: "search" },
            },
          },
        },
      ],
    ]);
  });

  test("may be attachments alone", async () => {
    const { client, server } = start({}, events());
    await client.sendUserMessage({ attachments: ["att_1"] });
    expect(server.requests[0]?.params["input"]).toEqual({
      content: [],
      attachments: ["att_1"],
      inference_options: {},
    });
  });

  test("that failed says whether the server has it", async () => {
    const stored = { id: "msg_1", type: "user_message", content: [] };
    const { client } = start(
      {},
      events(done(stored), {
        type: "error",
        code: "custom",
        message: "**No**",
      }),
      new TypeError("offline"),
    );
    expect(await failure(client.sendUserMessage("Hello"))).toMatchObject({
      messageId: "msg_1",
      userMessage: "**No**",
    });
    expect(await failure(client.sendUserMessage("Again"))).toMatchObject({
      reason: "network",
      messageId: undefined,
      userMessage: undefined,
    });
  });
});

describe("a request", () => {
  test.each<[string, Record<string, unknown>, object]>([
    ["threads.get_by_id", {}, { thread_id: "thr_1" }],
    ["threads.update", { title: "T" }, { thread_id: "thr_1", title: "T" }],
    ["threads.delete", {}, { thread_id: "thr_1" }],
    [
      "items.list",
      { limit: 5 },
      { thread_id: "thr_1", limit: 5, order: "desc" },
    ],
    [
      "items.feedback",
      { item_ids: ["msg_1"], kind: "positive" },
      { thread_id: "thr_1", item_ids: ["msg_1"], kind: "positive" },
    ],
    ["threads.list", { limit: 9 }, { limit: 9 }],
    [
      "attachments.create",
      { name: "a.png", size: 1, mime_type: "image/png" },
      { name: "a.png", size: 1, mime_type: "image/png" },
    ],
    ["attachments.delete", { attachment_id: "a" }, { attachment_id: "a" }],
    [
      "input.transcribe",
      { audio_base64: "AA==", mime_type: "audio/webm" },
      { audio_base64: "AA==", mime_type: "audio/webm" },
    ],
    ["something.newer", { a: 1 }, { a: 1 }],
  ])(
    "%s is sent as given, in the thread that is here",
    async (type, given, params) => {
      const { client, server } = start({}, json({ answer: 1 }));
      expect(await client.request(type, given)).toEqual({ answer: 1 });
      expect(server.requests).toMatchObject([{ type, params }]);
      expect(server.requests[0]?.params).toEqual(params);
      expect(server.requests[0]?.headers.get("accept")).toBe(
        "application/json",
      );
    },
  );

  test.each([
    "threads.add_user_message",
    "threads.add_client_tool_output",
    "threads.add_structured_input",
    "threads.retry_after_item",
    "threads.custom_action",
  ])("%s is answered by a stream, one at a time", async (type) => {
    const reply = openStream();
    const { client, server } = start({}, reply.reply);
    const sent = client.request(type, { item_id: "msg_1" });
    expect(client.getStatus().streaming).toBe(true);
    expect(await failure(client.request(type, {}))).toMatchObject({
      reason: "refused",
    });
    await settle();
    reply.send(done(item(1)));
    reply.end();
    expect(await sent).toBeUndefined();
    expect(client.getItems()).toEqual([item(1)]);
    expect(server.requests[0]?.headers.get("accept")).toBe("text/event-stream");
  });

  test("its reply is applied: title, status, metadata", async () => {
    const { client } = start(
      {},
      json({
        id: "thr_1",
        title: "Trip",
        status: { type: "closed", reason: "Booked." },
        metadata: { case: 7 },
      }),
    );
    await client.request("threads.update", { title: "Trip" });
    expect(client.getStatus()).toMatchObject({
      title: "Trip",
      threadStatus: { type: "closed", reason: "Booked." },
      metadata: { case: 7 },
    });
  });

  test("about another thread it changes nothing here", async () => {
    const other = { id: "thr_2", title: "Other", items: { data: [item(1)] } };
    const { client } = start({}, json(other), json(other), json({}));
    const status = client.getStatus();
    await client.request("threads.get_by_id", { thread_id: "thr_2" });
    await client.request("threads.update", { thread_id: "thr_2", title: "O" });
    await client.request("threads.delete", { thread_id: "thr_2" });
    expect(client.getStatus()).toBe(status);
    expect(client.getItems()).toEqual([]);
  });

  test("whose stream would go on in another thread is refused", async () => {
    const { client, server } = start();
    for (const [type, params] of [
      ["threads.add_user_message", { thread_id: "thr_2", input: {} }],
      ["threads.create", { input: {} }],
    ] as const) {
      expect(await failure(client.request(type, params))).toMatchObject({
        reason: "refused",
        message: expect.stringContaining("newThread()") as unknown,
      });
    }
    expect(server.requests).toEqual([]);
  });

  test("about a thread needs one", async () => {
    const { client } = start({ threadId: undefined });
    expect(
      await failure(client.request("threads.update", { title: "T" })),
    ).toMatchObject({
      reason: "refused",
      message: expect.stringContaining("no active thread") as unknown,
    });
  });

  test("that failed beside the thread rejects, and leaves its status alone", async () => {
    const { client, errors } = start(
      {},
      events({ type: "error", code: "stream.error", allow_retry: true }),
      json({}, 503),
      json({ data: [], has_more: false }),
    );
    await failure(client.sendCustomAction({ type: "go" }));
    const status = client.getStatus();
    expect(status).toMatchObject({
      canRetry: true,
      error: { reason: "server" },
    });
    expect(await failure(client.request("threads.list", {}))).toMatchObject({
      reason: "http",
      status: 503,
    });
    await client.request("threads.list", {});
    expect(client.getStatus()).toEqual(status);
    expect(errors).toHaveLength(2);
  });

  test("that is beside the thread goes on when another one is loaded", async () => {
    let answer!: (reply: Response) => void;
    const { client } = start(
      {},
      () => new Promise((resolve) => (answer = resolve)),
      json({ id: "thr_2", items: { data: [] } }),
      json({ data: [] }),
    );
    const listed = client.request("threads.list", {});
    const loaded = client.loadThread("thr_2");
    await client.request("threads.list", {});
    await loaded;
    answer(json({ data: [{ id: "thr_1" }] }));
    expect(await listed).toEqual({ data: [{ id: "thr_1" }] });
  });

  test("a synchronous action by request is answered by its item", async () => {
    const { client } = start({}, json({ updated_item: item(1) }));
    const reply = await client.request("threads.sync_custom_action", {
      item_id: "msg_1",
      action: { type: "go" },
    });
    expect(reply).toEqual({ updated_item: item(1) });
    expect(client.getItems()).toEqual([item(1)]);
  });

  test("a structured input is answered, and the turn goes on", async () => {
    const { client, server } = start(
      { threadId: undefined },
      recorded("structured-input.sse"),
      recorded("structured-input-answered.sse"),
    );
    await client.sendUserMessage("Plan a lesson");
    const [, question] = client.getItems();
    expect(question).toMatchObject({
      type: "structured_input",
      status: "pending",
    });
    const input = {
      status: "answered",
      answers: { subject: { values: ["Science"] }, notes: { skipped: true } },
    } as const;
    await client.request("threads.add_structured_input", {
      item_id: question!.id,
      input,
    });
    expect(server.requests[1]?.params).toEqual({
      thread_id: "thr_0021",
      item_id: question!.id,
      input,
    });
    expect(client.getItems()).toMatchObject([
      { type: "user_message" },
      { id: question!.id, status: "answered" },
      { type: "assistant_message" },
    ]);
  });

  test("an answer that failed is sent again as it was", async () => {
    const { client, sent } = start(
      {},
      events({ type: "error", code: "stream.error", allow_retry: true }),
      events(),
    );
    await failure(
      client.request("threads.add_structured_input", {
        item_id: "msg_1",
        input: { status: "skipped", answers: {} },
      }),
    );
    await client.retry();
    expect(sent()[1]).toEqual(sent()[0]);
    expect(sent()[1]?.[0]).toBe("threads.add_structured_input");
  });

  test("a thread that is deleted is left, with what ran in it", async () => {
    const { client } = start(
      {},
      events(done(item(1))),
      openStream().reply,
      json({}),
    );
    await client.sendCustomAction({ type: "go" });
    const running = failure(client.sendCustomAction({ type: "go" }));
    await client.request("threads.delete", {});
    expect(await running).toMatchObject({ reason: "stopped" });
    expect(client.getItems()).toEqual([]);
    expect(client.getStatus()).toMatchObject({
      threadId: undefined,
      streaming: false,
      error: undefined,
    });
  });
});

test("a new thread needs no new client", async () => {
  const reply = openStream();
  const { client, server } = start(
    {},
    events(done(item(1))),
    reply.reply,
    events({ type: "thread.created", thread: { id: "thr_2" } }, done(item(5))),
  );
  await client.sendCustomAction({ type: "go" });
  const running = failure(client.sendCustomAction({ type: "go" }));
  await settle();
  const listener = vi.fn();
  client.subscribe(listener);
  client.newThread();
  expect(listener).toHaveBeenCalled();
  expect(await running).toMatchObject({ reason: "stopped" });
  expect(client.getItems()).toEqual([]);
  expect(client.getStatus()).toMatchObject({
    threadId: undefined,
    error: undefined,
    stale: new Set(),
  });
  await client.sendUserMessage("Hello");
  expect(server.requests.at(-1)?.type).toBe("threads.create");
  expect(client.getStatus().threadId).toBe("thr_2");
  expect(client.getItems()).toEqual([item(5)]);
});

test("the status of a thread comes with its events", async () => {
  const { client } = start(
    { threadId: undefined },
    recorded("thread-locked.sse"),
  );
  await client.sendUserMessage("Goodbye");
  expect(client.getStatus()).toMatchObject({
    title: "Farewell",
    threadStatus: { type: "locked", reason: "A colleague takes over." },
    metadata: { case: "C-7" },
  });
});

test("a picture says how far it is", async () => {
  const steps: unknown[] = [];
  const { client } = start(
    {
      threadId: undefined,
      onEvent: () => {
        const last = client.getItems().at(-1);
        if (last?.type === "generated_image")
          steps.push([last.image?.id, last.progress]);
      },
    },
    recorded("generated-image.sse"),
  );
  await client.sendUserMessage("Paint a cat");
  expect(steps).toEqual([
    [undefined, undefined],
    ["gi_1", 0.33],
    ["gi_2", 0.67],
    ["gi_3", undefined],
  ]);
});

describe("events from elsewhere", () => {
  test("are applied and reported as those of a reply", async () => {
    const onEvent = vi.fn();
    const onEffect = vi.fn();
    const { client } = start({ onEvent, onEffect });
    const all: ChatKitEvent[] = [
      added(item(1, "Hi")),
      delta("msg_1", "!"),
      { type: "client_effect", name: "a", data: { b: 1 } },
      { type: "thread.updated", thread: { id: "thr_1", title: "T" } },
    ];
    for (const event of all) client.apply(event);
    expect(client.getItems()).toEqual([item(1, "Hi!")]);
    expect(client.getStatus()).toMatchObject({ title: "T", streaming: false });
    expect(onEffect.mock.calls).toEqual([[{ name: "a", data: { b: 1 } }]]);
    expect(onEvent.mock.calls.map(([event]) => event as unknown)).toEqual(all);
    client.apply({ type: "thread.item.removed", item_id: "msg_1" });
    expect(client.getItems()).toEqual([]);
  });

  test("listeners are notified of them", async () => {
    const { client } = start();
    const heard = new Promise<void>((resolve) => client.subscribe(resolve));
    client.apply(done(item(1)));
    await heard;
    expect(client.getItems()).toHaveLength(1);
  });

  test("an error among them is the status's and `onError`'s", () => {
    const { client, errors } = start();
    client.apply({ type: "error", code: "custom", message: "No." });
    expect(client.getStatus().error).toMatchObject({ userMessage: "No." });
    expect(errors).toHaveLength(1);
  });

  test("those of another thread are ignored", () => {
    const onUnknownEvent = vi.fn();
    const { client } = start({ onUnknownEvent });
    const event = done({ ...item(1), thread_id: "thr_2" });
    client.apply(event);
    client.apply({
      type: "thread.updated",
      thread: { id: "thr_2", title: "T" },
    });
    client.apply(null as unknown as ChatKitEvent);
    expect(client.getItems()).toEqual([]);
    expect(client.getStatus().title).toBeUndefined();
    expect(onUnknownEvent).toHaveBeenCalledTimes(3);
  });

  test("an item that they remove is not missed at the end of its reply", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply);
    const sent = client.sendCustomAction({ type: "go" });
    reply.send(added(item(1)));
    await vi.waitFor(() => expect(client.getItems()).toHaveLength(1));
    client.apply({ type: "thread.item.removed", item_id: "msg_1" });
    reply.end();
    await sent;
  });
});

describe("a client tool", () => {
  const ask = (
    options: Partial<ChatKitClientOptions>,
    ...replies: Response[]
  ) =>
    start(
      { threadId: undefined, ...options },
      recorded("client-tool-call.sse"),
      ...replies,
    );

  test("runs with its arguments; the turn ends after the reply to its result", async () => {
    let finish!: (result: unknown) => void;
    const result = new Promise((resolve) => (finish = resolve));
    const onClientTool = vi.fn(() => result);
    const { client, server } = ask(
      { onClientTool },
      recorded("client-tool-output.sse"),
    );
    let ended = false;
    const sent = client.sendUserMessage("Sum up").then(() => (ended = true));
    await vi.waitFor(() => expect(onClientTool).toHaveBeenCalled());
    expect(onClientTool).toHaveBeenCalledWith(
      "get_selection",
      { max: 3 },
      {
        signal: expect.any(AbortSignal) as unknown,
      },
    );
    expect([ended, client.getStatus().streaming]).toEqual([false, true]);
    expect(await failure(client.sendUserMessage("Wait"))).toMatchObject({
      reason: "refused",
    });
    finish({ rows: [1, 2, 3] });
    await sent;
    expect(server.requests[1]).toMatchObject({
      type: "threads.add_client_tool_output",
      params: { thread_id: "thr_0021", result: { rows: [1, 2, 3] } },
    });
    expect(client.getItems()).toMatchObject([
      { type: "user_message" },
      { status: "completed", output: { rows: [1, 2, 3] } },
      { type: "assistant_message" },
    ]);
    expect(client.getStatus()).toMatchObject({
      streaming: false,
      stale: new Set(),
    });
  });

  test("one may follow another, and nothing is a result as well", async () => {
    const onClientTool = vi.fn();
    const { client, server } = ask(
      { onClientTool },
      recorded("client-tool-call.sse"),
      recorded("client-tool-output.sse"),
    );
    await client.sendUserMessage("Sum up");
    expect(onClientTool).toHaveBeenCalledTimes(2);
    expect(
      server.requests.slice(1).map(({ params }) => params["result"]),
    ).toEqual([null, null]);
  });

  test("that fails rejects with `tool`, and sends nothing", async () => {
    const { client, server } = ask({
      onClientTool: () => {
        throw new Error("no selection");
      },
    });
    expect(await failure(client.sendUserMessage("Sum up"))).toMatchObject({
      reason: "tool",
      message: expect.stringContaining("no selection") as unknown,
      messageId: "msg_0061",
    });
    expect(server.requests).toHaveLength(1);
    expect(client.getStatus().streaming).toBe(false);
  });

  test("that was stopped sends nothing; its signal is aborted", async () => {
    let given!: AbortSignal;
    const { client, server } = ask({
      onClientTool: (_, __, { signal }) => {
        given = signal;
        return new Promise(() => {});
      },
    });
    const sent = failure(client.sendUserMessage("Sum up"));
    await vi.waitFor(() => expect(given).toBeDefined());
    client.stop();
    expect(await sent).toMatchObject({ reason: "stopped" });
    expect(given.aborted).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  test("whose result may not have arrived is stale", async () => {
    const { client } = ask(
      { onClientTool: () => 1 },
      stream([], new TypeError("terminated")),
    );
    expect(await failure(client.sendUserMessage("Sum up"))).toMatchObject({
      reason: "network",
    });
    expect(client.getStatus().stale).toContain("tc_0062");
  });

  test("without `onClientTool` the call waits for a request", async () => {
    const { client, server } = ask({}, recorded("client-tool-output.sse"));
    await client.sendUserMessage("Sum up");
    expect(client.getItems().at(-1)).toMatchObject({ status: "pending" });
    await client.request("threads.add_client_tool_output", { result: 3 });
    expect(server.requests[1]?.params).toEqual({
      thread_id: "thr_0021",
      result: 3,
    });
  });

  test("of a reply that broke off or failed does not run", async () => {
    const onClientTool = vi.fn();
    const call = {
      id: "tc_1",
      type: "client_tool_call",
      status: "pending",
      name: "a",
      call_id: "c",
      arguments: {},
    };
    const { client } = start(
      { onClientTool },
      events(added(item(1)), done(call)),
      events(done(call), { type: "error", code: "stream.error" }),
      events(done(call), { type: "thread.item.removed", item_id: "tc_1" }),
    );
    expect(await failure(client.sendUserMessage("a"))).toBeDefined();
    expect(await failure(client.sendUserMessage("b"))).toBeDefined();
    await client.sendUserMessage("c");
    expect(onClientTool).not.toHaveBeenCalled();
  });
});

describe("a thread has no gaps", () => {
  test.each([1, 2, 7, 20, 100])(
    "refresh fetches what another tab added before what came here, in pages of %i",
    async (size) => {
      const items = list(1, 2);
      const { answer } = thread(items, size);
      const server = fakeServer(events(done(item(33)), done(item(34))));
      const { client } = start({
        fetch: (url, init) =>
          (init.body as string).includes("custom_action")
            ? server.fetch(url, init)
            : answer(url, init),
      });
      await client.refresh();
      await client.sendCustomAction({ type: "go" });
      expect(ids(client.getItems())).toEqual([1, 2, 33, 34]);
      items.push(...list(3, 34));
      await client.refresh();
      expect(ids(client.getItems())).toEqual(range(1, 34));
      expect(client.getStatus().hasOlder).toBe(false);
    },
  );

  test("nothing new costs one page, whatever came here meanwhile", async () => {
    const items = list(1, 60);
    const { answer, asked } = thread(items);
    const server = fakeServer(events(done(item(61))));
    const { client } = start({
      fetch: (url, init) =>
        (init.body as string).includes("custom_action")
          ? server.fetch(url, init)
          : answer(url, init),
    });
    await client.refresh();
    await client.sendCustomAction({ type: "go" });
    items.push(item(61));
    asked.length = 0;
    await client.refresh();
    expect(asked).toEqual(["threads.get_by_id", "items.list"]);
    expect(ids(client.getItems())).toEqual(range(1, 61));
  });

  test("an item that is gone on the server does not keep the pages coming", async () => {
    const items = list(1, 60);
    const { answer, asked } = thread(items);
    const { client } = start({ fetch: answer });
    await client.refresh();
    items.splice(55, 5);
    asked.length = 0;
    await client.refresh();
    expect(asked).toEqual(["threads.get_by_id", "items.list"]);
    expect(ids(client.getItems())).toEqual(range(1, 55));
  });

  test("a thread longer than what is fetched says so, and older pages join it", async () => {
    const items = list(1, 60);
    const { answer } = thread(items, 1);
    const { client } = start({ fetch: answer });
    await client.loadThread("thr_1");
    expect(ids(client.getItems())).toEqual(range(11, 60));
    expect(client.getStatus().hasOlder).toBe(true);
    while (client.getStatus().hasOlder) {
      await client.request("items.list", { after: client.getItems()[0]!.id });
    }
    expect(ids(client.getItems())).toEqual(range(1, 60));
  });

  test("more than is fetched since the last time leaves none, and says so", async () => {
    const items = list(1, 3);
    const { answer } = thread(items, 1);
    const { client } = start({ fetch: answer });
    await client.refresh();
    items.push(...list(4, 90));
    await client.refresh();
    expect(ids(client.getItems())).toEqual(range(41, 90));
    expect(client.getStatus().hasOlder).toBe(true);
  });

  test.each<[string, object, number[], boolean, number[]]>([
    ["the newest items", {}, [9, 8, 7], true, range(1, 9)],
    ["the oldest items", { order: "asc" }, [1, 2, 3], true, range(1, 8)],
    [
      "what follows the last one",
      { order: "asc", after: "msg_8" },
      [9, 10],
      true,
      range(1, 10),
    ],
    [
      "what comes before another",
      { after: "msg_6" },
      [5, 4],
      true,
      range(1, 8),
    ],
    ["all", { order: "asc" }, range(1, 10), false, range(1, 10)],
    ["newer ones that join nothing", {}, [20, 19], true, range(1, 8)],
    [
      "what follows none that is here",
      { after: "msg_70" },
      [69],
      true,
      range(1, 8),
    ],
    ["nothing", {}, [], true, range(1, 8)],
  ])("a page of items, %s", async (_, params, data, has_more, expected) => {
    const { client } = start(
      {},
      json({ id: "thr_1", items: { data: list(1, 8) } }),
      json({ data: data.map((n) => item(n)), has_more }),
    );
    await client.refresh();
    const before = client.getItems();
    await client.request("items.list", params);
    expect(ids(client.getItems())).toEqual(expected);
    // What is equal keeps its identity.
    for (const [i, one] of client.getItems().slice(0, 8).entries()) {
      expect(one).toBe(before[i]);
    }
  });

  test("what changed while a page was fetched is newer than the page", async () => {
    const { client } = start(
      {},
      json({ id: "thr_1", items: { data: [item(1, "a"), item(2, "a")] } }),
      () => {
        client.apply(delta("msg_2", "b"));
        return json({
          data: [item(2, "old"), item(1, "new")],
          has_more: false,
        });
      },
    );
    await client.refresh();
    await client.request("items.list", {});
    expect(client.getItems()).toEqual([item(1, "new"), item(2, "ab")]);
  });

  test("replies of any kind change nothing that they do not fit", async () => {
    const odd = [
      1,
      "a",
      null,
      [],
      { data: 3 },
      { data: [null, { id: 1 }] },
      { items: 7 },
      { id: "thr_1", items: { data: {} } },
    ];
    const types = [
      "items.list",
      "threads.get_by_id",
      "threads.update",
      "items.feedback",
    ];
    for (const type of types) {
      for (const reply of odd) {
        const { client } = start(
          {},
          json({ id: "thr_1", items: { data: [item(1)] } }),
          json(reply),
        );
        await client.refresh();
        const items = client.getItems();
        expect(await client.request(type, { order: "asc" })).toEqual(reply);
        // A page without items says that there are none.
        const none =
          type === "items.list" && JSON.stringify(reply).includes("null,");
        expect(client.getItems()).toEqual(none ? [] : items);
      }
    }
  });
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import { done, events, json, openStream, settle } from "../fake.js";
import { start, failure, recorded, item } from "../../helpers/unitChatKit.js";

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

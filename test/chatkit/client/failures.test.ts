// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { ChatKitError } from "../../../src/chatkit/index.js";
import {
  added,
  delta,
  done,
  events,
  json,
  openStream,
  sse,
  stream,
  textCard,
  widgetItem,
} from "../fake.js";
import {
  start,
  startWith,
  go,
  context,
  sender,
  failure,
  serverError,
} from "../../helpers/unitChatKit.js";

describe("a request that fails", () => {
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

  test("without `onError` what no promise reports goes to the console", async () => {
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

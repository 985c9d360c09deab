// @vitest-environment node
import { describe, expect, test } from "vitest";
import { added, done, events, json, widgetItem } from "../fake.js";
import { start, go, failure, serverError } from "../../helpers/unitChatKit.js";

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

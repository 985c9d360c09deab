// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import type { ChatKitEvent } from "../../../src/chatkit/index.js";
import { added, delta, done, openStream } from "../fake.js";
import { start, item } from "../../helpers/unitChatKit.js";

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
    const notified = new Promise<void>((resolve) => client.subscribe(resolve));
    client.apply(done(item(1)));
    await notified;
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

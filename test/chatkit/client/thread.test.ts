// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { done, events, openStream, settle } from "../fake.js";
import { start, failure, recorded, item } from "../../helpers/unitChatKit.js";

describe("the thread of a client", () => {
  test("a new thread needs no new client", async () => {
    const reply = openStream();
    const { client, server } = start(
      {},
      events(done(item(1))),
      reply.reply,
      events(
        { type: "thread.created", thread: { id: "thr_2" } },
        done(item(5)),
      ),
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
});

// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ChatKitClientOptions } from "../../../src/chatkit/index.js";
import { startServer } from "../../fixtures/chatkit-server.mjs";
import { connect, context, failure } from "../../helpers/unitChatKit.js";

describe("a server with what chatkit-node-backend-sdk lacks", () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => void (server = await startServer()));
  afterAll(() => server.close());

  const written = async (options: Partial<ChatKitClientOptions> = {}) => {
    const client = connect({ url: server.url, ...options });
    await client.sendUserMessage("Ada");
    const itemId = client.getItems().at(-1)!.id;
    const sync = (type: string, payload?: unknown) =>
      client.sendAction(
        { type, payload },
        { id: itemId, widget: undefined },
        context({ streaming: false }),
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

  test("with `allow`, the later answer is what remains", async () => {
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
    const client = connect({ url: server.url, threadId: "nope" });
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
    const client = connect({ url: "http://127.0.0.1:9/", threadId: "thr_1" });
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
    const other = connect({ url: server.url });
    await other.loadThread(client.getStatus().threadId!);
    expect(other.getItems()).toHaveLength(152);
    expect(other.getItems()).toEqual(client.getItems());
  });
});

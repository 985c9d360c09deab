// @vitest-environment node
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { card, createHandler } from "../../fixtures/sdk-server.js";
import { connect, context, failure } from "../../helpers/unitChatKit.js";

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

  /** A client whose thread has a message and a widget. */
  const written = async () => {
    const texts: unknown[] = [];
    const client = connect({
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
    const other = connect({ url });
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
    const client = connect({ url, onClientTool });
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
    const other = connect({ url });
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
      context({ streaming: false }),
    );
    expect(await failure(sync)).toMatchObject({
      reason: "http",
      status: 500,
      message: expect.stringContaining("Unknown request type") as unknown,
    });
  });
});

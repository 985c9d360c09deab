// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { ChatKitClientOptions } from "../../../src/chatkit/index.js";
import { done, events, json, textCard, widgetItem } from "../fake.js";
import {
  startWith,
  go,
  context,
  sender,
  failure,
} from "../../helpers/unitChatKit.js";

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

  test("`updated_item` replaces the item", async () => {
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

  test("a server without them is reported, and the action is not sent otherwise", async () => {
    const { result, server, client } = await sync(
      json({ error: "Unknown request type: threads.sync_custom_action" }, 500),
    );
    expect(result).toMatchObject({ reason: "http", status: 500 });
    expect(result?.message).toContain("Unknown request type");
    expect(server.requests).toHaveLength(1);
    expect(client.getStatus().stale).toEqual(new Set(["msg_1"]));
  });

  test("broken JSON is reported", async () => {
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

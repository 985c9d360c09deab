// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import type { ChatKitClientOptions } from "../../../src/chatkit/index.js";
import { added, done, events, stream } from "../fake.js";
import { start, failure, recorded, item } from "../../helpers/unitChatKit.js";

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

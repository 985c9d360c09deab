// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import {
  delta,
  done,
  events,
  openStream,
  settle,
  sse,
  stream,
  textCard,
  widgetItem,
} from "../fake.js";
import {
  start,
  startWith,
  go,
  failure,
  serverError,
} from "../../helpers/unitChatKit.js";

describe("a streamed reply", () => {
  test("the promise settles when the reply has ended, not before", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply);
    let ended = false;
    const sent = client
      .sendCustomAction(go, "msg_1")
      .then(() => (ended = true));
    await settle();
    reply.send(done(widgetItem("msg_1", textCard("done"))));
    await settle();
    expect(client.getItems()).toEqual([widgetItem("msg_1", textCard("done"))]);
    expect([ended, client.getStatus().streaming]).toEqual([false, true]);
    reply.end();
    await sent;
    expect(client.getStatus().streaming).toBe(false);
  });

  test("effects come once each, in order, with the state of their moment", async () => {
    const log: unknown[] = [];
    const { client } = start(
      {
        onEffect: (effect) => log.push([effect, client.getItems().length]),
        onEvent: ({ type }) => log.push(type),
      },
      events(
        { type: "client_effect", name: "a", data: { nothing: null } },
        done(widgetItem("msg_1")),
        { type: "client_effect", name: "b" },
      ),
    );
    await client.sendCustomAction(go);
    expect(log).toEqual([
      [{ name: "a", data: { nothing: null } }, 0],
      "client_effect",
      "thread.item.done",
      [{ name: "b", data: {} }, 1],
      "client_effect",
    ]);
  });

  test("progress stays until the next item or the end, a notice until the next request", async () => {
    const reply = openStream();
    const { client } = start({}, reply.reply, events());
    const sent = client.sendCustomAction(go);
    await settle();
    reply.send(
      { type: "progress_update", icon: "search", text: "Searching…" },
      { type: "notice", level: "warning", message: "Almost full" },
      { type: "stream_options", stream_options: { allow_cancel: false } },
    );
    await settle();
    expect(client.getStatus()).toMatchObject({
      progress: { icon: "search", text: "Searching…" },
      notice: { level: "warning", message: "Almost full" },
      allowCancel: false,
    });
    reply.send(done(widgetItem("msg_1")));
    await settle();
    expect(client.getStatus().progress).toBeUndefined();
    reply.send({ type: "progress_update", text: "Writing" });
    reply.end();
    await sent;
    expect(client.getStatus().progress).toBeUndefined();
    expect(client.getStatus().notice).toBeDefined();
    const next = client.sendCustomAction(go);
    expect(client.getStatus()).toMatchObject({
      notice: undefined,
      allowCancel: true,
    });
    await next;
  });

  test("what is not known is reported and ignored", async () => {
    const onUnknownEvent = vi.fn();
    const unknown: unknown[] = [
      { type: "thread.item.moved", item_id: "msg_1" },
      delta("nope", "x"),
      { no: "type" },
      null,
      3,
      ["thread.item.done"],
    ];
    const { client, errors } = start(
      { onUnknownEvent },
      events(...(unknown as object[]), done(widgetItem("msg_1"))),
    );
    await client.sendCustomAction(go);
    expect(
      onUnknownEvent.mock.calls.map(([event]) => event as unknown),
    ).toEqual(unknown);
    expect(client.getItems()).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test("an event that is not JSON is reported, and the next ones count", async () => {
    const { client, errors } = start(
      {},
      stream([
        `data: {"type":\n\ndata: \n\ndata: [DONE]\n\n${sse(done(widgetItem("msg_1")))}`,
      ]),
    );
    await client.sendCustomAction(go);
    expect(client.getItems()).toHaveLength(1);
    expect(errors).toMatchObject([
      {
        code: "stream",
        reason: "protocol",
        message: 'An event is not JSON and was left out: {"type":',
      },
    ]);
  });

  test("a handler of the host that throws stops nothing", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const fail = () => {
      throw new Error("host");
    };
    const { client } = start(
      { onEffect: fail, onEvent: fail, onUnknownEvent: fail, onError: fail },
      events(
        { type: "client_effect", name: "a" },
        { type: "unknown" },
        serverError(),
        done(widgetItem("msg_1")),
      ),
    );
    client.subscribe(fail);
    expect(await failure(client.sendCustomAction(go))).toMatchObject({
      reason: "server",
    });
    expect(client.getItems()).toHaveLength(1);
    expect(log).toHaveBeenCalled();
    log.mockRestore();
  });

  test("an empty reply is a success that changes nothing", async () => {
    const { client, server, errors } = await startWith([widgetItem("msg_1")]);
    const items = client.getItems();
    server.reply(events(), stream([""]), new Response(null, { status: 204 }));
    for (let i = 0; i < 3; i++) await client.sendCustomAction(go, "msg_1");
    expect(client.getItems()).toBe(items);
    expect(errors).toEqual([]);
  });
});

test("events of any kind never break the reply", async () => {
  const list: unknown[] = [
    { type: "client_effect" },
    { type: "client_effect", name: "a", data: [] },
    { type: "error" },
    { type: "error", code: {}, message: 3, allow_retry: "yes" },
    { type: "__proto__" },
    JSON.parse(
      '{"type":"thread.item.done","item":{"__proto__":{"x":1},"id":"__proto__","type":"widget"}}',
    ),
    JSON.parse('{"__proto__":{"type":"error"}}'),
    done(widgetItem("msg_1")),
  ];
  const { client } = start({}, events(...(list as object[])));
  const result = await failure(client.sendCustomAction(go));
  expect(result).toMatchObject({
    reason: "server",
    serverCode: undefined,
    allowRetry: false,
  });
  expect(client.getItems().map(({ id }) => id)).toEqual(["__proto__", "msg_1"]);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

test("a server that never ends fills no list", async () => {
  const endless = Array.from({ length: 12_000 }, (_, i) =>
    i < 11_000
      ? done(widgetItem(`msg_${i}`))
      : {
          type: "thread.item.updated",
          item_id: "msg_0",
          update: { type: "widget.root.updated", widget: { type: "Basic" } },
        },
  );
  const onUnknownEvent = vi.fn();
  const { client } = start({ onUnknownEvent }, events(...endless));
  await client.sendCustomAction(go);
  expect(client.getItems()).toHaveLength(10_000);
  expect(onUnknownEvent).toHaveBeenCalledTimes(1_000);
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  added,
  done,
  events,
  json,
  openStream,
  settle,
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

describe("stop", () => {
  test("the reply ends, the promise rejects, what it was about is stale", async () => {
    const reply = openStream();
    const { client, server, errors } = await startWith([widgetItem("msg_1")]);
    server.reply(reply.reply);
    const sent = failure(client.sendCustomAction(go, "msg_1"));
    await settle();
    reply.send(added(widgetItem("msg_2", textCard("a"))));
    await settle();
    client.stop();
    expect(client.getStatus()).toMatchObject({
      streaming: false,
      stale: new Set(["msg_1", "msg_2"]),
      error: { reason: "stopped" },
    });
    expect(server.requests[0]?.signal.aborted).toBe(true);
    const result = await sent;
    expect(result).toMatchObject({
      reason: "stopped",
      message: "The reply was stopped.",
    });
    expect(errors).toEqual([result]);
    await settle();
    expect(reply.cancelled).toBe(true);
  });

  test("what arrives afterwards no longer counts", async () => {
    let answer!: (reply: Response) => void;
    const { client } = start(
      {},
      () => new Promise<Response>((resolve) => (answer = resolve)),
    );
    const sent = failure(client.sendCustomAction(go));
    await settle();
    client.stop();
    await sent;
    answer(events(done(widgetItem("msg_1")), serverError()));
    await settle();
    expect(client.getItems()).toEqual([]);
    expect(client.getStatus().error?.reason).toBe("stopped");
  });

  test("before the headers are there: nothing is sent", async () => {
    let sign!: (headers: HeadersInit) => void;
    const { client, server } = start({
      headers: () => new Promise<HeadersInit>((resolve) => (sign = resolve)),
    });
    const sent = failure(client.sendCustomAction(go));
    client.stop();
    sign({});
    await settle();
    expect((await sent)?.reason).toBe("stopped");
    expect(server.requests).toEqual([]);
  });

  test("from within an event: the rest of the reply no longer counts", async () => {
    const started = start(
      { onEvent: () => started.client.stop() },
      events(done(widgetItem("msg_1")), done(widgetItem("msg_2"))),
    );
    await failure(started.client.sendCustomAction(go));
    expect(started.client.getItems().map(({ id }) => id)).toEqual(["msg_1"]);
  });

  test("the next request may follow at once and has no error", async () => {
    const { client } = start({}, openStream().reply, events());
    const first = failure(client.sendCustomAction(go));
    await settle();
    client.stop();
    const second = client.sendCustomAction(go);
    await first;
    expect(client.getStatus()).toMatchObject({
      streaming: true,
      error: undefined,
    });
    await second;
  });

  test("an action that was stopped outruns no later one", async () => {
    // A host's `fetch` may not look at the signal.
    const answers: ((reply: Response) => void)[] = [];
    const reply = () =>
      new Promise<Response>((resolve) => void answers.push(resolve));
    const { client } = start({}, reply, reply);
    const send = () =>
      client.sendAction(go, sender, context({ streaming: false }));
    const first = failure(send());
    await settle();
    client.stop();
    const second = send();
    await settle();
    answers[0]!(json({}));
    await settle();
    answers[1]!(json({ updated_item: widgetItem("msg_1") }));
    await second;
    expect((await first)?.reason).toBe("stopped");
    expect(client.getItems()).toEqual([widgetItem("msg_1")]);
  });

  test("with nothing to stop, nothing happens", () => {
    const { client, errors } = start();
    const status = client.getStatus();
    client.stop();
    expect(client.getStatus()).toBe(status);
    expect(errors).toEqual([]);
  });
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import { json, openStream, settle, widgetItem } from "../fake.js";
import {
  start,
  startWith,
  thread,
  go,
  failure,
} from "../../helpers/unitChatKit.js";

describe("loadThread", () => {
  test("another thread replaces this one when it has arrived", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    let answer!: (reply: Response) => void;
    server.reply(() => new Promise((resolve) => (answer = resolve)));
    const loaded = client.loadThread("thr_2");
    expect(client.getStatus()).toMatchObject({
      loading: true,
      threadId: "thr_1",
    });
    expect(await failure(client.sendCustomAction(go))).toMatchObject({
      reason: "refused",
      message: expect.stringContaining("the thread is loading") as unknown,
    });
    await settle();
    answer(json({ id: "thr_2", items: { data: [widgetItem("msg_8")] } }));
    await loaded;
    expect(client.getStatus()).toMatchObject({
      loading: false,
      threadId: "thr_2",
      title: undefined,
    });
    expect(client.getItems()).toEqual([widgetItem("msg_8")]);
  });

  test("it stops what runs, and the last one asked for is the one shown", async () => {
    const { client, server } = start({}, openStream().reply);
    const sent = failure(client.sendCustomAction(go));
    let answer!: (reply: Response) => void;
    server.reply(
      () => new Promise((resolve) => (answer = resolve)),
      json({ id: "thr_3", items: { data: [widgetItem("msg_3")] } }),
    );
    await settle();
    const second = failure(client.loadThread("thr_2"));
    await settle();
    const third = client.loadThread("thr_3");
    expect((await sent)?.reason).toBe("stopped");
    expect((await second)?.reason).toBe("stopped");
    expect(client.getStatus().loading).toBe(true);
    await third;
    answer(json({ id: "thr_2", items: { data: [widgetItem("msg_2")] } }));
    await settle();
    expect(client.getItems()).toEqual([widgetItem("msg_3")]);
    expect(client.getStatus()).toMatchObject({
      threadId: "thr_3",
      loading: false,
      error: undefined,
    });
  });

  test("a refresh that was asked for meanwhile does not mix the threads", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    const answers: ((reply: Response) => void)[] = [];
    const reply = () =>
      new Promise<Response>((resolve) => void answers.push(resolve));
    server.reply(reply, reply);
    const loaded = client.loadThread("thr_2");
    const refreshed = client.refresh();
    await settle();
    answers[0]!(json({ id: "thr_2", items: { data: [widgetItem("msg_8")] } }));
    await loaded;
    answers[1]!(thread([widgetItem("msg_1")]));
    await refreshed;
    expect(client.getItems()).toEqual([widgetItem("msg_8")]);
    expect(client.getStatus().title).toBeUndefined();
  });

  test("a thread that cannot be loaded leaves the one that is here", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    server.reply(json({ error: "no such thread" }, 500));
    expect(await failure(client.loadThread("nope"))).toMatchObject({
      reason: "http",
    });
    expect(client.getItems()).toHaveLength(1);
    expect(client.getStatus()).toMatchObject({
      loading: false,
      threadId: "thr_1",
    });
  });
});

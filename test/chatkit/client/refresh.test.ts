// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import {
  added,
  delta,
  done,
  events,
  fakeServer,
  json,
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
  thread,
  go,
  failure,
} from "../../helpers/unitChatKit.js";

describe("refresh", () => {
  const many = Array.from({ length: 250 }, (_, i) =>
    widgetItem(`msg_${i}`, textCard(`${i}`)),
  );
  /** What a server does with a long thread. */
  const longThread = (items: object[] = many) => {
    const server = fakeServer(
      ...Array.from({ length: 20 }, () => {
        return ({
          type,
          params,
        }: {
          type: string;
          params: Record<string, unknown>;
        }) => {
          if (type === "threads.get_by_id")
            return thread(items.slice(0, 20), true);
          const all = items.toReversed() as { id: string }[];
          const from = params["after"]
            ? all.findIndex(({ id }) => id === params["after"]) + 1
            : 0;
          const to = from + Number(params["limit"]);
          const data = all.slice(from, to);
          const after = data.at(-1)?.id;
          return json({ data, has_more: to < all.length, after });
        };
      }),
    );
    return server;
  };

  test("a short thread is one request", async () => {
    const { client, server } = start({}, thread([widgetItem("msg_1")]));
    await client.refresh();
    expect(server.requests).toMatchObject([
      { type: "threads.get_by_id", params: { thread_id: "thr_1" } },
    ]);
    expect(client.getItems()).toEqual([widgetItem("msg_1")]);
    expect(client.getStatus().title).toBe("Trip");
  });

  test("a long one is paged from its end until it is whole", async () => {
    const server = longThread();
    const { client } = start({ fetch: server.fetch });
    await client.refresh();
    expect(client.getItems()).toEqual(many);
    expect(server.requests.map(({ params }) => params)).toEqual([
      { thread_id: "thr_1" },
      { thread_id: "thr_1", limit: 100, order: "desc" },
      { thread_id: "thr_1", limit: 100, order: "desc", after: "msg_150" },
      { thread_id: "thr_1", limit: 100, order: "desc", after: "msg_50" },
    ]);
  });

  test("with nothing stale, the newest page is enough", async () => {
    const server = longThread();
    const { client } = start({ fetch: server.fetch });
    await client.refresh();
    const before = client.getItems();
    server.requests.length = 0;
    await client.refresh();
    expect(server.requests).toHaveLength(2);
    expect(client.getItems()).toBe(before);
  });

  test("the page of a stale item is fetched, and no more", async () => {
    const now: object[] = many.slice();
    const server = longThread(now);
    let offline = false;
    const { client } = start({
      fetch: async (url, init) => {
        if (offline) throw new TypeError("terminated");
        return server.fetch(url, init);
      },
    });
    await client.refresh();
    const before = client.getItems();
    offline = true;
    await failure(client.sendCustomAction(go, "msg_120"));
    expect(client.getStatus().stale).toEqual(new Set(["msg_120"]));
    offline = false;
    const changed = widgetItem("msg_120", textCard("changed"));
    now[120] = changed;
    server.requests.length = 0;
    await client.refresh();
    expect(server.requests.map(({ type }) => type)).toEqual([
      "threads.get_by_id",
      "items.list",
      "items.list",
    ]);
    expect(client.getItems()).toEqual(before.with(120, changed));
    expect(
      client.getItems().filter((item, i) => item !== before[i]),
    ).toHaveLength(1);
    expect(client.getStatus()).toMatchObject({
      stale: new Set(),
      error: undefined,
    });
  });

  test("an item that the server never stored is removed", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    server.reply(
      stream([sse(added(widgetItem("msg_2")))], new TypeError("terminated")),
      thread([widgetItem("msg_1")]),
    );
    await failure(client.sendCustomAction(go, "msg_1"));
    expect(client.getItems()).toHaveLength(2);
    await client.refresh();
    expect(client.getItems()).toEqual([widgetItem("msg_1")]);
    expect(client.getStatus().stale).toEqual(new Set());
  });

  test("what streams meanwhile is newer than what is fetched", async () => {
    const reply = openStream();
    const { client, server } = await startWith([
      widgetItem("msg_1", textCard("a")),
    ]);
    let answer!: (reply: Response) => void;
    server.reply(
      reply.reply,
      () => new Promise((resolve) => (answer = resolve)),
    );
    const sent = client.sendCustomAction(go, "msg_1");
    await settle();
    const refreshed = client.refresh();
    await settle();
    reply.send(delta("msg_1", "b"), added(widgetItem("msg_2")));
    await settle();
    answer(thread([widgetItem("msg_1", textCard("a"))]));
    await refreshed;
    expect(client.getItems()).toEqual([
      widgetItem("msg_1", textCard("ab")),
      widgetItem("msg_2"),
    ]);
    reply.send(done(widgetItem("msg_2")));
    reply.end();
    await sent;
  });

  test("what fails meanwhile stays stale", async () => {
    const { client, server } = await startWith([widgetItem("msg_1")]);
    let answer!: (reply: Response) => void;
    server.reply(
      new TypeError("terminated"),
      () => new Promise((resolve) => (answer = resolve)),
      new TypeError("terminated"),
    );
    await failure(client.sendCustomAction(go, "msg_1"));
    const refreshed = client.refresh();
    await settle();
    await failure(client.sendCustomAction(go, "msg_1"));
    answer(thread([widgetItem("msg_1")]));
    await refreshed;
    expect(client.getStatus().stale).toEqual(new Set(["msg_1"]));
  });

  test.each<[string, Response, string]>([
    ["no thread", json({}), "without a list of items"],
    ["no object", json([1]), "something else than a JSON object"],
    ["events", events(), "something else than a JSON object"],
    ["an error", json({ error: "no such thread" }, 404), "no such thread"],
  ])("%s: what is here stays", async (_, reply, message) => {
    const { client, server, errors } = await startWith([widgetItem("msg_1")]);
    const items = client.getItems();
    server.reply(reply);
    expect((await failure(client.refresh()))?.message).toContain(message);
    expect(client.getItems()).toBe(items);
    expect(errors).toHaveLength(1);
    expect(client.getStatus().error).toBe(errors[0]);
  });

  test("pages without an end are not fetched without an end", async () => {
    const endless = (same: boolean) => {
      let page = 0;
      const asked = vi.fn(async () => {
        page++;
        return page === 1
          ? thread([widgetItem("msg_0")], true)
          : json({
              data: [widgetItem(same ? "x" : `msg_${page}`)],
              has_more: true,
            });
      });
      return asked;
    };
    const same = endless(true);
    await start({ fetch: same }).client.refresh();
    expect(same).toHaveBeenCalledTimes(3);
    const other = endless(false);
    await start({ fetch: other }).client.refresh();
    expect(other).toHaveBeenCalledTimes(51);
  });
});

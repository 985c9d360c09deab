// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  delta,
  done,
  events,
  fakeServer,
  json,
  type Received,
} from "../fake.js";
import { start, item, list, ids, range } from "../../helpers/unitChatKit.js";

/** A server that gives no more than 20 items at once, as chatkit-python's does. */
function pagedServer(items: { id: string }[], size = 20) {
  const asked: string[] = [];
  const answer = async (_: unknown, init: RequestInit) => {
    const { type, params } = JSON.parse(init.body as string) as Received;
    asked.push(type);
    const { order, after } = params;
    const all = order === "desc" ? items.toReversed() : items;
    const start = all.findIndex(({ id }) => id === after) + 1;
    const data = all.slice(start, start + size);
    const page = { data, has_more: start + size < all.length };
    return json(
      type === "threads.get_by_id" ? { id: "thr_1", items: page } : page,
    );
  };
  return { asked, answer };
}

describe("a thread has no gaps", () => {
  test.each([1, 2, 7, 20, 100])(
    "refresh fetches what another tab added before what came here, in pages of %i",
    async (size) => {
      const items = list(1, 2);
      const { answer } = pagedServer(items, size);
      const server = fakeServer(events(done(item(33)), done(item(34))));
      const { client } = start({
        fetch: (url, init) =>
          (init.body as string).includes("custom_action")
            ? server.fetch(url, init)
            : answer(url, init),
      });
      await client.refresh();
      await client.sendCustomAction({ type: "go" });
      expect(ids(client.getItems())).toEqual([1, 2, 33, 34]);
      items.push(...list(3, 34));
      await client.refresh();
      expect(ids(client.getItems())).toEqual(range(1, 34));
      expect(client.getStatus().hasOlder).toBe(false);
    },
  );

  test("nothing new costs one page, whatever came here meanwhile", async () => {
    const items = list(1, 60);
    const { answer, asked } = pagedServer(items);
    const server = fakeServer(events(done(item(61))));
    const { client } = start({
      fetch: (url, init) =>
        (init.body as string).includes("custom_action")
          ? server.fetch(url, init)
          : answer(url, init),
    });
    await client.refresh();
    await client.sendCustomAction({ type: "go" });
    items.push(item(61));
    asked.length = 0;
    await client.refresh();
    expect(asked).toEqual(["threads.get_by_id", "items.list"]);
    expect(ids(client.getItems())).toEqual(range(1, 61));
  });

  test("an item that is gone on the server does not keep the pages coming", async () => {
    const items = list(1, 60);
    const { answer, asked } = pagedServer(items);
    const { client } = start({ fetch: answer });
    await client.refresh();
    items.splice(55, 5);
    asked.length = 0;
    await client.refresh();
    expect(asked).toEqual(["threads.get_by_id", "items.list"]);
    expect(ids(client.getItems())).toEqual(range(1, 55));
  });

  test('a thread longer than what is fetched has "hasOlder", and older pages join it', async () => {
    const items = list(1, 60);
    const { answer } = pagedServer(items, 1);
    const { client } = start({ fetch: answer });
    await client.loadThread("thr_1");
    expect(ids(client.getItems())).toEqual(range(11, 60));
    expect(client.getStatus().hasOlder).toBe(true);
    while (client.getStatus().hasOlder) {
      await client.request("items.list", { after: client.getItems()[0]!.id });
    }
    expect(ids(client.getItems())).toEqual(range(1, 60));
  });

  test('more new items than are fetched leave no gap, and "hasOlder" is true', async () => {
    const items = list(1, 3);
    const { answer } = pagedServer(items, 1);
    const { client } = start({ fetch: answer });
    await client.refresh();
    items.push(...list(4, 90));
    await client.refresh();
    expect(ids(client.getItems())).toEqual(range(41, 90));
    expect(client.getStatus().hasOlder).toBe(true);
  });

  test.each<[string, object, number[], boolean, number[]]>([
    ["the newest items", {}, [9, 8, 7], true, range(1, 9)],
    ["the oldest items", { order: "asc" }, [1, 2, 3], true, range(1, 8)],
    [
      "what follows the last one",
      { order: "asc", after: "msg_8" },
      [9, 10],
      true,
      range(1, 10),
    ],
    [
      "what comes before another",
      { after: "msg_6" },
      [5, 4],
      true,
      range(1, 8),
    ],
    ["all", { order: "asc" }, range(1, 10), false, range(1, 10)],
    ["newer ones that join nothing", {}, [20, 19], true, range(1, 8)],
    [
      "what follows none that is here",
      { after: "msg_70" },
      [69],
      true,
      range(1, 8),
    ],
    ["nothing", {}, [], true, range(1, 8)],
  ])("a page of items, %s", async (_, params, data, has_more, expected) => {
    const { client } = start(
      {},
      json({ id: "thr_1", items: { data: list(1, 8) } }),
      json({ data: data.map((n) => item(n)), has_more }),
    );
    await client.refresh();
    const before = client.getItems();
    await client.request("items.list", params);
    expect(ids(client.getItems())).toEqual(expected);
    // What is equal keeps its identity.
    for (const [i, one] of client.getItems().slice(0, 8).entries()) {
      expect(one).toBe(before[i]);
    }
  });

  test("what changed while a page was fetched is newer than the page", async () => {
    const { client } = start(
      {},
      json({ id: "thr_1", items: { data: [item(1, "a"), item(2, "a")] } }),
      () => {
        client.apply(delta("msg_2", "b"));
        return json({
          data: [item(2, "old"), item(1, "new")],
          has_more: false,
        });
      },
    );
    await client.refresh();
    await client.request("items.list", {});
    expect(client.getItems()).toEqual([item(1, "new"), item(2, "ab")]);
  });

  test("replies of any kind change nothing that they do not fit", async () => {
    const odd = [
      1,
      "a",
      null,
      [],
      { data: 3 },
      { data: [null, { id: 1 }] },
      { items: 7 },
      { id: "thr_1", items: { data: {} } },
    ];
    const types = [
      "items.list",
      "threads.get_by_id",
      "threads.update",
      "items.feedback",
    ];
    for (const type of types) {
      for (const reply of odd) {
        const { client } = start(
          {},
          json({ id: "thr_1", items: { data: [item(1)] } }),
          json(reply),
        );
        await client.refresh();
        const items = client.getItems();
        expect(await client.request(type, { order: "asc" })).toEqual(reply);
        // A page without items says that there are none.
        const none =
          type === "items.list" && JSON.stringify(reply).includes("null,");
        expect(client.getItems()).toEqual(none ? [] : items);
      }
    }
  });
});

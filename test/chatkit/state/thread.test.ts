// @vitest-environment node
import { expect, test, vi } from "vitest";
import { fetchThread } from "../../../src/chatkit/thread.js";

const item = (id: string) => ({ id, type: "widget" });
const page = (ids: string, has_more?: unknown, after?: unknown) => ({
  data: [...Array.from(ids, item), null],
  has_more,
  after,
});

/** Fetches a thread from a server that gives these pages, the first one with the thread. */
async function fetchFrom(pages: readonly unknown[], enough = "-") {
  const left = [...pages];
  const thread = { id: "thr_1", items: left.shift() };
  const ask = vi.fn(async (type: string, _params: object) =>
    type === "threads.get_by_id"
      ? thread
      : ((left.length > 1 ? left.shift() : left[0]) as Record<string, unknown>),
  );
  const { items, complete, ...rest } = await fetchThread(
    ask,
    "thr_1",
    (found) => found.has(enough),
  );
  expect(rest).toEqual({ thread });
  const asked = ask.mock.calls.slice(1);
  expect(ask.mock.calls[0]).toEqual([
    "threads.get_by_id",
    { thread_id: "thr_1" },
  ]);
  for (const [type, params] of asked) {
    expect(type).toBe("items.list");
    expect(params).toMatchObject({
      thread_id: "thr_1",
      limit: 100,
      order: "desc",
    });
  }
  return {
    ids: items.map(({ id }) => id).join(""),
    complete,
    after: asked.map(([, params]) => (params as { after: unknown }).after),
  };
}

test.each<[string, unknown[], string, boolean, unknown[]]>([
  ["one page", [page("ab", false)], "ab", true, []],
  ["one page, `has_more` is no boolean", [page("ab", "yes")], "ab", true, []],
  [
    "pages from the newest on",
    [page("ab", true), page("fe", true, "x"), page("dc", true), page("ba")],
    "abcdef",
    true,
    [undefined, "x", "c"],
  ],
  [
    "until it is enough",
    [page("a", true), page("zy", true), page("+-", true), page("a")],
    "-+yz",
    false,
    [undefined, "y"],
  ],
  [
    "a page again and again",
    [page("a", true), page("zy", true), page("yz", true)],
    "yz",
    false,
    [undefined, "y"],
  ],
  ["no item", [page("a", true), page("", true)], "", false, [undefined]],
])("a thread of %s", async (_, pages, ids, complete, after) => {
  expect(await fetchFrom(pages)).toEqual({ ids, complete, after });
});

test("of an endless thread 50 pages are fetched", async () => {
  let next = 0;
  const endless = {
    get data() {
      return [item(`n${next++}`)];
    },
    has_more: true,
  };
  const { after, complete } = await fetchFrom([page("a", true), endless]);
  expect(after).toHaveLength(50);
  expect(complete).toBe(false);
});

test.each([null, [], {}, { data: {} }])(
  "a server without a list of items, but %j, is an error",
  async (items) => {
    await expect(fetchFrom([items])).rejects.toMatchObject({
      reason: "protocol",
      message: expect.stringContaining("without a list of items"),
    });
  },
);

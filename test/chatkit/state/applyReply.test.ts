// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { ChatKitItem } from "../../../src/chatkit/index.js";
import { applyReply } from "../../../src/chatkit/applyReply.js";
import { emptyState, type ChatKitState } from "../../../src/chatkit/state.js";
import { freeze } from "../../helpers/freeze.js";
import { textCard, widgetItem } from "../fake.js";

const item = (id: string, text = id) => widgetItem(id, textCard(text));
const itemsOf = (ids: string) => Array.from(ids, (id) => item(id));
const idsOf = (items: readonly ChatKitItem[]) =>
  items.map(({ id }) => id).join("");

/** A thread with an item for each letter; those in `fetched` have no gap between them. */
const stateOf = (ids: string, fetched = ids): ChatKitState =>
  freeze({
    ...emptyState("thr_1"),
    items: itemsOf(ids),
    fetched: new Set(fetched),
    hasOlder: true,
  });

const reply = (
  state: ChatKitState,
  type: string,
  params: object,
  body: object,
  unfinished = "",
) =>
  applyReply(
    state,
    state,
    type,
    { thread_id: "thr_1", ...params },
    freeze(body) as Record<string, unknown>,
    new Set(unfinished),
  );

describe("a page of items", () => {
  test.each<
    [
      string,
      string,
      { order?: string; after?: unknown },
      string,
      boolean,
      string,
      boolean,
    ]
  >([
    // here, asked for, data, more of them; then here, older ones
    ["the newest of more, which overlap", "abc", {}, "dc", true, "abcd", true],
    ["the newest of more, beyond a gap", "ab", {}, "ed", true, "ab", true],
    ["all, newest first", "abc", {}, "dc", false, "cd", false],
    ["those before", "cd", { after: "c" }, "ba", true, "abcd", true],
    ["the first ones before", "cd", { after: "c" }, "ba", false, "abcd", false],
    ["none before", "cd", { after: "c" }, "", false, "cd", false],
    ["those between", "abcd", { after: "d" }, "cb", true, "abcd", true],
    [
      "those before one that is not here",
      "cd",
      { after: "x" },
      "ba",
      false,
      "cd",
      true,
    ],
    [
      "from the newest, as `after` is no text",
      "ab",
      { after: 3 },
      "cb",
      true,
      "abc",
      true,
    ],
    ["the oldest", "abc", { order: "asc" }, "ab", true, "abc", false],
    ["the oldest of others", "bc", { order: "asc" }, "xy", true, "bc", true],
    ["all, oldest first", "abc", { order: "asc" }, "bd", false, "bd", false],
    [
      "those after",
      "ab",
      { order: "asc", after: "b" },
      "cd",
      true,
      "abcd",
      true,
    ],
    [
      "those after one between",
      "abcd",
      { order: "asc", after: "a" },
      "bc",
      true,
      "abcd",
      true,
    ],
    [
      "those after one, beyond a gap",
      "abcd",
      { order: "asc", after: "c" },
      "xb",
      true,
      "abcd",
      true,
    ],
    [
      "the last after one",
      "abcd",
      { order: "asc", after: "b" },
      "e",
      false,
      "abe",
      true,
    ],
  ])("%s", (_, ids, params, data, has_more, expected, hasOlder) => {
    const state = stateOf(ids);
    const page = { data: [...itemsOf(data), null, { id: 1 }], has_more };
    const next = reply(state, "items.list", params, page);
    expect(idsOf(next.items)).toBe(expected);
    expect(next.hasOlder).toBe(hasOlder);
    // An equal item is the item that was here.
    for (const one of next.items) {
      const before = state.items.find(({ id }) => id === one.id);
      if (before) expect(one).toBe(before);
    }
  });

  test("beyond a gap updates what is here, and makes nothing known", () => {
    const state = stateOf("ab");
    const page = { data: [item("z"), item("a", "new")], has_more: true };
    const next = reply(state, "items.list", { after: "x" }, page);
    expect(next.items).toEqual([item("a", "new"), item("b")]);
    expect(next.items[1]).toBe(state.items[1]);
    expect(next.fetched).toBe(state.fetched);
  });

  test("that joins makes its items known", () => {
    const page = { data: itemsOf("cb"), has_more: true };
    const next = reply(stateOf("ab"), "items.list", {}, page);
    expect([...next.fetched].join("")).toBe("abc");
  });

  test("joins nothing that a reply brought, as others may be before it", () => {
    const page = { data: itemsOf("dc"), has_more: true };
    const next = reply(stateOf("abc", "ab"), "items.list", {}, page);
    expect(idsOf(next.items)).toBe("abc");
  });

  test("leaves what is not done yet", () => {
    const page = { data: itemsOf("a"), has_more: false };
    const next = reply(stateOf("abc"), "items.list", {}, page, "c");
    expect(idsOf(next.items)).toBe("ac");
  });

  test("that is too long is ignored", () => {
    const state = stateOf("ab");
    const data = Array.from({ length: 9_999 }, (_, i) => item(`n${i}`));
    for (const [count, length] of [
      [9_998, 9_998],
      [9_999, 2],
    ]) {
      const page = { data: data.slice(0, count), has_more: false };
      const next = reply(state, "items.list", {}, page);
      expect(next.items).toHaveLength(length!);
    }
  });

  test.each([{}, { data: null }, { data: {} }])("%j is none", (page) => {
    const state = stateOf("ab");
    expect(reply(state, "items.list", {}, page)).toBe(state);
  });
});

describe("another reply", () => {
  const thread = { id: "thr_1", title: "Trip" };
  const items = { data: itemsOf("ab"), has_more: true };

  test.each<[string, object, object]>([
    ["threads.update", thread, { title: "Trip" }],
    ["threads.get_by_id", thread, { title: "Trip" }],
    [
      "threads.get_by_id",
      { ...thread, items },
      { title: "Trip", items: itemsOf("abc"), hasOlder: false },
    ],
  ])("to %s: %j", (type, body, expected) => {
    const state = stateOf("abc");
    expect(reply(state, type, {}, body)).toMatchObject(expected);
  });

  test.each<[string, object]>([
    ["threads.update", {}],
    ["threads.update", { ...thread, id: "thr_2" }],
    ["threads.get_by_id", { items }],
    ["items.feedback", { ...thread, data: [] }],
  ])("to %s changes nothing: %j", (type, body) => {
    const state = stateOf("abc");
    expect(reply(state, type, {}, body)).toBe(state);
  });

  test("to the deletion of the thread leaves none", () => {
    expect(reply(stateOf("abc"), "threads.delete", {}, {})).toEqual(
      emptyState(undefined),
    );
  });

  test("about another thread, or before there is one, changes nothing", () => {
    const state = stateOf("abc");
    for (const now of [state, emptyState(undefined)]) {
      const params = { thread_id: now.threadId && "thr_2" };
      expect(reply(now, "threads.delete", params, {})).toBe(now);
    }
  });
});

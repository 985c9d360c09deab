// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { ChatKitItem } from "../../../src/chatkit/index.js";
import { mergeThread } from "../../../src/chatkit/applyReply.js";
import {
  forgetAfter,
  markStale,
  type ChatKitState,
} from "../../../src/chatkit/state.js";
import { textCard, widgetItem } from "../fake.js";
import { state } from "../../helpers/unitChatKitState.js";

describe("a thread that is fetched again", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) =>
    widgetItem(id, textCard(id)),
  ) as [ChatKitItem, ChatKitItem, ChatKitItem, ChatKitItem];
  const copy = (item: ChatKitItem) => structuredClone(item);
  const other = (item: ChatKitItem) =>
    ({ ...item, widget: textCard("other") }) as ChatKitItem;
  const stateOf = (items: readonly ChatKitItem[]): ChatKitState => ({
    ...state,
    items,
    fetched: new Set(items.map(({ id }) => id)),
  });
  const merge = (
    now: readonly ChatKitItem[],
    before: readonly ChatKitItem[],
    items: readonly ChatKitItem[],
    complete: boolean,
    ...open: string[]
  ) =>
    mergeThread(
      stateOf(now),
      stateOf(before),
      { thread: {}, items, complete },
      new Set(open),
    ).items;

  test("an equal thread is the same list", () => {
    const items = [a, b];
    expect(merge(items, items, items.map(copy), true)).toBe(items);
  });

  test("the whole thread replaces what was here", () => {
    expect(merge([a, b], [a, b], [other(b), c], true)).toEqual([other(b), c]);
  });

  test("its end replaces the end", () => {
    const items = [a, b, c];
    expect(merge(items, items, [other(b), d], false)).toEqual([a, other(b), d]);
  });

  test("an end that nothing joins to what was here leaves no gap: it is all there is", () => {
    const now = stateOf([a]);
    const fetched = { thread: {}, items: [c, d], complete: false };
    expect(mergeThread(now, now, fetched, new Set())).toMatchObject({
      items: [c, d],
      hasOlder: true,
    });
  });

  test("an item that a reply brought joins nothing: others may be before it", () => {
    const now = { ...stateOf([a, d]), fetched: new Set(["a"]) };
    const fetched = { thread: {}, items: [c, d], complete: false };
    expect(mergeThread(now, now, fetched, new Set())).toMatchObject({
      items: [c, d],
      hasOlder: true,
    });
    const all = { thread: {}, items: [a, b, c, d], complete: false };
    expect(mergeThread(now, now, all, new Set())).toMatchObject({
      items: [a, b, c, d],
      hasOlder: false,
    });
  });

  test("what changed, came or went meanwhile stays so", () => {
    const now = [other(a), d];
    const fetched = [a, b, c].map(copy);
    expect(merge(now, [a, b], fetched, true)).toEqual([other(a), c, d]);
  });

  test("what is not done yet is not on the server yet", () => {
    const items = [a, b];
    expect(merge(items, items, [copy(a)], true, "b")).toEqual([a, b]);
  });

  test("what was found is no longer stale, unless it failed meanwhile", () => {
    const before = { ...stateOf([a, b, c]), stale: new Set(["a", "b"]) };
    const fetched = { thread: {}, items: [b, c], complete: false };
    const after = (now: ChatKitState, complete: boolean) =>
      mergeThread(now, before, { ...fetched, complete }, new Set()).stale;
    expect(after(before, false)).toEqual(new Set(["a"]));
    expect(after(before, true)).toEqual(new Set());
    const now = markStale(before, ["b"]);
    expect(after(now, true)).toBe(now.stale);
  });
});

describe("a failure", () => {
  test("makes the items stale that it was about and that are here", () => {
    const next = markStale(state, ["msg_2", "elsewhere", undefined]);
    expect(next).toEqual({ ...state, stale: new Set(["msg_1", "msg_2"]) });
    expect(markStale(state, ["elsewhere", undefined])).toBe(state);
  });

  test("and a turn that is taken again forgets what followed its message", () => {
    const before = { ...state, stale: new Set(["msg_1", "wf_3"]) };
    expect(forgetAfter(before, "msg_2")).toEqual({
      ...before,
      items: state.items.slice(0, 2),
      stale: new Set(["msg_1"]),
    });
    expect(forgetAfter(before, "elsewhere")).toBe(before);
  });
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { ChatKitEvent, ChatKitItem } from "../../src/chatkit/index.js";
import { applyEvent } from "../../src/chatkit/applyEvent.js";
import { mergeThread } from "../../src/chatkit/applyReply.js";
import {
  emptyState,
  forgetAfter,
  markStale,
  type ChatKitState,
} from "../../src/chatkit/state.js";
import { freeze } from "../helpers/freeze.js";
import { added, delta, done, random, textCard, widgetItem } from "./fake.js";

const message = (...texts: string[]): ChatKitItem => ({
  id: "msg_2",
  type: "assistant_message",
  content: texts.map((text) => ({
    type: "output_text",
    text,
    annotations: [],
  })),
});
const workflow: ChatKitItem = {
  id: "wf_3",
  type: "workflow",
  workflow: { type: "reasoning", tasks: [{ title: "one" }] },
};
const picture: ChatKitItem = { id: "img_4", type: "generated_image" };

const state: ChatKitState = freeze({
  ...emptyState("thr_1"),
  items: [
    widgetItem("msg_1", textCard("Hi")),
    message("Hello"),
    workflow,
    picture,
  ],
  stale: new Set(["msg_1"]),
  progress: { text: "Searching…" },
});

const update = (item_id: string, update: object): ChatKitEvent => ({
  type: "thread.item.updated",
  item_id,
  update,
});
const part = (text: string) => ({ type: "output_text", text, annotations: [] });
const itemsAfter = (event: ChatKitEvent) =>
  applyEvent(state, freeze(event))?.items;

describe("items", () => {
  test.each(["done", "replaced"])("%s: the item is the one sent", (how) => {
    const item = widgetItem("msg_1", textCard("Bye"));
    const next = applyEvent(state, { type: `thread.item.${how}`, item });
    expect(next?.items).toEqual([item, ...state.items.slice(1)]);
    expect(next?.items[1]).toBe(state.items[1]);
    expect(next).toMatchObject({ stale: new Set(), progress: undefined });
  });

  test("an item may become one of another type", () => {
    const item = { ...message("Gone"), id: "msg_1" };
    expect(itemsAfter({ type: "thread.item.replaced", item })?.[0]).toBe(item);
  });

  test("a new item stands at the end, whatever brings it", () => {
    const item = widgetItem("msg_9");
    for (const type of ["added", "done", "replaced"]) {
      expect(
        itemsAfter({ type: `thread.item.${type}`, item })?.at(-1),
        type,
      ).toBe(item);
    }
  });

  test("an equal item keeps its identity, and so does the list", () => {
    const item = widgetItem("msg_1", textCard("Hi"));
    expect(itemsAfter(done(item))).toBe(state.items);
  });

  test("removed: it is gone", () => {
    const next = applyEvent(state, {
      type: "thread.item.removed",
      item_id: "msg_1",
    });
    expect(next?.items).toEqual(state.items.slice(1));
    expect(next?.stale).toEqual(new Set());
  });

  test("a delta changes its item alone", () => {
    const items = itemsAfter(delta("msg_1", "!"));
    expect(items?.[0]).toEqual(widgetItem("msg_1", textCard("Hi!")));
    expect(
      items?.slice(1).every((item, i) => item === state.items[i + 1]),
    ).toBe(true);
  });

  test("a component and a root are replaced", () => {
    const text = { type: "Text", value: "new" };
    expect(
      itemsAfter(
        update("msg_1", {
          type: "widget.component.updated",
          component_id: "t",
          component: text,
        }),
      )?.[0],
    ).toMatchObject({ widget: { type: "Card", children: [text] } });
    expect(
      itemsAfter(
        update("msg_1", { type: "widget.root.updated", widget: text }),
      )?.[0],
    ).toEqual({ ...state.items[0], widget: text });
  });

  test.each([
    [
      "a text goes on",
      { type: "text_delta", content_index: 0, delta: " you" },
      [part("Hello you")],
    ],
    [
      "a text begins without its part",
      { type: "text_delta", content_index: 1, delta: "And" },
      [part("Hello"), { type: "output_text", text: "And" }],
    ],
    [
      "a part is added",
      { type: "added", content_index: 1, content: part("") },
      [part("Hello"), part("")],
    ],
    [
      "a part is done",
      { type: "done", content_index: 0, content: part("Hello!") },
      [part("Hello!")],
    ],
    [
      "an annotation is added",
      {
        type: "annotation_added",
        content_index: 0,
        annotation_index: 0,
        annotation: { type: "annotation" },
      },
      [{ ...part("Hello"), annotations: [{ type: "annotation" }] }],
    ],
  ])("a message: %s", (_, { type, ...rest }, content) => {
    const event = update("msg_2", {
      type: `assistant_message.content_part.${type}`,
      ...rest,
    });
    expect(itemsAfter(event)?.[1]).toEqual({ ...state.items[1], content });
  });

  test.each([
    ["added", 1, [{ title: "one" }, { title: "two" }]],
    ["updated", 0, [{ title: "two" }]],
  ])("a task is %s", (type, task_index, tasks) => {
    const event = update("wf_3", {
      type: `workflow.task.${type}`,
      task_index,
      task: { title: "two" },
    });
    expect(itemsAfter(event)?.[2]).toEqual({
      ...workflow,
      workflow: { type: "reasoning", tasks },
    });
  });

  test("a picture comes in steps", () => {
    const image = { id: "i", url: "https://example.com/i.png" };
    const event = update("img_4", {
      type: "generated_image.updated",
      image,
      progress: 0.5,
    });
    const step = applyEvent(state, event)!;
    expect(step.items[3]).toEqual({ ...picture, image, progress: 0.5 });
    const item = { ...picture, image } as ChatKitItem;
    expect(applyEvent(step, done(item))?.items[3]).toEqual(item);
  });
});

describe("the rest of a thread", () => {
  test("a thread event tells the title; its items say nothing", () => {
    const next = applyEvent(state, {
      type: "thread.updated",
      thread: { id: "thr_1", title: "Trip", items: { data: [] } },
    });
    expect(next).toEqual({ ...state, title: "Trip" });
    expect(next?.items).toBe(state.items);
  });

  test("a thread that is created is the thread", () => {
    const event = { type: "thread.created", thread: { id: "thr_2" } };
    expect(applyEvent(emptyState(undefined), event)?.threadId).toBe("thr_2");
    expect(applyEvent(state, event)).toBeUndefined();
  });

  test.each<[ChatKitEvent, Partial<ChatKitState>]>([
    [
      { type: "progress_update", icon: "search", text: "Looking" },
      { progress: { icon: "search", text: "Looking" } },
    ],
    [
      { type: "progress_update", icon: null, text: "Writing" },
      { progress: { text: "Writing" } },
    ],
    [
      { type: "notice", level: "danger", message: "[a](b)", title: "Limit" },
      { notice: { level: "danger", message: "[a](b)", title: "Limit" } },
    ],
    [
      { type: "notice", level: "loud", message: "a", title: null },
      { notice: { level: "info", message: "a" } },
    ],
    [
      { type: "stream_options", stream_options: { allow_cancel: false } },
      { allowCancel: false },
    ],
    [{ type: "stream_options", stream_options: {} }, { allowCancel: true }],
  ])("%o", (event, change) => {
    expect(applyEvent(state, event)).toEqual({ ...state, ...change });
  });
});

describe("what is not known", () => {
  test.each<ChatKitEvent>([
    { type: "thread.item.moved" },
    { type: "thread.item.done" },
    { type: "thread.item.done", item: null },
    { type: "thread.item.done", item: { type: "widget" } },
    { type: "thread.item.added", item: { id: 3, type: "widget" } },
    { type: "thread.item.removed", item_id: "nope" },
    { type: "thread.item.updated", item_id: "msg_1" },
    delta("nope", "x"),
    update("msg_2", { type: "widget.root.updated", widget: {} }),
    update("msg_1", { type: "widget.root.updated", widget: null }),
    update("msg_1", { type: "widget.grown" }),
    update("msg_1", {
      type: "widget.streaming_text.value_delta",
      component_id: "nope",
      delta: "x",
    }),
    update("msg_2", {
      type: "assistant_message.content_part.text_delta",
      content_index: 1e9,
      delta: "x",
    }),
    update("msg_2", {
      type: "assistant_message.content_part.text_delta",
      content_index: "__proto__",
      delta: "x",
    }),
    update("msg_2", {
      type: "assistant_message.content_part.annotation_added",
      content_index: 0,
      annotation_index: -1,
    }),
    update("wf_3", { type: "workflow.task.added", task_index: 0.5, task: 1 }),
    { type: "thread.updated", thread: { id: "thr_2", title: "Another" } },
    { type: "progress_update", text: 3 },
    { type: "notice" },
    { type: "stream_options", stream_options: null },
    { type: "constructor" },
  ])("%o", (event) => expect(applyEvent(state, freeze(event))).toBeUndefined());

  test("content that is no list becomes one", () => {
    const odd = { id: "msg_2", type: "assistant_message", content: "text" };
    const next = applyEvent(applyEvent(state, done(odd))!, {
      ...update("msg_2", {
        type: "assistant_message.content_part.text_delta",
        content_index: 0,
        delta: "x",
      }),
    });
    expect(next?.items[1]).toMatchObject({ content: [{ text: "x" }] });
  });
});

test("no event throws, reaches a prototype or changes what was", () => {
  const next = random(3);
  const pick = <T>(list: readonly T[]) =>
    list[Math.floor(next() * list.length)]!;
  const content = (type: string) => `assistant_message.content_part.${type}`;
  const valid: readonly ChatKitEvent[] = [
    added(widgetItem("msg_1", textCard("a"))),
    done(message("a")),
    done(workflow),
    delta("msg_1", "x"),
    update("msg_1", { type: "widget.root.updated", widget: textCard("b") }),
    update("msg_1", {
      type: "widget.component.updated",
      component_id: "t",
      component: { type: "Text", id: "t", value: "c" },
    }),
    update("msg_2", {
      type: content("text_delta"),
      content_index: 0,
      delta: "x",
    }),
    update("msg_2", { type: content("added"), content_index: 1, content: {} }),
    update("msg_2", {
      type: content("annotation_added"),
      content_index: 0,
      annotation_index: 0,
      annotation: {},
    }),
    update("wf_3", { type: "workflow.task.added", task_index: 0, task: {} }),
    { type: "thread.item.removed", item_id: "msg_1" },
    { type: "thread.updated", thread: { id: "thr_1", title: "a" } },
    { type: "progress_update", text: "a", icon: "b" },
    { type: "notice", level: "info", message: "a" },
    { type: "stream_options", stream_options: { allow_cancel: true } },
  ];
  const odd = [
    null,
    true,
    0,
    -1,
    1e9,
    "",
    "t",
    "__proto__",
    "constructor",
    [],
    [[]],
    {},
    { type: "widget" },
    { id: "t", children: {} },
  ];
  /** Somewhere in it, something else than expected; or a name nobody expected. */
  const spoil = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || next() < 0.2)
      return pick(odd);
    if (Array.isArray(value))
      return value.map((entry) => (next() < 0.5 ? spoil(entry) : entry));
    const names = Object.keys(value);
    const spoiled =
      next() < 0.1
        ? pick(["__proto__", "children", "value", "id"])
        : pick(names);
    const entries = Object.entries(value).concat(
      spoiled && !names.includes(spoiled) ? [[spoiled, pick(odd)]] : [],
    );
    return Object.fromEntries(
      entries.map(([name, entry]) => [
        name,
        name === spoiled ? spoil(entry) : entry,
      ]),
    );
  };
  let now = state;
  let known = 0;
  for (let run = 0; run < 5_000; run++) {
    const event = (
      next() < 0.3 ? pick(valid) : spoil(pick(valid))
    ) as ChatKitEvent;
    if (typeof event?.type !== "string") continue;
    const after = applyEvent(now, freeze(event));
    if (after) known++;
    now = freeze(after ?? now);
    if (now.items.length > 20) now = state;
  }
  expect(known).toBeGreaterThan(1_000);
  expect(({} as Record<string, unknown>)["type"]).toBeUndefined();
});

describe("a thread that is fetched anew", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) =>
    widgetItem(id, textCard(id)),
  ) as [ChatKitItem, ChatKitItem, ChatKitItem, ChatKitItem];
  const copy = (item: ChatKitItem) => structuredClone(item);
  const other = (item: ChatKitItem) =>
    ({ ...item, widget: textCard("other") }) as ChatKitItem;
  const held = (items: readonly ChatKitItem[]): ChatKitState => ({
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
      held(now),
      held(before),
      { thread: {}, items, complete },
      new Set(open),
    ).items;

  test("all as it was: the same list", () => {
    const items = [a, b];
    expect(merge(items, items, items.map(copy), true)).toBe(items);
  });

  test("the whole thread takes the place of what was here", () => {
    expect(merge([a, b], [a, b], [other(b), c], true)).toEqual([other(b), c]);
  });

  test("its end takes the place of the end", () => {
    const items = [a, b, c];
    expect(merge(items, items, [other(b), d], false)).toEqual([a, other(b), d]);
  });

  test("an end that nothing joins to what was here leaves no gap: it is all there is", () => {
    const now = held([a]);
    const fetched = { thread: {}, items: [c, d], complete: false };
    expect(mergeThread(now, now, fetched, new Set())).toMatchObject({
      items: [c, d],
      hasOlder: true,
    });
  });

  test("an item that a reply brought joins nothing: others may stand before it", () => {
    const now = { ...held([a, d]), fetched: new Set(["a"]) };
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
    const before = { ...held([a, b, c]), stale: new Set(["a", "b"]) };
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

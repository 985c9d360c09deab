// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { ChatKitEvent, ChatKitItem } from "../../src/chatkit/index.js";
import { applyEvent } from "../../src/chatkit/applyEvent.js";
import { emptyState, type ChatKitState } from "../../src/chatkit/state.js";
import { delta, done, textCard, widgetItem } from "./fake.js";
import {
  message,
  workflow,
  picture,
  state,
  update,
  part,
  itemsAfter,
} from "../helpers/unitChatKitState.js";

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

  test("a new item is at the end, whatever brings it", () => {
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

  test("a picture changes in steps", () => {
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
  test("a thread event changes the title; its items change nothing", () => {
    const next = applyEvent(state, {
      type: "thread.updated",
      thread: { id: "thr_1", title: "Trip", items: { data: [] } },
    });
    expect(next).toEqual({ ...state, title: "Trip" });
    expect(next?.items).toBe(state.items);
  });

  test.each<[object, Partial<ChatKitState>]>([
    [
      { status: { type: "locked", reason: "Wait." }, metadata: { a: 1 } },
      {
        threadStatus: { type: "locked", reason: "Wait." },
        metadata: { a: 1 },
      },
    ],
    [
      { status: { type: "closed", reason: 3 }, metadata: [] },
      { threadStatus: { type: "closed" } },
    ],
    [{ status: { type: "open", reason: "a" } }, {}],
    [{ status: null, title: 3 }, {}],
  ])("a thread has what its server says: %j", (thread, change) => {
    expect(
      applyEvent(state, {
        type: "thread.updated",
        thread: { id: "thr_1", ...thread },
      }),
    ).toEqual({ ...state, ...change });
  });

  test("a thread has an end: more items are not known", () => {
    const items = Array.from({ length: 10_000 }, (_, i) =>
      widgetItem(`n${i}`, textCard("a")),
    );
    const full = { ...state, items };
    expect(applyEvent(full, done(widgetItem("more")))).toBeUndefined();
    const known = widgetItem("n1", textCard("b"));
    expect(applyEvent(full, done(known))?.items[1]).toEqual(known);
    const rest = { ...state, items: items.slice(1) };
    expect(applyEvent(rest, done(widgetItem("more")))?.items).toHaveLength(
      10_000,
    );
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
      { type: "notice", level: "warning", message: "a" },
      { notice: { level: "warning", message: "a" } },
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

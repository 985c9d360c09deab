// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { ChatKitEvent } from "../../src/chatkit/index.js";
import { applyEvent } from "../../src/chatkit/applyEvent.js";
import { freeze } from "../helpers/freeze.js";
import { added, delta, done, random, textCard, widgetItem } from "./fake.js";
import {
  message,
  workflow,
  state,
  update,
} from "../helpers/unitChatKitState.js";

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
    { type: "thread.updated", thread: { title: "No id" } },
    { type: "thread.updated", thread: null },
    update("nope", { type: "widget.root.updated", widget: {} }),
    update("msg_2", {
      type: "assistant_message.content_part.added",
      content_index: 0,
      content: null,
    }),
    update("msg_2", {
      type: "assistant_message.content_part.text_delta",
      content_index: 0,
      delta: 3,
    }),
    update("msg_2", {
      type: "assistant_message.content_part.text_delta",
      content_index: -1,
      delta: "x",
    }),
    update("msg_2", {
      type: "assistant_message.content_part.text_delta",
      content_index: 2,
      delta: "x",
    }),
    update("msg_2", { type: "assistant_message.grown", content_index: 0 }),
    update("msg_2", { type: "workflow.task.added", task_index: 0 }),
    update("msg_2", { type: "generated_image.updated" }),
    update("wf_3", { type: "workflow.task.moved", task_index: 0 }),
    update("wf_3", { type: "a.workflow.task.added", task_index: 0 }),
    update("wf_3", { type: "workflow.task.added.late", task_index: 0 }),
    update("img_4", { type: "generated_image.moved" }),
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

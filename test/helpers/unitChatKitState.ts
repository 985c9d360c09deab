import type { ChatKitEvent, ChatKitItem } from "../../src/chatkit/index.js";
import { applyEvent } from "../../src/chatkit/applyEvent.js";
import { emptyState, type ChatKitState } from "../../src/chatkit/state.js";
import { textCard, widgetItem } from "../chatkit/fake.js";
import { freeze } from "./freeze.js";

export const message = (...texts: string[]): ChatKitItem => ({
  id: "msg_2",
  type: "assistant_message",
  content: texts.map((text) => ({
    type: "output_text",
    text,
    annotations: [],
  })),
});
export const workflow: ChatKitItem = {
  id: "wf_3",
  type: "workflow",
  workflow: { type: "reasoning", tasks: [{ title: "one" }] },
};
export const picture: ChatKitItem = { id: "img_4", type: "generated_image" };

export const state: ChatKitState = freeze({
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

export const update = (item_id: string, update: object): ChatKitEvent => ({
  type: "thread.item.updated",
  item_id,
  update,
});
export const part = (text: string) => ({
  type: "output_text",
  text,
  annotations: [],
});
export const itemsAfter = (event: ChatKitEvent) =>
  applyEvent(state, freeze(event))?.items;

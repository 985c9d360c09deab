import { applyUpdate, type WidgetUpdate } from "../core/applyUpdate.js";
import { isRecord } from "../core/json.js";
import { shareStructure } from "../core/shareStructure.js";
import {
  type ChatKitEvent,
  type ChatKitItem,
  isItem,
  type Json,
} from "./items.js";
import {
  type ChatKitState,
  indexOf,
  MAX_LENGTH,
  updateThread,
  without,
} from "./state.js";

/**
 * The state after an event; `undefined` if the event, or the item that it is about,
 * is not known. Items that the event does not change keep their identity.
 */
export function applyEvent(
  state: ChatKitState,
  event: ChatKitEvent,
): ChatKitState | undefined {
  switch (event.type) {
    case "thread.item.added":
    case "thread.item.done":
    case "thread.item.replaced":
      return isItem(event["item"]) ? putItem(state, event["item"]) : undefined;
    case "thread.item.removed":
      return removeItem(state, event["item_id"]);
    case "thread.item.updated":
      return updateItem(state, event["item_id"], event["update"]);
    case "thread.created":
    case "thread.updated":
      return updateThread(state, event["thread"]);
    case "progress_update": {
      const { text, icon } = event;
      if (typeof text !== "string") return undefined;
      const progress = typeof icon === "string" ? { text, icon } : { text };
      return { ...state, progress };
    }
    case "notice": {
      const { level, message, title } = event;
      if (typeof message !== "string") return undefined;
      return {
        ...state,
        notice: {
          level: level === "warning" || level === "danger" ? level : "info",
          message,
          ...(typeof title === "string" && { title }),
        },
      };
    }
    case "stream_options": {
      const options = event["stream_options"];
      if (!isRecord(options)) return undefined;
      return { ...state, allowCancel: options["allow_cancel"] !== false };
    }
    default:
      return undefined;
  }
}

function putItem(
  state: ChatKitState,
  item: ChatKitItem,
): ChatKitState | undefined {
  const { items } = state;
  const index = indexOf(items, item.id);
  const before = items[index];
  if (index < 0 && items.length >= MAX_LENGTH) return undefined;
  // A server may send an item that is here already: an equal item keeps its identity, so it is not rendered again.
  const next = shareStructure(before, item);
  return {
    ...state,
    items:
      index < 0
        ? [...items, item]
        : next === before
          ? items
          : items.with(index, next),
    stale: without(state.stale, item.id),
    progress: undefined,
  };
}

function removeItem(state: ChatKitState, id: unknown) {
  const index = indexOf(state.items, id);
  const item = state.items[index];
  if (!item) return undefined;
  return {
    ...state,
    items: state.items.toSpliced(index, 1),
    stale: without(state.stale, item.id),
  };
}

function updateItem(state: ChatKitState, id: unknown, update: unknown) {
  const index = indexOf(state.items, id);
  const item = state.items[index];
  if (!item || !isRecord(update)) return undefined;
  const next = updateOf(item, update);
  return next && { ...state, items: state.items.with(index, next) };
}

/** An item after an update; `undefined` if items of its type have no such update. */
function updateOf(item: ChatKitItem, update: Json): ChatKitItem | undefined {
  const type = String(update["type"]);
  if (item.type === "widget" && type.startsWith("widget.")) {
    const widget = applyUpdate(item.widget, update as unknown as WidgetUpdate);
    return widget === item.widget ? undefined : { ...item, widget };
  }
  if (
    item.type === "assistant_message" &&
    type.startsWith("assistant_message.")
  ) {
    const content = updateContent(listOf(item.content), type, update);
    return content && { ...item, content: content as typeof item.content };
  }
  if (
    item.type === "workflow" &&
    /^workflow\.task\.(?:added|updated)$/.test(type)
  ) {
    const workflow = isRecord(item.workflow) ? item.workflow : undefined;
    const tasks = put(
      listOf(workflow?.["tasks"]),
      update["task_index"],
      update["task"],
    );
    return tasks && { ...item, workflow: { ...item.workflow, tasks } };
  }
  if (item.type === "generated_image" && type === "generated_image.updated") {
    const { progress } = update;
    const image = update["image"] as typeof item.image;
    return {
      ...item,
      image: isRecord(image) ? image : item.image,
      ...(typeof progress === "number" && { progress }),
    };
  }
  return undefined;
}

function updateContent(
  content: readonly unknown[],
  type: string,
  update: Json,
): readonly unknown[] | undefined {
  const index = update["content_index"];
  const before = content[index as number];
  const part = isRecord(before) ? before : { type: "output_text", text: "" };
  switch (type) {
    case "assistant_message.content_part.added":
    case "assistant_message.content_part.done":
      return isRecord(update["content"])
        ? put(content, index, update["content"])
        : undefined;
    case "assistant_message.content_part.text_delta": {
      const { delta } = update;
      if (typeof delta !== "string") return undefined;
      const text = typeof part["text"] === "string" ? part["text"] : "";
      return put(content, index, { ...part, text: text + delta });
    }
    case "assistant_message.content_part.annotation_added": {
      const annotations = put(
        listOf(part["annotations"]),
        update["annotation_index"],
        update["annotation"],
      );
      return annotations && put(content, index, { ...part, annotations });
    }
    default:
      return undefined;
  }
}

/** `list` with `value` at `index`, which is an index of the list or the next one. */
function put(list: readonly unknown[], index: unknown, value: unknown) {
  if (!Number.isInteger(index)) return undefined;
  const at = index as number;
  if (at < 0 || at > list.length || at >= MAX_LENGTH) return undefined;
  return at === list.length ? [...list, value] : list.with(at, value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

import { isRecord } from "../core/tree.js";
import { shareStructure } from "../core/share.js";
import { applyUpdate, type WidgetUpdate } from "../core/update.js";
import type { ChatKitError } from "./error.js";
import type { ChatKitRequest } from "./exchange.js";
import {
  isItem,
  type ChatKitEvent,
  type ChatKitItem,
  type Json,
} from "./items.js";
import type { FetchedThread } from "./thread.js";

/** What a reply says on the way: a line to show until the next item comes. */
export interface ChatKitProgress {
  text: string;
  icon?: string;
}

/** What a server tells its user; `message` is Markdown. */
export interface ChatKitNotice {
  level: "info" | "warning" | "danger";
  message: string;
  title?: string;
}

/** A thread as far as it was told, and what became of the last request. */
export interface ChatKitState {
  threadId: string | undefined;
  title: string | undefined;
  /** Oldest first. */
  items: readonly ChatKitItem[];
  /** Items that may differ from what the server keeps; `refresh()` settles them. */
  stale: ReadonlySet<string>;
  /** A line to show until the next item comes. */
  progress: ChatKitProgress | undefined;
  notice: ChatKitNotice | undefined;
  /** Whether the server lets the user stop the reply. */
  allowCancel: boolean;
  /** Why the last request failed. */
  error: ChatKitError | undefined;
  /** What the server takes again after it failed. */
  failed: ChatKitRequest | undefined;
}

/** A thread that nothing is known of. */
export function emptyState(threadId: string | undefined): ChatKitState {
  return {
    threadId,
    title: undefined,
    items: [],
    stale: new Set(),
    progress: undefined,
    notice: undefined,
    allowCancel: true,
    error: undefined,
    failed: undefined,
  };
}

/** Items in a thread, parts in a message, tasks in a workflow: more are ignored. */
const MAX_LENGTH = 10_000;

/**
 * The thread after an event; `undefined` where the event, or what it is about, is
 * not known. Items that the event does not change keep their identity.
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
  // A server may send what is there already; equal items draw nothing anew.
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
  const next = updated(item, update);
  return next && { ...state, items: state.items.with(index, next) };
}

/** An item after one of its updates; `undefined` where it knows no such thing. */
function updated(item: ChatKitItem, update: Json): ChatKitItem | undefined {
  const type = String(update["type"]);
  if (item.type === "widget" && type.startsWith("widget.")) {
    const widget = applyUpdate(item.widget, update as unknown as WidgetUpdate);
    return widget === item.widget ? undefined : { ...item, widget };
  }
  if (
    item.type === "assistant_message" &&
    type.startsWith("assistant_message.")
  ) {
    const content = updatedContent(listOf(item.content), type, update);
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
    return { ...item, image: update["image"] };
  }
  return undefined;
}

function updatedContent(
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

/** `items` of a thread in an event is always empty and says nothing. */
function updateThread(state: ChatKitState, thread: unknown) {
  if (!isRecord(thread) || typeof thread["id"] !== "string") return undefined;
  const { id, title } = thread;
  if (state.threadId !== undefined && state.threadId !== id) return undefined;
  return {
    ...state,
    threadId: id,
    title: typeof title === "string" ? title : undefined,
  };
}

/** The thread after a failure: those of the items that are here may have changed. */
export function markStale(
  state: ChatKitState,
  ids: readonly (string | undefined)[],
): ChatKitState {
  const named = new Set(ids);
  const known = state.items.map(({ id }) => id).filter((id) => named.has(id));
  if (known.length === 0) return state;
  return { ...state, stale: new Set([...state.stale, ...known]) };
}

/** The thread before a turn is taken again: it ends with the user's message. */
export function forgetAfter(state: ChatKitState, id: unknown): ChatKitState {
  const { items, stale } = state;
  const end = indexOf(items, id) + 1;
  if (end === 0) return state;
  const gone = items.slice(end).map((item) => item.id);
  return {
    ...state,
    items: items.slice(0, end),
    stale: gone.reduce(without, stale),
  };
}

/**
 * The thread after it was fetched anew. What changed here since `before` is newer
 * than what was fetched and stays, and so do items that are `open`: begun, but not
 * done. Where the fetched items are not all, they are the end of the thread.
 */
export function mergeThread(
  state: ChatKitState,
  before: ChatKitState,
  { title, items: fetched, complete }: FetchedThread,
  open: ReadonlySet<string>,
): ChatKitState {
  const { items, stale } = state;
  const was = byId(before.items);
  const now = byId(items);
  const ids = byId(fetched);
  const fresh = fetched.flatMap((item) => {
    const here = now.get(item.id);
    if (here === was.get(item.id)) return [shareStructure(here, item)];
    return here ? [here] : [];
  });
  const start = complete ? 0 : items.findIndex((item) => ids.has(item.id));
  const split = start < 0 ? items.length : start;
  const unsaved = items
    .slice(split)
    .filter(
      (item) =>
        !ids.has(item.id) && (open.has(item.id) || item !== was.get(item.id)),
    );
  const settled = [...stale].filter((id) => complete || ids.has(id));
  return {
    ...state,
    title,
    items: shareStructure(items, [
      ...items.slice(0, split),
      ...fresh,
      ...unsaved,
    ]),
    // What failed meanwhile may be newer than what was fetched.
    stale: stale === before.stale ? settled.reduce(without, stale) : stale,
  };
}

function byId(items: readonly ChatKitItem[]) {
  return new Map(items.map((item) => [item.id, item]));
}

/** From the end, where things happen. */
function indexOf(items: readonly ChatKitItem[], id: unknown): number {
  return items.findLastIndex((item) => item.id === id);
}

/** `list` with `value` at a place that is there or the next one. */
function put(list: readonly unknown[], index: unknown, value: unknown) {
  if (!Number.isInteger(index)) return undefined;
  const at = index as number;
  if (at < 0 || at > list.length || at >= MAX_LENGTH) return undefined;
  return at === list.length ? [...list, value] : list.with(at, value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `set` without an id; the same set where it was not in it. */
function without<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  if (!set.has(value)) return set;
  const rest = new Set(set);
  rest.delete(value);
  return rest;
}

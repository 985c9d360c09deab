import { isRecord } from "../core/json.js";
import { shareStructure } from "../core/shareStructure.js";
import { applyUpdate, type WidgetUpdate } from "../core/applyUpdate.js";
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

/** Whether a thread takes messages: `locked` for now, `closed` for good. */
export interface ChatKitThreadStatus {
  type: "active" | "locked" | "closed";
  /** What the server says about it, for the user. */
  reason?: string;
}

/** A thread as far as it was reported, and what became of the last request. */
export interface ChatKitState {
  threadId: string | undefined;
  title: string | undefined;
  /** Whether the thread takes messages; the server decides, the client refuses none. */
  threadStatus: ChatKitThreadStatus;
  /** What the server keeps with the thread. */
  metadata: Readonly<Record<string, unknown>>;
  /** The server has items older than the first one here; `items.list` fetches them. */
  hasOlder: boolean;
  /** Oldest first. */
  items: readonly ChatKitItem[];
  /**
   * The items that were fetched, between which the server has no others. Before an
   * item that a reply brought there may be some that another client added.
   */
  fetched: ReadonlySet<string>;
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
    ...threadFields({}),
    hasOlder: false,
    items: [],
    fetched: new Set(),
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
  // A server may send what is there already; equal items render nothing again.
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
  const { id } = thread;
  if (state.threadId !== undefined && state.threadId !== id) return undefined;
  return { ...state, threadId: id, ...threadFields(thread) };
}

/** What a thread says of itself. */
function threadFields({ title, status, metadata }: Json) {
  return {
    title: typeof title === "string" ? title : undefined,
    threadStatus: threadStatus(isRecord(status) ? status : {}),
    metadata: isRecord(metadata) ? metadata : {},
  };
}

function threadStatus({ type, reason }: Json): ChatKitThreadStatus {
  return type === "locked" || type === "closed"
    ? { type, ...(typeof reason === "string" && { reason }) }
    : { type: "active" };
}

/**
 * The thread after the JSON that answers a request, where it is about this thread.
 * `before` is the thread as the request was sent.
 */
export function applyReply(
  state: ChatKitState,
  before: ChatKitState,
  type: string,
  params: Json,
  reply: Json,
  open: ReadonlySet<string>,
): ChatKitState {
  const { threadId } = state;
  if (threadId === undefined || params["thread_id"] !== threadId) return state;
  switch (type) {
    case "threads.update":
      return updateThread(state, reply) ?? state;
    case "threads.delete":
      return emptyState(undefined);
    case "threads.get_by_id": {
      const next = updateThread(state, reply);
      if (!next || !isRecord(reply["items"])) return next ?? state;
      return mergePage(next, before, { order: "asc" }, reply["items"], open);
    }
    case "items.list":
      return mergePage(state, before, params, reply, open);
    default:
      return state;
  }
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
 * The thread after its newest items were fetched. What changed here since `before`
 * is newer than what was fetched and stays, and so do items that are `open`: begun,
 * but not done.
 */
export function mergeThread(
  state: ChatKitState,
  before: ChatKitState,
  { thread, items: fetched, complete }: FetchedThread,
  open: ReadonlySet<string>,
): ChatKitState {
  const { items, stale } = state;
  const ids = byId(fetched);
  // Where nothing joins what was fetched to what is here, a gap would be left.
  const first = items.findIndex(
    ({ id }) => ids.has(id) && before.fetched.has(id),
  );
  const joined = !complete && first >= 0;
  const from = joined ? first : 0;
  const settled = [...stale].filter((id) => complete || ids.has(id));
  return {
    ...replaceItems(state, before, fetched, from, items.length, open),
    ...threadFields(thread),
    hasOlder: joined ? state.hasOlder : !complete,
    // What failed meanwhile may be newer than what was fetched.
    stale: stale === before.stale ? settled.reduce(without, stale) : stale,
  };
}

/**
 * The thread after a page of `items.list`. A page that joins what is here extends
 * it; of another one, which would leave a gap, only the items that are here count.
 */
function mergePage(
  state: ChatKitState,
  before: ChatKitState,
  { order, after }: Json,
  page: Json,
  open: ReadonlySet<string>,
): ChatKitState {
  if (!Array.isArray(page["data"])) return state;
  const more = page["has_more"] === true;
  const rising = order === "asc";
  const found = page["data"].filter(isItem);
  const ids = byId(rising ? found : found.toReversed());
  const range = rangeOf(state, ids, rising, after, more);
  if (!range) {
    const here = state.items.map((item) => ids.get(item.id) ?? item);
    const end = here.length;
    return replaceItems(state, before, here, 0, end, open, state.fetched);
  }
  const [from, to] = range;
  return {
    ...replaceItems(state, before, [...ids.values()], from, to, open),
    hasOlder: from > 0 ? state.hasOlder : !rising && more,
  };
}

/** From where to where the items of a page belong; `undefined`: a gap would be left. */
function rangeOf(
  { items, fetched }: ChatKitState,
  ids: ReadonlyMap<string, ChatKitItem>,
  rising: boolean,
  after: unknown,
  more: boolean,
): [number, number] | undefined {
  const end = items.length;
  const at = typeof after === "string" ? indexOf(items, after) : undefined;
  if (at === -1 || end + ids.size > MAX_LENGTH) return undefined;
  if (rising) {
    const from = at === undefined ? 0 : at + 1;
    if (!more || from === end) return [from, end];
    const last = items.findLastIndex(({ id }) => ids.has(id));
    return last < from ? undefined : [from, last + 1];
  }
  const to = at ?? end;
  if (!more || to === 0) return [0, to];
  const first = items.findIndex(({ id }) => ids.has(id) && fetched.has(id));
  return first < 0 || first >= to ? undefined : [first, to];
}

/** The thread with the items from one index to another as they were fetched. */
function replaceItems(
  state: ChatKitState,
  before: ChatKitState,
  fetched: readonly ChatKitItem[],
  from: number,
  to: number,
  open: ReadonlySet<string>,
  known: ReadonlySet<string> = new Set([
    ...state.fetched,
    ...fetched.map(({ id }) => id),
  ]),
): ChatKitState {
  const { items } = state;
  const was = byId(before.items);
  const now = byId(items);
  const ids = byId(fetched);
  const fresh = fetched.flatMap((item) => {
    const here = now.get(item.id);
    if (here === was.get(item.id)) return [shareStructure(here, item)];
    return here ? [here] : [];
  });
  const unsaved = items
    .slice(from, to)
    .filter(
      (item) =>
        !ids.has(item.id) && (open.has(item.id) || item !== was.get(item.id)),
    );
  return {
    ...state,
    fetched: known,
    items: shareStructure(items, [
      ...items.slice(0, from).filter(({ id }) => !ids.has(id)),
      ...fresh,
      ...unsaved,
      ...items.slice(to).filter(({ id }) => !ids.has(id)),
    ]),
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

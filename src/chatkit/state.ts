import { isRecord } from "../core/json.js";
import type { ChatKitError } from "./error.js";
import type { ChatKitRequest } from "./pendingRequests.js";
import type { ChatKitItem, Json } from "./items.js";

/** What the assistant is doing: a line to show until the next item comes. */
export interface ChatKitProgress {
  text: string;
  icon?: string;
}

/** A notice of the server for its user. `message` is Markdown. */
export interface ChatKitNotice {
  level: "info" | "warning" | "danger";
  message: string;
  title?: string;
}

/** Whether a thread accepts messages: `locked` for now, `closed` for good. */
export interface ChatKitThreadStatus {
  type: "active" | "locked" | "closed";
  /** Why the thread is locked or closed, in the words of the server for its user. */
  reason?: string;
}

/** A thread as far as the client knows it, and the outcome of the last request. */
export interface ChatKitState {
  threadId: string | undefined;
  title: string | undefined;
  /** Whether the thread accepts messages. The server decides; the client sends them in any case. */
  threadStatus: ChatKitThreadStatus;
  /** What the server stores with the thread. */
  metadata: Readonly<Record<string, unknown>>;
  /** Whether the server has items older than the first one here; `items.list` fetches them. */
  hasOlder: boolean;
  /** Oldest first. */
  items: readonly ChatKitItem[];
  /**
   * The ids of items that were fetched: between two of them the server has no others.
   * Before an item of a reply there may be items that another client added.
   */
  fetched: ReadonlySet<string>;
  /** The ids of items that may differ from those of the server; `refresh()` fetches them. */
  stale: ReadonlySet<string>;
  /** A line to show until the next item comes. */
  progress: ChatKitProgress | undefined;
  notice: ChatKitNotice | undefined;
  /** Whether the server lets the user stop the reply. */
  allowCancel: boolean;
  /** Why the last request failed. */
  error: ChatKitError | undefined;
  /** The request that failed last, if the server accepts it again. */
  failed: ChatKitRequest | undefined;
}

/** The state of a thread of which no more than the id is known. */
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

/** The most items in a thread, parts in a message and tasks in a workflow; more are ignored. */
export const MAX_LENGTH = 10_000;

/** The state with the thread's new title, status and metadata. The `items` in an event are always empty, so they are ignored. */
export function updateThread(state: ChatKitState, thread: unknown) {
  if (!isRecord(thread) || typeof thread["id"] !== "string") return undefined;
  const { id } = thread;
  if (state.threadId !== undefined && state.threadId !== id) return undefined;
  return { ...state, threadId: id, ...threadFields(thread) };
}

/** The title, status and metadata of a thread. */
export function threadFields({ title, status, metadata }: Json) {
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

/** The state after a request has failed: these items, as far as they are here, may have changed on the server. */
export function markStale(
  state: ChatKitState,
  ids: readonly (string | undefined)[],
): ChatKitState {
  const named = new Set(ids);
  const known = state.items.map(({ id }) => id).filter((id) => named.has(id));
  if (known.length === 0) return state;
  return { ...state, stale: new Set([...state.stale, ...known]) };
}

/** The state before the assistant answers again: the items after the user's message are gone. */
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

/** Searches from the end, because the last items change most often. */
export function indexOf(items: readonly ChatKitItem[], id: unknown): number {
  return items.findLastIndex((item) => item.id === id);
}

/** `set` without a value; the same set if it does not have the value. */
export function without<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  if (!set.has(value)) return set;
  const rest = new Set(set);
  rest.delete(value);
  return rest;
}

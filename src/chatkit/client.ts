import { isRecord } from "../core/tree.js";
import type { WidgetError } from "../context.js";
import type { Action } from "../core/action.js";
import { shareStructure } from "../core/share.js";
import type { ActionHandler } from "../types.js";
import { ChatKitError, messageOf } from "./error.js";
import {
  isItem,
  type ChatKitEvent,
  type ChatKitItem,
  type Json,
} from "./items.js";
import { createNotifier, safely } from "./notify.js";
import { excerpt, readReply } from "./reply.js";
import {
  applyEvent,
  emptyState,
  mergeItems,
  without,
  type ChatKitNotice,
  type ChatKitProgress,
} from "./state.js";
import { fetchThread } from "./thread.js";

export interface ChatKitClientOptions {
  /** The endpoint of a ChatKit server. */
  url: string | URL;
  /** Sends the requests, for instance with credentials. @default the global `fetch` */
  fetch?:
    ((url: string | URL, init: RequestInit) => Promise<Response>) | undefined;
  /** Headers of every request; a function is asked each time, so tokens may change. */
  headers?:
    HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** The thread to go on with; `refresh()` loads it. @default a new thread, by `sendUserMessage` */
  threadId?: string | undefined;
  /**
   * What happens to an action while a reply streams: `block` refuses it, as
   * ChatKit does, because the widget may be replaced under it.
   * @default "block"
   */
  concurrency?: "block" | "allow" | undefined;
  /** Takes what the server asks of the page, once each and in order. */
  onEffect?:
    | ((effect: { name: string; data: Record<string, unknown> }) => void)
    | undefined;
  /** Hears every event after it was applied, a synchronous answer as `thread.item.replaced`. */
  onEvent?: ((event: ChatKitEvent) => void) | undefined;
  /** Hears what was ignored: unknown events, and updates of what is not there. */
  onUnknownEvent?: ((event: unknown) => void) | undefined;
  /** Hears of everything that went wrong; `code` is `"stream"`. @default console.warn */
  onError?: ((error: WidgetError) => void) | undefined;
}

/** What a client is doing. The same object as long as nothing in it changes. */
export interface ChatKitStatus {
  threadId: string | undefined;
  title: string | undefined;
  /** A reply is on its way. */
  streaming: boolean;
  /** A thread is being loaded. */
  loading: boolean;
  /** Whether the server lets the user stop the reply. */
  allowCancel: boolean;
  /** A line to show until the next item comes. */
  progress: ChatKitProgress | undefined;
  notice: ChatKitNotice | undefined;
  /** Why the last request failed. */
  error: ChatKitError | undefined;
  /** Whether `retry()` can do something about it. */
  canRetry: boolean;
  /** Items that may differ from what the server keeps; `refresh()` settles them. */
  stale: ReadonlySet<string>;
}

/** A thread of a ChatKit server. Promises settle when the reply has ended. */
export interface ChatKitClient {
  /** For the `sendAction` of a `WidgetRenderer`. */
  sendAction: ActionHandler;
  /** Sends an action from code, on behalf of the item with that id. */
  sendCustomAction(action: Action, itemId?: string): Promise<void>;
  /** Sends what the user wrote; the first message creates the thread. */
  sendUserMessage(text: string): Promise<void>;
  /** Leaves the thread for another one, stopping what runs. */
  loadThread(threadId: string): Promise<void>;
  /** Fetches anew what may have changed on the server. */
  refresh(): Promise<void>;
  /** Sends the request again that failed last, where the server allows it. */
  retry(): Promise<void>;
  /** Stops all replies. The server may go on: what it was about becomes stale. */
  stop(): void;
  /** The items of the thread, oldest first: the same list while none changes. */
  getItems(): readonly ChatKitItem[];
  getStatus(): ChatKitStatus;
  /** Calls `listener` when items or status changed, at most once per frame while a reply streams. */
  subscribe(listener: () => void): () => void;
}

/** The status of a client that nothing was asked of. */
export const idle: ChatKitStatus = {
  threadId: undefined,
  title: undefined,
  streaming: false,
  loading: false,
  allowCancel: true,
  progress: undefined,
  notice: undefined,
  error: undefined,
  canRetry: false,
  stale: new Set(),
};

interface Request {
  type: string;
  params: Json;
  /** Whether a stream is asked for; one at a time. */
  streaming: boolean;
  /** The item that an action comes from. */
  itemId?: string | undefined;
}

/** A request that is on its way. */
interface Exchange {
  /** None where a thread is fetched. */
  request: Request | undefined;
  controller: AbortController;
  reject(failure: ChatKitError): void;
  /** Settled: what may still arrive no longer counts. */
  over: boolean;
  /** Items that its reply added. */
  added: Set<string>;
  /** The user's message, as the server stored it. */
  messageId?: string;
  /** The server's last `error` event. */
  failure?: ChatKitError;
  /** A later action of the same item was answered before this one. */
  outrun: boolean;
}

/**
 * A ChatKit server as the place where actions go and widgets come from. Nothing is
 * sent before it is asked for.
 *
 * @example
 * const client = createChatKitClient({ url: "/chatkit" });
 * await client.sendUserMessage("Hello");
 * client.getItems();
 */
export function createChatKitClient(
  options: ChatKitClientOptions,
): ChatKitClient {
  const { subscribe, soon, now } = createNotifier();
  const running = new Set<Exchange>();
  let state = emptyState(options.threadId);
  let loading: object | undefined;
  let error: ChatKitError | undefined;
  let failed: Request | undefined;
  let status = currentStatus();

  return {
    sendAction: (action, item, context) =>
      context?.handler === "client"
        ? refused(
            `The action "${action.type}" is for the client, so it was not sent to the server. Pass "onAction" to WidgetRenderer.`,
          )
        : sendAction(action, item?.id, context?.streaming ?? true),
    sendCustomAction: (action, itemId) => sendAction(action, itemId, true),
    sendUserMessage,
    loadThread,
    refresh,
    retry,
    stop: () => stopAll("The reply was stopped."),
    getItems: () => state.items,
    getStatus: () => (status = shareStructure(status, currentStatus())),
    subscribe,
  };

  function currentStatus(): ChatKitStatus {
    const { threadId, title, allowCancel, progress, notice, stale } = state;
    return {
      threadId,
      title,
      streaming: isStreaming(),
      loading: loading !== undefined,
      allowCancel,
      progress,
      notice,
      error,
      canRetry: failed !== undefined,
      stale,
    };
  }

  function isStreaming() {
    return [...running].some(({ request }) => request?.streaming);
  }

  async function sendAction(
    { type, payload }: Action,
    itemId: string | undefined,
    streaming: boolean,
  ) {
    if (state.threadId === undefined) {
      return refused(
        `The action "${type}" was not sent: there is no active thread. Pass "threadId", load a thread, or send a message first.`,
      );
    }
    return send({
      type: streaming ? "threads.custom_action" : "threads.sync_custom_action",
      params: {
        thread_id: state.threadId,
        item_id: itemId,
        action: { type, payload },
      },
      streaming,
      itemId,
    });
  }

  async function sendUserMessage(text: string) {
    const content = [{ type: "input_text", text }];
    return send(
      withMessage({ content, attachments: [], inference_options: {} }),
    );
  }

  /** The first message creates the thread. */
  function withMessage(input: unknown): Request {
    const { threadId } = state;
    return threadId === undefined
      ? { type: "threads.create", params: { input }, streaming: true }
      : {
          type: "threads.add_user_message",
          params: { thread_id: threadId, input },
          streaming: true,
        };
  }

  async function retry() {
    const request = failed;
    if (!request) {
      return refused("There is nothing that the server would take again.");
    }
    return send(request);
  }

  /** Why a request cannot be sent now. */
  function obstacle({ type, streaming }: Request): string | undefined {
    if (loading) return "the thread is loading";
    if (!streaming) return undefined;
    if (options.concurrency !== "allow" && isStreaming()) {
      return 'a reply is streaming already. Wait for it, or allow it by concurrency: "allow"';
    }
    const creating = [...running].some(
      ({ request }) => request?.type === "threads.create",
    );
    return type === "threads.create" && creating
      ? "the thread is being created"
      : undefined;
  }

  /** Sends a request; the promise settles when the reply has ended. */
  async function send(request: Request): Promise<void> {
    const why = obstacle(request);
    if (why) return refused(`${request.type} was not sent: ${why}.`);
    error = undefined;
    failed = undefined;
    if (request.streaming) {
      if (!isStreaming()) {
        state = {
          ...state,
          progress: undefined,
          notice: undefined,
          allowCancel: true,
        };
      }
      if (request.type === "threads.retry_after_item") {
        forgetAfter(request.params["item_id"]);
      }
    }
    await track(request, async (exchange) => {
      try {
        await converse(exchange, request);
      } catch (cause) {
        // What the server itself says says more.
        throw exchange.failure ?? cause;
      }
      outrun(exchange);
      if (exchange.failure) throw exchange.failure;
      const [cut] = unfinished(exchange);
      if (cut !== undefined) {
        throw new ChatKitError(
          "network",
          `The reply ended before the item "${cut}" was done, so it may be incomplete. refresh() fetches it.`,
        );
      }
    });
  }

  /** Runs a request and keeps count of it; rejects with a `ChatKitError` only. */
  async function track<T>(
    request: Request | undefined,
    run: (exchange: Exchange) => Promise<T>,
  ): Promise<T> {
    let reject!: Exchange["reject"];
    const stopped = new Promise<never>((_, rejected) => (reject = rejected));
    const exchange: Exchange = {
      request,
      controller: new AbortController(),
      reject,
      over: false,
      added: new Set(),
      outrun: false,
    };
    running.add(exchange);
    now();
    try {
      const result = await Promise.race([run(exchange), stopped]);
      settle(exchange);
      return result;
    } catch (cause) {
      const failure =
        cause instanceof ChatKitError ? cause : brokenOff(cause, request);
      settle(exchange, failure);
      throw failure;
    }
  }

  function settle(exchange: Exchange, failure?: ChatKitError) {
    if (exchange.over) return;
    exchange.over = true;
    running.delete(exchange);
    const { request } = exchange;
    if (request?.streaming) state = { ...state, progress: undefined };
    if (failure) {
      markStale([request?.itemId, ...unfinished(exchange)]);
      error = failure;
      if (failure.allowRetry) failed = again(exchange);
      // An `error` event was told when it came.
      if (failure !== exchange.failure) tell(failure);
    }
    now();
  }

  /** A turn is taken again after its message, if the server has it already. */
  function again({ request, messageId }: Exchange): Request | undefined {
    const input = request?.params["input"];
    if (input === undefined) return request;
    if (messageId === undefined) return withMessage(input);
    return {
      type: "threads.retry_after_item",
      params: { thread_id: state.threadId, item_id: messageId },
      streaming: true,
    };
  }

  function stopAll(reason: string) {
    for (const exchange of Array.from(running)) {
      const failure = new ChatKitError("stopped", reason);
      settle(exchange, failure);
      exchange.controller.abort();
      exchange.reject(failure);
    }
  }

  /** Sends a request and applies its reply. */
  async function converse(exchange: Exchange, request: Request) {
    const text = await post(exchange, request, (data) => {
      if (exchange.over) return;
      const event = parse(data);
      if (event !== undefined) take(event, exchange);
      soon();
    });
    if (text === undefined || text.trim() === "" || exchange.over) return;
    const reply: unknown = JSON.parse(text);
    const item = isRecord(reply) ? reply["updated_item"] : undefined;
    if (!isRecord(item) || exchange.outrun) return;
    const id = item["id"] ?? request.itemId;
    take({ type: "thread.item.replaced", item: { ...item, id } }, exchange);
  }

  async function post(
    { controller }: Exchange,
    { type, params, streaming }: Request,
    onData: (data: string) => void,
  ): Promise<string | undefined> {
    const { url, headers: given } = options;
    const headers = new Headers(
      typeof given === "function" ? await given() : given,
    );
    if (!headers.has("content-type")) {
      headers.set("content-type", "application/json");
    }
    // A host's `fetch` may not look at the signal.
    controller.signal.throwIfAborted();
    headers.set("accept", streaming ? "text/event-stream" : "application/json");
    const response = await (options.fetch ?? fetch)(url, {
      method: "POST",
      headers,
      body: JSON.stringify({ type, params }),
      signal: controller.signal,
    });
    return readReply(response, streaming, controller.signal, onData);
  }

  /** The event that stands in a line of a stream. */
  function parse(data: string): unknown {
    // What some servers and proxies send to end a stream or to keep it open.
    if (data.trim() === "" || data.trim() === "[DONE]") return undefined;
    try {
      return JSON.parse(data);
    } catch (cause) {
      tell(
        new ChatKitError(
          "protocol",
          `An event is not JSON and was left out${excerpt(data)}`,
          { cause },
        ),
      );
      return undefined;
    }
  }

  function take(event: unknown, exchange: Exchange) {
    if (!isEvent(event)) {
      safely(() => options.onUnknownEvent?.(event));
      return;
    }
    const known = effect(event, exchange) || change(event, exchange);
    if (!known) safely(() => options.onUnknownEvent?.(event));
    safely(() => options.onEvent?.(event));
  }

  /** What an event does beside changing the thread; whether it is such an event. */
  function effect(event: ChatKitEvent, exchange: Exchange): boolean {
    const { type, name, data, code, message } = event;
    if (type === "client_effect" && typeof name === "string") {
      const effect = { name, data: isRecord(data) ? data : {} };
      safely(() => options.onEffect?.(effect));
      return true;
    }
    if (type !== "error") return false;
    const serverCode = typeof code === "string" ? code : undefined;
    exchange.failure = new ChatKitError(
      "server",
      typeof message === "string" && message !== ""
        ? message
        : `The server failed with "${serverCode ?? "an error"}". Its log says more.`,
      { serverCode, allowRetry: event["allow_retry"] === true },
    );
    error = exchange.failure;
    tell(exchange.failure);
    return true;
  }

  function change(event: ChatKitEvent, exchange: Exchange): boolean {
    const next = applyEvent(state, event);
    if (!next) return false;
    state = next;
    const item = event["item"];
    if (isItem(item)) {
      if (event.type === "thread.item.added") exchange.added.add(item.id);
      else if (item.type === "user_message") exchange.messageId = item.id;
    }
    return true;
  }

  /** Items that a reply added and did not finish. */
  function unfinished({ added }: Exchange): string[] {
    return [...added].filter((id) => state.pending.has(id));
  }

  function markStale(ids: readonly (string | undefined)[]) {
    const { items, pending, stale } = state;
    const named = new Set(ids);
    const known = items.map(({ id }) => id).filter((id) => named.has(id));
    if (known.length === 0) return;
    state = {
      ...state,
      pending: new Set([...pending].filter((id) => !named.has(id))),
      stale: new Set([...stale, ...known]),
    };
  }

  /** What was asked for earlier about the same item and answers later is older. */
  function outrun(exchange: Exchange) {
    const itemId = exchange.request?.itemId;
    for (const other of running) {
      if (other === exchange) return;
      if (itemId !== undefined && other.request?.itemId === itemId) {
        other.outrun = true;
      }
    }
  }

  /** A turn that is taken again begins after the user's message. */
  function forgetAfter(itemId: unknown) {
    const index = state.items.findIndex((item) => item.id === itemId);
    if (index < 0) return;
    const gone = new Set(state.items.slice(index + 1).map(({ id }) => id));
    state = {
      ...state,
      items: state.items.slice(0, index + 1),
      stale: new Set([...state.stale].filter((id) => !gone.has(id))),
    };
  }

  async function loadThread(threadId: string) {
    stopAll("Another thread was loaded.");
    const load = {};
    loading = load;
    error = undefined;
    failed = undefined;
    try {
      await track(undefined, async (exchange) => {
        const thread = await fetchThread(
          askBy(exchange),
          threadId,
          () => false,
        );
        if (exchange.over) return;
        const items = shareStructure(state.items, thread.items);
        state = { ...emptyState(threadId), title: thread.title, items };
        // Before the listeners hear of it.
        loading = undefined;
      });
    } finally {
      // Another thread may be loading by now.
      if (loading === load) {
        loading = undefined;
        now();
      }
    }
  }

  async function refresh() {
    const { threadId, items: before, stale } = state;
    if (threadId === undefined) {
      return refused(
        'There is no thread to refresh. Pass "threadId", or load a thread.',
      );
    }
    // What can be tried again is not settled by a look at the thread.
    if (!failed) error = undefined;
    await track(undefined, async (exchange) => {
      const known = new Set(before.map(({ id }) => id));
      const thread = await fetchThread(
        askBy(exchange),
        threadId,
        (found) =>
          [...stale].every((id) => found.has(id)) &&
          [...found].some((id) => known.has(id)),
      );
      if (exchange.over) return;
      const found = new Set(thread.items.map(({ id }) => id));
      // What failed meanwhile may be newer than what was fetched.
      const settled = [...stale].filter(
        (id) => state.stale === stale && (thread.complete || found.has(id)),
      );
      state = {
        ...state,
        title: thread.title,
        items: mergeItems(state, before, thread.items, thread.complete),
        stale: settled.reduce(without, state.stale),
      };
    });
  }

  /** Sends requests that are answered by one JSON object. */
  function askBy(exchange: Exchange) {
    return async (type: string, params: Json) => {
      const request = { type, params, streaming: false };
      const text = await post(exchange, request, () => undefined);
      const reply: unknown = text === undefined ? undefined : JSON.parse(text);
      if (isRecord(reply)) return reply;
      throw new ChatKitError(
        "protocol",
        `The server answered ${type} with something else than a JSON object, so nothing was loaded.`,
      );
    };
  }

  function tell(failure: ChatKitError) {
    safely(() => (options.onError ?? warn)(failure));
  }
}

function isEvent(value: unknown): value is ChatKitEvent {
  return isRecord(value) && typeof value["type"] === "string";
}

async function refused(message: string): Promise<never> {
  throw new ChatKitError("refused", message);
}

function brokenOff(cause: unknown, request: Request | undefined) {
  return cause instanceof SyntaxError
    ? new ChatKitError(
        "protocol",
        `The reply is not JSON, so nothing changed: ${messageOf(cause)}`,
        { cause },
      )
    : new ChatKitError(
        "network",
        `${request?.type ?? "The thread"} failed because the server was not reached or its reply broke off: ${messageOf(cause)}. What was shown may be out of date; refresh() fetches it.`,
        { cause },
      );
}

function warn(failure: WidgetError) {
  console.warn(`widget-renderer [${failure.code}]: ${failure.message}`);
}

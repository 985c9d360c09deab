import { isRecord } from "../core/tree.js";
import type { WidgetError } from "../context.js";
import type { Action } from "../core/action.js";
import { shareStructure } from "../core/share.js";
import type { ActionHandler } from "../types.js";
import { ChatKitError } from "./error.js";
import {
  createExchanges,
  underWay,
  type ChatKitRequest,
  type Exchange,
} from "./exchange.js";
import type { ChatKitEvent, ChatKitItem, Json } from "./items.js";
import { createNotifier, safely } from "./notify.js";
import { excerpt, readReply } from "./reply.js";
import {
  applyEvent,
  emptyState,
  forgetAfter,
  markStale,
  mergeThread,
  type ChatKitState,
} from "./state.js";
import { fetchThread, type FetchedThread } from "./thread.js";

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
  /**
   * Hears of everything that went wrong; `code` is `"stream"`.
   * @default console.warn, of what no promise rejects with
   */
  onError?: ((error: WidgetError) => void) | undefined;
}

/** What a client is doing. The same object as long as nothing in it changes. */
export interface ChatKitStatus extends Omit<ChatKitState, "items" | "failed"> {
  /** A reply is on its way. */
  streaming: boolean;
  /** A thread is being loaded. */
  loading: boolean;
  /** Whether `retry()` can do something about the error. */
  canRetry: boolean;
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
export const idle = statusOf(emptyState(undefined), []);

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
  const { running, track, note, stopAll } = createExchanges(now, ended);
  let state = emptyState(options.threadId);
  let status = statusOf(state, running);

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
    getStatus: () =>
      (status = shareStructure(status, statusOf(state, running))),
    subscribe,
  };

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
    const input = { content, attachments: [], inference_options: {} };
    return send(withMessage(state.threadId, input));
  }

  async function retry() {
    const request = state.failed;
    if (!request) {
      return refused("There is nothing that the server would take again.");
    }
    return send(request);
  }

  /** Why a request cannot be sent now. */
  function obstacle({ type, streaming }: ChatKitRequest): string | undefined {
    if (underWay(running, "loading")) return "the thread is loading";
    if (!streaming) return undefined;
    if (options.concurrency !== "allow" && underWay(running, "streaming")) {
      return 'a reply is streaming already. Wait for it, or allow it by concurrency: "allow"';
    }
    return type === "threads.create" &&
      [...running].some(({ request }) => request.type === type)
      ? "the thread is being created"
      : undefined;
  }

  /** Sends a request; the promise settles when the reply has ended. */
  async function send(request: ChatKitRequest): Promise<void> {
    const { type, params, streaming } = request;
    const why = obstacle(request);
    if (why) return refused(`${type} was not sent: ${why}.`);
    state = {
      ...state,
      error: undefined,
      failed: undefined,
      ...(streaming &&
        !underWay(running, "streaming") && {
          progress: undefined,
          notice: undefined,
          allowCancel: true,
        }),
    };
    if (type === "threads.retry_after_item") {
      state = forgetAfter(state, params["item_id"]);
    }
    return track(request, converse);
  }

  /** What remains of a request once it is over. */
  function ended(exchange: Exchange, failure: ChatKitError | undefined) {
    const { request, open } = exchange;
    if (request.streaming) state = { ...state, progress: undefined };
    if (!failure) return;
    state = {
      ...markStale(state, [request.itemId, ...open]),
      error: failure,
      ...(failure.allowRetry && { failed: again(exchange, state.threadId) }),
    };
    // An `error` event was told when it came.
    if (failure !== exchange.failure) tell(failure);
  }

  /** Sends a request and applies its reply. */
  async function converse(exchange: Exchange) {
    const { request } = exchange;
    const text = await post(exchange, request, (data) => {
      if (!running.has(exchange)) return;
      const event = parse(data);
      if (event !== undefined) take(event, exchange);
      soon();
    });
    if (!text?.trim() || !running.has(exchange)) return;
    const reply: unknown = JSON.parse(text);
    const item = isRecord(reply) ? reply["updated_item"] : undefined;
    if (!isRecord(item) || exchange.outrun) return;
    const id = item["id"] ?? request.itemId;
    take({ type: "thread.item.replaced", item: { ...item, id } }, exchange);
  }

  async function post(
    { controller: { signal } }: Exchange,
    { type, params, streaming = false }: ChatKitRequest,
    onData: (data: string) => void = () => {},
  ): Promise<string | undefined> {
    const { url, headers: given } = options;
    const headers = new Headers(
      typeof given === "function" ? await given() : given,
    );
    if (!headers.has("content-type")) {
      headers.set("content-type", "application/json");
    }
    // A host's `fetch` may not look at the signal.
    signal.throwIfAborted();
    headers.set("accept", streaming ? "text/event-stream" : "application/json");
    const response = await (options.fetch ?? fetch)(url, {
      method: "POST",
      headers,
      body: JSON.stringify({ type, params }),
      signal,
    });
    return readReply(response, streaming, signal, onData);
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
        warn,
      );
      return undefined;
    }
  }

  function take(event: unknown, exchange: Exchange) {
    if (!isEvent(event)) {
      safely(() => options.onUnknownEvent?.(event));
      return;
    }
    const next = applyEvent(state, event);
    if (next) {
      state = next;
      note(event, exchange);
    } else if (!effect(event, exchange)) {
      safely(() => options.onUnknownEvent?.(event));
    }
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
    state = { ...state, error: exchange.failure };
    tell(exchange.failure);
    return true;
  }

  async function loadThread(threadId: string) {
    stopAll("Another thread was loaded.");
    state = { ...state, error: undefined, failed: undefined };
    const all = () => false;
    return bring(threadId, true, all, ({ title, items: fetched }) => {
      const items = shareStructure(state.items, fetched);
      state = { ...emptyState(threadId), title, items };
    });
  }

  async function refresh() {
    const before = state;
    const { threadId, items, stale, failed } = before;
    if (threadId === undefined) {
      return refused(
        'There is no thread to refresh. Pass "threadId", or load a thread.',
      );
    }
    // What can be tried again is not settled by a look at the thread.
    if (!failed) state = { ...state, error: undefined };
    const known = new Set(items.map(({ id }) => id));
    const enough = (found: ReadonlySet<string>) =>
      [...stale].every((id) => found.has(id)) &&
      [...found].some((id) => known.has(id));
    return bring(threadId, false, enough, (thread) => {
      // Another one may have been loaded meanwhile.
      if (state.threadId !== threadId) return;
      const open = new Set([...running].flatMap((other) => [...other.open]));
      state = mergeThread(state, before, thread, open);
    });
  }

  /** Fetches a thread until there is `enough`; `use` gets it, unless it was stopped. */
  async function bring(
    threadId: string,
    loading: boolean,
    enough: (found: ReadonlySet<string>) => boolean,
    use: (thread: FetchedThread) => void,
  ) {
    const params = { thread_id: threadId };
    const request = { type: "threads.get_by_id", params, loading };
    return track(request, async (exchange) => {
      const ask = async (type: string, params: Json) => {
        const text = await post(exchange, { type, params });
        const reply: unknown = JSON.parse(text ?? "null");
        if (isRecord(reply)) return reply;
        throw new ChatKitError(
          "protocol",
          `The server answered ${type} with something else than a JSON object, so nothing was loaded.`,
        );
      };
      const thread = await fetchThread(ask, threadId, enough);
      if (running.has(exchange)) use(thread);
    });
  }

  function tell(failure: ChatKitError, otherwise?: typeof warn) {
    safely(() => (options.onError ?? otherwise)?.(failure));
  }
}

function statusOf(
  state: ChatKitState,
  running: Iterable<Exchange>,
): ChatKitStatus {
  const { items: _, failed, ...rest } = state;
  return {
    ...rest,
    streaming: underWay(running, "streaming"),
    loading: underWay(running, "loading"),
    canRetry: failed !== undefined,
  };
}

/** A request that the assistant answers. */
function turn(type: string, params: Json): ChatKitRequest {
  return { type, params, streaming: true };
}

/** The first message creates the thread. */
function withMessage(thread_id: string | undefined, input: unknown) {
  return thread_id === undefined
    ? turn("threads.create", { input })
    : turn("threads.add_user_message", { thread_id, input });
}

/** A turn is taken again after its message, if the server has it already. */
function again(
  { request, messageId: item_id }: Exchange,
  thread_id: string | undefined,
): ChatKitRequest {
  const input = request.params["input"];
  if (input === undefined) return request;
  return item_id === undefined
    ? withMessage(thread_id, input)
    : turn("threads.retry_after_item", { thread_id, item_id });
}

function isEvent(value: unknown): value is ChatKitEvent {
  return isRecord(value) && typeof value["type"] === "string";
}

async function refused(message: string): Promise<never> {
  throw new ChatKitError("refused", message);
}

function warn(failure: WidgetError) {
  console.warn(`widget-renderer [${failure.code}]: ${failure.message}`);
}

import { isRecord } from "../core/json.js";
import type { WidgetError, ActionHandler } from "../types.js";
import type { Action } from "../core/action.js";
import { postJson, type PostOptions } from "../core/postJson.js";
import { shareStructure } from "../core/shareStructure.js";

import { ChatKitError, messageOf } from "./error.js";
import {
  createPendingRequests,
  isPending,
  type ChatKitRequest,
  type PendingRequest,
} from "./exchange.js";
import type { ChatKitEvent, ChatKitItem, Json } from "./items.js";
import { createNotifier, safely } from "./notify.js";
import { excerpt, readReply } from "./reply.js";
import {
  inputOf,
  isAboutThread,
  isStreamed,
  type ChatKitMessage,
  type ChatKitRequestFunction,
} from "./requests.js";
import {
  applyEvent,
  applyReply,
  emptyState,
  forgetAfter,
  markStale,
  mergeThread,
  type ChatKitState,
} from "./state.js";
import { fetchThread, type FetchedThread } from "./thread.js";

export interface ChatKitClientOptions extends PostOptions {
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
  /**
   * Runs a function of the page that the assistant calls; what it gives, or what its
   * promise gives, goes back to the assistant, whose reply goes on. The action or
   * message that led to the call is pending until then. If it throws, that fails
   * with the reason `tool`. Absent: a call stays `pending` among the items, and
   * `request("threads.add_client_tool_output", { result })` answers it.
   */
  onClientTool?:
    | ((
        name: string,
        args: Record<string, unknown>,
        context: { signal: AbortSignal },
      ) => unknown)
    | undefined;
  /** Gets every event after it was applied, a synchronous answer as `thread.item.replaced`. */
  onEvent?: ((event: ChatKitEvent) => void) | undefined;
  /** Gets what was ignored: unknown events, and updates of what is not there. */
  onUnknownEvent?: ((event: unknown) => void) | undefined;
  /**
   * Gets everything that went wrong; `code` is `"stream"`.
   * @default console.warn, of what no promise rejects with
   */
  onError?: ((error: WidgetError) => void) | undefined;
}

/** What a client is doing. The same object as long as nothing in it changes. */
export interface ChatKitStatus extends Omit<
  ChatKitState,
  "items" | "fetched" | "failed"
> {
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
  sendUserMessage(message: string | ChatKitMessage): Promise<void>;
  /**
   * Sends any request of the protocol, about the thread that is here unless `params`
   * name another. Its reply is applied to the thread and returned. A stream gives
   * `undefined`, and is refused where a message would be.
   *
   * @example
   * const { data } = await client.request("threads.list", { limit: 20 });
   * await client.request("threads.update", { title: "Trip to Porto" });
   */
  request: ChatKitRequestFunction;
  /**
   * Applies an event that came another way, as over a socket of the host's own.
   * Events of other threads are ignored; client tools are left to the host.
   */
  apply(event: ChatKitEvent): void;
  /** Leaves the thread for a new one, stopping what runs; the next message creates it. */
  newThread(): void;
  /** Leaves the thread for another one, stopping what runs. */
  loadThread(threadId: string): Promise<void>;
  /**
   * Fetches the newest items, back to one that was fetched before, and those that are
   * stale. What other clients added is then here without a gap.
   */
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

/** The status of a client that was not asked for anything. */
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
  const { running, track, note, forget, stopAll } = createPendingRequests(
    now,
    ended,
  );
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
    request,
    apply(event) {
      take(event);
      soon();
    },
    newThread() {
      stopAll("A new thread was begun.");
      state = emptyState(undefined);
      now();
    },
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
  ): Promise<void> {
    if (state.threadId === undefined) {
      return refused(
        `The action "${type}" was not sent: there is no active thread. Pass "threadId", load a thread, or send a message first.`,
      );
    }
    await send({
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

  async function sendUserMessage(message: string | ChatKitMessage) {
    await send(withMessage(state.threadId, inputOf(message)));
  }

  async function request(type: string, given: Readonly<Json> = {}) {
    const { threadId } = state;
    const streaming = isStreamed(type);
    const params = { ...given };
    // Servers do not agree on the order that they give a page in.
    if (type === "items.list") params["order"] ??= "desc";
    if (isAboutThread(type)) params["thread_id"] ??= threadId;
    const { thread_id: target, item_id: itemId } = params;
    if (isAboutThread(type) && target === undefined) {
      return refused(
        `${type} was not sent: there is no active thread. Pass "thread_id", load a thread, or send a message first.`,
      );
    }
    if (streaming && target !== threadId) {
      return refused(
        `${type} was not sent: its reply would go on in another thread than the one that is here. Call newThread() or loadThread() first.`,
      );
    }
    // Nobody reads what goes on in a thread that is deleted.
    if (type === "threads.delete" && target === threadId) {
      stopAll("The thread was deleted.");
    }
    return send({
      type,
      params,
      streaming,
      ...(typeof itemId === "string" && { itemId }),
      aside: !streaming && type !== "threads.sync_custom_action",
    });
  }

  async function retry() {
    const request = state.failed;
    if (!request) {
      return refused("There is nothing that the server would take again.");
    }
    await send(request);
  }

  /** Why a request cannot be sent now. */
  function obstacle({
    type,
    streaming,
    aside,
  }: ChatKitRequest): string | undefined {
    if (aside) return undefined;
    if (isPending(running, "loading")) return "the thread is loading";
    if (!streaming) return undefined;
    if (options.concurrency !== "allow" && isPending(running, "streaming")) {
      return 'a reply is streaming already. Wait for it, or allow it by concurrency: "allow"';
    }
    return type === "threads.create" &&
      [...running].some(({ request }) => request.type === type)
      ? "the thread is being created"
      : undefined;
  }

  /** Sends a request; the promise settles when the reply has ended. */
  async function send(request: ChatKitRequest): Promise<unknown> {
    const { type, params, streaming, aside } = request;
    const why = obstacle(request);
    if (why) return refused(`${type} was not sent: ${why}.`);
    if (aside) return track(request, converse);
    state = {
      ...state,
      error: undefined,
      failed: undefined,
      ...(streaming &&
        !isPending(running, "streaming") && {
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
  function ended(exchange: PendingRequest, failure: ChatKitError | undefined) {
    const { request, open } = exchange;
    if (request.streaming) state = { ...state, progress: undefined };
    if (!failure) return;
    state = markStale(state, [request.itemId, ...open]);
    if (!request.aside) {
      state = {
        ...state,
        error: failure,
        ...(failure.allowRetry && { failed: again(exchange, state.threadId) }),
      };
    }
    // An `error` event was reported when it came.
    if (failure !== exchange.failure) tell(failure);
  }

  /** Sends a request and applies its reply; gives the JSON of it. */
  async function converse(exchange: PendingRequest): Promise<unknown> {
    const { request } = exchange;
    const before = state;
    const text = await post(exchange, request, listen);
    await answerCalls(exchange, listen);
    if (!text?.trim()) return undefined;
    const reply: unknown = JSON.parse(text);
    if (isRecord(reply) && counts() && !exchange.superseded) {
      const { type, params } = request;
      const item = reply["updated_item"];
      if (isRecord(item)) {
        const id = item["id"] ?? request.itemId;
        take({ type: "thread.item.replaced", item: { ...item, id } }, exchange);
      } else {
        state = applyReply(state, before, type, params, reply, openItems());
      }
    }
    return reply;

    function listen(data: string) {
      if (!counts()) return;
      const event = parse(data);
      if (event !== undefined) take(event, exchange);
      soon();
    }

    /** Whether the reply is about the thread that is here. */
    function counts(): boolean {
      const { thread_id: id } = request.params;
      return (
        running.has(exchange) && (id === undefined || id === state.threadId)
      );
    }
  }

  /** Runs the client tool that a reply ends with, and takes the reply to its result. */
  async function answerCalls(
    exchange: PendingRequest,
    listen: (data: string) => void,
  ) {
    const { onClientTool } = options;
    const { open, controller } = exchange;
    if (!onClientTool) return;
    while (exchange.call) {
      const { call } = exchange;
      // What broke off or failed before does not go on.
      if (exchange.failure || open.size > 0 || !running.has(exchange)) return;
      delete exchange.call;
      const { name } = call;
      const args = isRecord(call.arguments) ? call.arguments : {};
      let result: unknown;
      try {
        const { signal } = controller;
        result = (await onClientTool(name, args, { signal })) ?? null;
      } catch (cause) {
        throw new ChatKitError(
          "tool",
          `onClientTool failed for "${name}", so the assistant waits for its result: ${messageOf(cause)}. Catch what can fail, and give the assistant a result that says so.`,
          { cause },
        );
      }
      if (!running.has(exchange)) return;
      const item = { ...call, status: "completed", output: result };
      take({ type: "thread.item.replaced", item }, exchange);
      soon();
      // Until the reply has ended it is not known that the server has the result.
      open.add(call.id);
      const params = { thread_id: state.threadId, result };
      const type = "threads.add_client_tool_output";
      await post(exchange, { type, params, streaming: true }, listen);
      open.delete(call.id);
    }
  }

  async function post(
    { controller: { signal } }: PendingRequest,
    { type, params, streaming = false }: ChatKitRequest,
    onData: (data: string) => void = () => {},
  ): Promise<string | undefined> {
    const accept = streaming ? "text/event-stream" : "application/json";
    const body = { type, params };
    const response = await postJson(options, body, accept, signal);
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

  /** Applies an event: of a reply, or one that came another way. */
  function take(event: unknown, exchange?: PendingRequest) {
    if (!isEvent(event) || (!exchange && isElsewhere(event))) {
      safely(() => options.onUnknownEvent?.(event));
      return;
    }
    const next = applyEvent(state, event);
    if (next) {
      state = next;
      if (exchange) note(event, exchange);
      else if (event.type === "thread.item.removed") forget(event["item_id"]);
    } else if (!effect(event, exchange)) {
      safely(() => options.onUnknownEvent?.(event));
    }
    safely(() => options.onEvent?.(event));
  }

  /** Whether an event is about an item of another thread. */
  function isElsewhere({ item }: ChatKitEvent): boolean {
    const id = isRecord(item) ? item["thread_id"] : undefined;
    return (
      typeof id === "string" &&
      state.threadId !== undefined &&
      id !== state.threadId
    );
  }

  /** What an event does beside changing the thread; whether it is such an event. */
  function effect(event: ChatKitEvent, exchange?: PendingRequest): boolean {
    const { type, name, data, code, message } = event;
    if (type === "client_effect" && typeof name === "string") {
      const effect = { name, data: isRecord(data) ? data : {} };
      safely(() => options.onEffect?.(effect));
      return true;
    }
    if (type !== "error") return false;
    const serverCode = typeof code === "string" ? code : undefined;
    const text =
      typeof message === "string" && message !== "" ? message : undefined;
    const failure = new ChatKitError(
      "server",
      text ??
        `The server failed with "${serverCode ?? "an error"}". Its log says more.`,
      {
        serverCode,
        userMessage: serverCode === "custom" ? text : undefined,
        allowRetry: event["allow_retry"] === true,
      },
    );
    if (exchange) exchange.failure = failure;
    state = { ...state, error: failure };
    // No promise rejects with what came another way.
    tell(failure, exchange ? undefined : warn);
    return true;
  }

  /** The items that a reply has begun and not done. */
  function openItems(): ReadonlySet<string> {
    return new Set([...running].flatMap(({ open }) => [...open]));
  }

  async function loadThread(threadId: string) {
    stopAll("Another thread was loaded.");
    state = { ...state, error: undefined, failed: undefined };
    const all = () => false;
    return bring(threadId, true, all, (thread) => {
      const empty = emptyState(threadId);
      const next = mergeThread(empty, empty, thread, new Set());
      state = { ...next, items: shareStructure(state.items, next.items) };
    });
  }

  async function refresh() {
    const before = state;
    const { threadId, fetched, stale, failed } = before;
    if (threadId === undefined) {
      return refused(
        'There is no thread to refresh. Pass "threadId", or load a thread.',
      );
    }
    // What can be tried again is not settled by a look at the thread.
    if (!failed) state = { ...state, error: undefined };
    const enough = (found: ReadonlySet<string>) =>
      [...stale].every((id) => found.has(id)) &&
      [...found].some((id) => fetched.has(id));
    return bring(threadId, false, enough, (thread) => {
      // Another one may have been loaded meanwhile.
      if (state.threadId !== threadId) return;
      state = mergeThread(state, before, thread, openItems());
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
  running: Iterable<PendingRequest>,
): ChatKitStatus {
  const { items: _, fetched: __, failed, ...rest } = state;
  return {
    ...rest,
    streaming: isPending(running, "streaming"),
    loading: isPending(running, "loading"),
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
  { request, messageId: item_id }: PendingRequest,
  thread_id: string | undefined,
): ChatKitRequest {
  if (!/^threads\.(?:create|add_user_message)$/.test(request.type)) {
    return request;
  }
  return item_id === undefined
    ? withMessage(thread_id, request.params["input"])
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

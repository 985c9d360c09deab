import { isRecord } from "../core/json.js";
import type { Action } from "../core/action.js";
import { shareStructure } from "../core/shareStructure.js";

import { applyEvent } from "./applyEvent.js";
import { applyReply, mergeThread } from "./applyReply.js";
import {
  inputOf,
  isAboutThread,
  isStreamed,
  messageRequest,
  retryRequest,
} from "./buildRequest.js";
import { runClientTool } from "./clientTool.js";
import { ChatKitError, refuse, serverError, warn } from "./error.js";
import { isEvent, type ChatKitEvent, type Json } from "./items.js";
import { createNotifier, safely } from "./notify.js";
import {
  createPendingRequests,
  isPending,
  type ChatKitRequest,
  type PendingRequest,
} from "./pendingRequests.js";
import { parseEvent, post } from "./post.js";
import type { ChatKitMessage } from "./requests.js";
import { emptyState, forgetAfter, markStale } from "./state.js";
import { statusOf } from "./status.js";
import { fetchThread, type FetchedThread } from "./thread.js";
import type { ChatKitClient, ChatKitClientOptions } from "./types.js";

/**
 * Connects to a ChatKit server: actions are sent to it, and widgets come from it.
 * Nothing is sent until a method of the client is called.
 *
 * @example
 * const client = createChatKitClient({ url: "/chatkit" });
 * await client.sendUserMessage("Hello");
 * client.getItems();
 */
export function createChatKitClient(
  options: ChatKitClientOptions,
): ChatKitClient {
  const { subscribe, notifySoon, notifyNow } = createNotifier();
  const { pendingRequests, track, noteEvent, forgetItem, stopAll } =
    createPendingRequests(notifyNow, onEnd);
  let state = emptyState(options.threadId);
  let status = statusOf(state, pendingRequests);

  return {
    sendAction: (action, item, context) =>
      context?.handler === "client"
        ? refuse(
            `The action "${action.type}" is for the client, so it was not sent to the server. Pass "onAction" to WidgetRenderer.`,
          )
        : sendAction(action, item?.id, context?.streaming ?? true),
    sendCustomAction: (action, itemId) => sendAction(action, itemId, true),
    sendUserMessage,
    request,
    apply(event) {
      receive(event);
      notifySoon();
    },
    newThread() {
      stopAll("A new thread was begun.");
      state = emptyState(undefined);
      notifyNow();
    },
    loadThread,
    refresh,
    retry,
    stop: () => stopAll("The reply was stopped."),
    getItems: () => state.items,
    getStatus: () =>
      (status = shareStructure(status, statusOf(state, pendingRequests))),
    subscribe,
  };

  async function sendAction(
    { type, payload }: Action,
    itemId: string | undefined,
    streaming: boolean,
  ): Promise<void> {
    if (state.threadId === undefined) {
      return refuse(
        `The action "${type}" was not sent: there is no active thread. Pass "threadId", load a thread, or send a message first.`,
      );
    }
    await sendRequest({
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
    await sendRequest(messageRequest(state.threadId, inputOf(message)));
  }

  async function request(type: string, given: Readonly<Json> = {}) {
    const { threadId } = state;
    const streaming = isStreamed(type);
    const params = { ...given };
    // Servers do not agree on the order of a page when the request names none.
    if (type === "items.list") params["order"] ??= "desc";
    if (isAboutThread(type)) params["thread_id"] ??= threadId;
    const { thread_id: target, item_id: itemId } = params;
    if (isAboutThread(type) && target === undefined) {
      return refuse(
        `${type} was not sent: there is no active thread. Pass "thread_id", load a thread, or send a message first.`,
      );
    }
    if (streaming && target !== threadId) {
      return refuse(
        `${type} was not sent: its reply would go on in another thread than the one that is here. Call newThread() or loadThread() first.`,
      );
    }
    // The rest of a reply is of no use once its thread is deleted.
    if (type === "threads.delete" && target === threadId) {
      stopAll("The thread was deleted.");
    }
    return sendRequest({
      type,
      params,
      streaming,
      ...(typeof itemId === "string" && { itemId }),
      aside: !streaming && type !== "threads.sync_custom_action",
    });
  }

  async function retry() {
    const { failed } = state;
    if (!failed) {
      return refuse("There is nothing that the server would take again.");
    }
    await sendRequest(failed);
  }

  /** Why a request cannot be sent now; `undefined`: it can. */
  function obstacleOf({
    type,
    streaming,
    aside,
  }: ChatKitRequest): string | undefined {
    if (aside) return undefined;
    if (isPending(pendingRequests, "loading")) return "the thread is loading";
    if (!streaming) return undefined;
    if (
      options.concurrency !== "allow" &&
      isPending(pendingRequests, "streaming")
    ) {
      return 'a reply is streaming already. Wait for it, or allow it by concurrency: "allow"';
    }
    return type === "threads.create" &&
      [...pendingRequests].some((pending) => pending.request.type === type)
      ? "the thread is being created"
      : undefined;
  }

  /** Sends a request unless it cannot be sent now; the promise settles when the reply has ended. */
  async function sendRequest(newRequest: ChatKitRequest): Promise<unknown> {
    const { type, params, streaming, aside } = newRequest;
    const obstacle = obstacleOf(newRequest);
    if (obstacle) return refuse(`${type} was not sent: ${obstacle}.`);
    if (aside) return track(newRequest, send);
    state = {
      ...state,
      error: undefined,
      failed: undefined,
      ...(streaming &&
        !isPending(pendingRequests, "streaming") && {
          progress: undefined,
          notice: undefined,
          allowCancel: true,
        }),
    };
    if (type === "threads.retry_after_item") {
      state = forgetAfter(state, params["item_id"]);
    }
    return track(newRequest, send);
  }

  /** Updates the state when a request has ended. */
  function onEnd(pending: PendingRequest, failure: ChatKitError | undefined) {
    const { itemId, streaming, aside } = pending.request;
    if (streaming) state = { ...state, progress: undefined };
    if (!failure) return;
    state = markStale(state, [itemId, ...pending.unfinished]);
    if (!aside) {
      state = {
        ...state,
        error: failure,
        ...(failure.allowRetry && {
          failed: retryRequest(pending, state.threadId),
        }),
      };
    }
    // An `error` event was reported when it came.
    if (failure !== pending.failure) report(failure);
  }

  /** Posts a pending request and applies its reply; gives the JSON of the reply. */
  async function send(pending: PendingRequest): Promise<unknown> {
    const { type, params, itemId } = pending.request;
    const before = state;
    const text = await post(options, pending, pending.request, onData);
    await answerToolCalls(pending, onData);
    if (!text?.trim()) return undefined;
    const reply: unknown = JSON.parse(text);
    if (isRecord(reply) && isAboutThisThread() && !pending.superseded) {
      const item = reply["updated_item"];
      if (isRecord(item)) {
        const id = item["id"] ?? itemId;
        receive(
          { type: "thread.item.replaced", item: { ...item, id } },
          pending,
        );
      } else {
        const unfinished = unfinishedItems();
        state = applyReply(state, before, type, params, reply, unfinished);
      }
    }
    return reply;

    function onData(data: string) {
      if (!isAboutThisThread()) return;
      const event = parseEvent(data, (failure) => report(failure, warn));
      if (event !== undefined) receive(event, pending);
      notifySoon();
    }

    /** Whether the reply still counts: it was not stopped, and its thread is here. */
    function isAboutThisThread(): boolean {
      const { thread_id: id } = params;
      return (
        pendingRequests.has(pending) &&
        (id === undefined || id === state.threadId)
      );
    }
  }

  /** While a reply ends with the call of a client tool: runs it, and posts its result. */
  async function answerToolCalls(
    pending: PendingRequest,
    onData: (data: string) => void,
  ) {
    const { onClientTool } = options;
    const { unfinished, controller } = pending;
    if (!onClientTool) return;
    while (pending.toolCall) {
      const { toolCall } = pending;
      // A reply that failed or broke off before its end gets no result.
      if (
        pending.failure ||
        unfinished.size > 0 ||
        !pendingRequests.has(pending)
      ) {
        return;
      }
      delete pending.toolCall;
      const result = await runClientTool(
        onClientTool,
        toolCall,
        controller.signal,
      );
      if (!pendingRequests.has(pending)) return;
      const item = { ...toolCall, status: "completed", output: result };
      receive({ type: "thread.item.replaced", item }, pending);
      notifySoon();
      // Until the reply has ended it is not known whether the server has the result.
      unfinished.add(toolCall.id);
      const params = { thread_id: state.threadId, result };
      const type = "threads.add_client_tool_output";
      await post(options, pending, { type, params, streaming: true }, onData);
      unfinished.delete(toolCall.id);
    }
  }

  /** Applies an event: of a reply, or one that came another way. */
  function receive(event: unknown, pending?: PendingRequest) {
    if (!isEvent(event) || (!pending && isOfAnotherThread(event))) {
      safely(() => options.onUnknownEvent?.(event));
      return;
    }
    const next = applyEvent(state, event);
    if (next) {
      state = next;
      if (pending) noteEvent(event, pending);
      else if (event.type === "thread.item.removed") {
        forgetItem(event["item_id"]);
      }
    } else if (!handleEffect(event, pending)) {
      safely(() => options.onUnknownEvent?.(event));
    }
    safely(() => options.onEvent?.(event));
  }

  /** Whether an event is about an item of another thread. */
  function isOfAnotherThread({ item }: ChatKitEvent): boolean {
    const id = isRecord(item) ? item["thread_id"] : undefined;
    return (
      typeof id === "string" &&
      state.threadId !== undefined &&
      id !== state.threadId
    );
  }

  /** Handles an event that is not about the thread; `false`: it is not known. */
  function handleEffect(
    event: ChatKitEvent,
    pending?: PendingRequest,
  ): boolean {
    const { type, name, data } = event;
    if (type === "client_effect" && typeof name === "string") {
      const effect = { name, data: isRecord(data) ? data : {} };
      safely(() => options.onEffect?.(effect));
      return true;
    }
    if (type !== "error") return false;
    const failure = serverError(event);
    if (pending) pending.failure = failure;
    state = { ...state, error: failure };
    // No promise rejects with an error that came another way.
    report(failure, pending ? undefined : warn);
    return true;
  }

  /** The items that a reply has begun and not yet finished. */
  function unfinishedItems(): ReadonlySet<string> {
    return new Set(
      [...pendingRequests].flatMap((each) => [...each.unfinished]),
    );
  }

  async function loadThread(threadId: string) {
    stopAll("Another thread was loaded.");
    state = { ...state, error: undefined, failed: undefined };
    const all = () => false;
    return fetchItems(threadId, true, all, (thread) => {
      const empty = emptyState(threadId);
      const next = mergeThread(empty, empty, thread, new Set());
      state = { ...next, items: shareStructure(state.items, next.items) };
    });
  }

  async function refresh() {
    const before = state;
    const { threadId, fetched, stale, failed } = before;
    if (threadId === undefined) {
      return refuse(
        'There is no thread to refresh. Pass "threadId", or load a thread.',
      );
    }
    // The error of a request that `retry()` can send again stays: fetching items does not settle it.
    if (!failed) state = { ...state, error: undefined };
    const enough = (found: ReadonlySet<string>) =>
      [...stale].every((id) => found.has(id)) &&
      [...found].some((id) => fetched.has(id));
    return fetchItems(threadId, false, enough, (thread) => {
      // Another thread may have been loaded meanwhile.
      if (state.threadId !== threadId) return;
      state = mergeThread(state, before, thread, unfinishedItems());
    });
  }

  /** Fetches the items of a thread until there are `enough`; `use` gets them, unless the request was stopped. */
  async function fetchItems(
    threadId: string,
    loading: boolean,
    enough: (found: ReadonlySet<string>) => boolean,
    use: (thread: FetchedThread) => void,
  ) {
    const params = { thread_id: threadId };
    const first = { type: "threads.get_by_id", params, loading };
    return track(first, async (pending) => {
      const ask = async (type: string, params: Json) => {
        const text = await post(options, pending, { type, params });
        const reply: unknown = JSON.parse(text ?? "null");
        if (isRecord(reply)) return reply;
        throw new ChatKitError(
          "protocol",
          `The server answered ${type} with something else than a JSON object, so nothing was loaded.`,
        );
      };
      const thread = await fetchThread(ask, threadId, enough);
      if (pendingRequests.has(pending)) use(thread);
    });
  }

  function report(failure: ChatKitError, otherwise?: typeof warn) {
    safely(() => (options.onError ?? otherwise)?.(failure));
  }
}

import { messageOf } from "../core/json.js";
import { ChatKitError } from "./error.js";
import type {
  ChatKitClientToolCall,
  ChatKitEvent,
  ChatKitItem,
  Json,
} from "./items.js";

/** A request to the server, before it is sent. */
export interface ChatKitRequest {
  type: string;
  params: Json;
  /** Whether its reply is a stream. One stream runs at a time, unless `concurrency` allows more. */
  streaming?: boolean;
  /** The item whose widget started the action. */
  itemId?: string | undefined;
  /** Whether its reply is the thread to show, so that every other request has to wait. */
  loading?: boolean;
  /** Whether it concerns its caller alone: it changes no status, and goes on when the thread is left. */
  aside?: boolean;
}

/** A request that was sent and whose reply has not ended. */
export interface PendingRequest {
  request: ChatKitRequest;
  controller: AbortController;
  /** Ends the wait for its reply. */
  leave(): void;
  /** The ids of the items that its reply has begun and not yet finished. */
  unfinished: Set<string>;
  /** The id of the user's message, once the server has stored it. */
  messageId?: string;
  /** The call of a client tool that the reply ends with. */
  toolCall?: ChatKitClientToolCall;
  /** The last `error` event of the server, or the reason why the request was stopped. */
  failure?: ChatKitError;
  /** A later action of the same item was answered before this one, so this reply is out of date. */
  superseded?: boolean;
}

/**
 * The requests that are pending. `onEnd` is called when a request has ended, with
 * its failure if it failed; `onChange` when one begins, and after `onEnd`.
 */
export function createPendingRequests(
  onChange: () => void,
  onEnd: (pending: PendingRequest, failure: ChatKitError | undefined) => void,
) {
  const pendingRequests = new Set<PendingRequest>();
  return { pendingRequests, track, noteEvent, forgetItem, stopAll };

  /** Runs a request, which is pending until `run` settles; rejects with a `ChatKitError` only. */
  async function track<T>(
    request: ChatKitRequest,
    run: (pending: PendingRequest) => Promise<T>,
  ): Promise<T> {
    let leave!: PendingRequest["leave"];
    const stopped = new Promise<never>((_, reject) => (leave = reject));
    const pending: PendingRequest = {
      request,
      controller: new AbortController(),
      leave,
      unfinished: new Set(),
    };
    pendingRequests.add(pending);
    onChange();
    try {
      const reply = await Promise.race([run(pending), stopped]);
      supersedeEarlier(pending);
      const failure = pending.failure ?? cutOff(pending);
      if (failure) throw failure;
      settle(pending);
      return reply;
    } catch (cause) {
      // An error that the server reported explains more than the end of its reply.
      const failure = pending.failure ?? failureOf(cause, request);
      settle(pending, failure);
      throw failure;
    }
  }

  function settle(pending: PendingRequest, failure?: ChatKitError) {
    if (!pendingRequests.delete(pending)) return;
    if (failure) Object.assign(failure, { messageId: pending.messageId });
    onEnd(pending, failure);
    onChange();
  }

  function stopAll(reason: string) {
    for (const pending of Array.from(pendingRequests)) {
      if (pending.request.aside) continue;
      const failure = new ChatKitError("stopped", reason);
      settle(pending, failure);
      pending.failure = failure;
      pending.controller.abort();
      pending.leave();
    }
  }

  /** Notes what an event, once it is applied, means for the request whose reply it is part of. */
  function noteEvent(event: ChatKitEvent, pending: PendingRequest) {
    const item = event["item"] as ChatKitItem;
    switch (event.type) {
      case "thread.item.added":
        pending.unfinished.add(item.id);
        return;
      case "thread.item.done":
      case "thread.item.replaced":
        // In this reply only: another reply that began the same item may go on.
        pending.unfinished.delete(item.id);
        if (item.type === "user_message") pending.messageId = item.id;
        if (item.type === "client_tool_call" && item.status === "pending") {
          pending.toolCall = item;
        } else if (item.id === pending.toolCall?.id) delete pending.toolCall;
        return;
      case "thread.item.removed":
        forgetItem(event["item_id"]);
    }
  }

  /** Forgets an item that was removed, for every reply. */
  function forgetItem(id: unknown) {
    for (const pending of pendingRequests) {
      pending.unfinished.delete(id as string);
      if (id === pending.toolCall?.id) delete pending.toolCall;
    }
  }

  /** Marks the earlier requests of the same item: their replies, if they still come, are out of date. */
  function supersedeEarlier(answered: PendingRequest) {
    const { itemId } = answered.request;
    if (itemId === undefined) return;
    // The set keeps the order in which the requests were sent.
    for (const pending of pendingRequests) {
      if (pending === answered) return;
      pending.superseded ||= pending.request.itemId === itemId;
    }
  }
}

/** Whether any of the requests is of this kind. */
export function isPending(
  pendingRequests: Iterable<PendingRequest>,
  kind: "streaming" | "loading",
): boolean {
  return [...pendingRequests].some(({ request }) => request[kind]);
}

/** The failure of a reply that ended while one of its items was unfinished. */
function cutOff({ unfinished: [id] }: PendingRequest) {
  return id === undefined
    ? undefined
    : new ChatKitError(
        "network",
        `The reply ended before the item "${id}" was done, so it may be incomplete. refresh() fetches it.`,
      );
}

function failureOf(cause: unknown, { type }: ChatKitRequest): ChatKitError {
  if (cause instanceof ChatKitError) return cause;
  return cause instanceof SyntaxError
    ? new ChatKitError(
        "protocol",
        `The reply is not JSON, so nothing changed: ${messageOf(cause)}`,
        { cause },
      )
    : new ChatKitError(
        "network",
        `${type} failed because the server was not reached or its reply broke off: ${messageOf(cause)}. What was shown may be out of date; refresh() fetches it.`,
        { cause },
      );
}

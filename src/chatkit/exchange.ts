import { ChatKitError, messageOf } from "./error.js";
import type {
  ChatKitClientToolCall,
  ChatKitEvent,
  ChatKitItem,
  Json,
} from "./items.js";

/** What the server is asked for. */
export interface ChatKitRequest {
  type: string;
  params: Json;
  /** Whether a stream is asked for; one at a time. */
  streaming?: boolean;
  /** The item that an action comes from. */
  itemId?: string | undefined;
  /** Whether it brings the thread to show, so that everything else waits. */
  loading?: boolean;
  /** It concerns its caller alone: not the status, and not the thread's end. */
  aside?: boolean;
}

/** A request that is on its way. */
export interface PendingRequest {
  request: ChatKitRequest;
  controller: AbortController;
  /** Ends the waiting for its reply. */
  leave(): void;
  /** Items that its reply added and did not finish. */
  open: Set<string>;
  /** The user's message, as the server stored it. */
  messageId?: string;
  /** The call of a client tool that the reply ends with. */
  call?: ChatKitClientToolCall;
  /** The server's last `error` event, or that it was stopped. */
  failure?: ChatKitError;
  /** A later action of the same item was answered before this one. */
  superseded?: boolean;
}

/**
 * The requests that are on their way. `changed` is called when one begins and when
 * one is over, after `ended` was told how.
 */
export function createPendingRequests(
  changed: () => void,
  ended: (exchange: PendingRequest, failure: ChatKitError | undefined) => void,
) {
  const running = new Set<PendingRequest>();
  return { running, track, note, forget, stopAll };

  /** Runs a request and keeps count of it; rejects with a `ChatKitError` only. */
  async function track<T>(
    request: ChatKitRequest,
    run: (exchange: PendingRequest) => Promise<T>,
  ): Promise<T> {
    let leave!: PendingRequest["leave"];
    const stopped = new Promise<never>((_, reject) => (leave = reject));
    const exchange: PendingRequest = {
      request,
      controller: new AbortController(),
      leave,
      open: new Set(),
    };
    running.add(exchange);
    changed();
    try {
      const reply = await Promise.race([run(exchange), stopped]);
      outrun(exchange);
      const failure = exchange.failure ?? cutOff(exchange);
      if (failure) throw failure;
      settle(exchange);
      return reply;
    } catch (cause) {
      // What the server itself says says more.
      const failure = exchange.failure ?? failureOf(cause, request);
      settle(exchange, failure);
      throw failure;
    }
  }

  function settle(exchange: PendingRequest, failure?: ChatKitError) {
    if (!running.delete(exchange)) return;
    if (failure) Object.assign(failure, { messageId: exchange.messageId });
    ended(exchange, failure);
    changed();
  }

  function stopAll(reason: string) {
    for (const exchange of Array.from(running)) {
      if (exchange.request.aside) continue;
      const failure = new ChatKitError("stopped", reason);
      settle(exchange, failure);
      exchange.failure = failure;
      exchange.controller.abort();
      exchange.leave();
    }
  }

  /** Keeps what an event, once applied, says about its reply. */
  function note(event: ChatKitEvent, exchange: PendingRequest) {
    const item = event["item"] as ChatKitItem;
    switch (event.type) {
      case "thread.item.added":
        exchange.open.add(item.id);
        return;
      case "thread.item.done":
      case "thread.item.replaced":
        // Of this reply alone: another one that began the item may go on.
        exchange.open.delete(item.id);
        if (item.type === "user_message") exchange.messageId = item.id;
        if (item.type === "client_tool_call" && item.status === "pending") {
          exchange.call = item;
        } else if (item.id === exchange.call?.id) delete exchange.call;
        return;
      case "thread.item.removed":
        forget(event["item_id"]);
    }
  }

  /** An item is gone, for every reply. */
  function forget(id: unknown) {
    for (const exchange of running) {
      exchange.open.delete(id as string);
      if (id === exchange.call?.id) delete exchange.call;
    }
  }

  /** What was asked for earlier about the same item and answers later is older. */
  function outrun(exchange: PendingRequest) {
    const { itemId } = exchange.request;
    if (itemId === undefined) return;
    for (const other of running) {
      if (other === exchange) return;
      other.superseded ||= other.request.itemId === itemId;
    }
  }
}

/** Whether one of them is of this kind. */
export function isPending(
  running: Iterable<PendingRequest>,
  kind: "streaming" | "loading",
): boolean {
  return [...running].some(({ request }) => request[kind]);
}

function cutOff({ open: [cut] }: PendingRequest) {
  return cut === undefined
    ? undefined
    : new ChatKitError(
        "network",
        `The reply ended before the item "${cut}" was done, so it may be incomplete. refresh() fetches it.`,
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

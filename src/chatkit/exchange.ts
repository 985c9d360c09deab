import { ChatKitError, messageOf } from "./error.js";
import type { ChatKitEvent, ChatKitItem, Json } from "./items.js";

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
}

/** A request that is on its way. */
export interface Exchange {
  request: ChatKitRequest;
  controller: AbortController;
  /** Ends the waiting for its reply. */
  leave(): void;
  /** Items that its reply added and did not finish. */
  open: Set<string>;
  /** The user's message, as the server stored it. */
  messageId?: string;
  /** The server's last `error` event, or that it was stopped. */
  failure?: ChatKitError;
  /** A later action of the same item was answered before this one. */
  outrun?: boolean;
}

/**
 * The requests that are on their way. `changed` is called when one begins and when
 * one is over, after `ended` was told how.
 */
export function createExchanges(
  changed: () => void,
  ended: (exchange: Exchange, failure: ChatKitError | undefined) => void,
) {
  const running = new Set<Exchange>();
  return { running, track, note, stopAll };

  /** Runs a request and keeps count of it; rejects with a `ChatKitError` only. */
  async function track(
    request: ChatKitRequest,
    run: (exchange: Exchange) => Promise<void>,
  ): Promise<void> {
    let leave!: Exchange["leave"];
    const stopped = new Promise<never>((_, reject) => (leave = reject));
    const exchange: Exchange = {
      request,
      controller: new AbortController(),
      leave,
      open: new Set(),
    };
    running.add(exchange);
    changed();
    let failure: ChatKitError | undefined;
    try {
      await Promise.race([run(exchange), stopped]);
      outrun(exchange);
      failure = exchange.failure ?? cutOff(exchange);
    } catch (cause) {
      // What the server itself says says more.
      failure = exchange.failure ?? failureOf(cause, request);
    }
    settle(exchange, failure);
    if (failure) throw failure;
  }

  function settle(exchange: Exchange, failure?: ChatKitError) {
    if (!running.delete(exchange)) return;
    ended(exchange, failure);
    changed();
  }

  function stopAll(reason: string) {
    for (const exchange of Array.from(running)) {
      const failure = new ChatKitError("stopped", reason);
      settle(exchange, failure);
      exchange.failure = failure;
      exchange.controller.abort();
      exchange.leave();
    }
  }

  /** Keeps what an event, once applied, says about its reply. */
  function note(event: ChatKitEvent, exchange: Exchange) {
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
        return;
      case "thread.item.removed":
        for (const { open } of running) open.delete(event["item_id"] as string);
    }
  }

  /** What was asked for earlier about the same item and answers later is older. */
  function outrun(exchange: Exchange) {
    const { itemId } = exchange.request;
    if (itemId === undefined) return;
    for (const other of running) {
      if (other === exchange) return;
      other.outrun ||= other.request.itemId === itemId;
    }
  }
}

/** Whether one of them is of this kind. */
export function underWay(
  running: Iterable<Exchange>,
  kind: "streaming" | "loading",
): boolean {
  return [...running].some(({ request }) => request[kind]);
}

function cutOff({ open: [cut] }: Exchange) {
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

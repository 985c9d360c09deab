import type { Action } from "../core/action.js";
import type { PostOptions } from "../core/postJson.js";
import type { ActionHandler, WidgetError } from "../types.js";
import type { ChatKitEvent, ChatKitItem } from "./items.js";
import type { ChatKitMessage, ChatKitRequestFunction } from "./requests.js";
import type { ChatKitStatus } from "./status.js";

export interface ChatKitClientOptions extends PostOptions {
  /** The id of a thread to continue; `refresh()` loads it. @default none: the first `sendUserMessage` creates a thread */
  threadId?: string | undefined;
  /**
   * What happens to an action while a reply streams: `block` refuses it, as
   * ChatKit does, because the reply may replace the widget that the action comes from.
   * @default "block"
   */
  concurrency?: "block" | "allow" | undefined;
  /** Is called with each effect that the server asks the page for, once and in order. */
  onEffect?:
    | ((effect: { name: string; data: Record<string, unknown> }) => void)
    | undefined;
  /**
   * Runs a function of the page that the assistant calls. Its result, or the result of
   * its promise, is sent to the assistant, whose reply then continues. The action or
   * message that led to the call is pending until then; if this function throws, it fails
   * with the reason `tool`. Without this option a call stays `pending` among the items,
   * and `request("threads.add_client_tool_output", { result })` answers it.
   */
  onClientTool?:
    | ((
        name: string,
        args: Record<string, unknown>,
        context: { signal: AbortSignal },
      ) => unknown)
    | undefined;
  /** Is called with every event after it was applied; the reply to a synchronous action comes as `thread.item.replaced`. */
  onEvent?: ((event: ChatKitEvent) => void) | undefined;
  /** Is called with every event that was ignored: of an unknown type, or about an item that is not there. */
  onUnknownEvent?: ((event: unknown) => void) | undefined;
  /**
   * Is called with every error; its `code` is `"stream"`.
   * @default console.warn, for errors that no promise rejects with
   */
  onError?: ((error: WidgetError) => void) | undefined;
}

/** A client for one thread of a ChatKit server. Its promises settle when the reply has ended. */
export interface ChatKitClient {
  /** Sends an action to the server: pass it as `sendAction` to a `WidgetRenderer`. */
  sendAction: ActionHandler;
  /** Sends an action that no widget started, on behalf of the item with that id. */
  sendCustomAction(action: Action, itemId?: string): Promise<void>;
  /** Sends what the user wrote; the first message creates the thread. */
  sendUserMessage(message: string | ChatKitMessage): Promise<void>;
  /**
   * Sends any request of the protocol. It is about the current thread unless `params`
   * name another one. Its reply is applied to the thread and returned. A request whose
   * reply is a stream returns `undefined`, and is refused whenever a message would be.
   *
   * @example
   * const { data } = await client.request("threads.list", { limit: 20 });
   * await client.request("threads.update", { title: "Trip to Porto" });
   */
  request: ChatKitRequestFunction;
  /**
   * Applies an event that the host received another way, for example over a socket.
   * Events of other threads are ignored; client tools are not run for such events.
   */
  apply(event: ChatKitEvent): void;
  /** Leaves the thread and stops its requests; the next message creates a new thread. */
  newThread(): void;
  /** Leaves the thread, stops its requests, and loads another thread. */
  loadThread(threadId: string): Promise<void>;
  /**
   * Fetches the newest items, back to one that was fetched before, and those that are
   * stale. Items that other clients added are then here, without a gap.
   */
  refresh(): Promise<void>;
  /** Sends the request that failed last again, if the server allows it. */
  retry(): Promise<void>;
  /** Stops all replies. The server may continue, so the items that they were about become stale. */
  stop(): void;
  /** The items of the thread, oldest first. It is the same list until one of them changes. */
  getItems(): readonly ChatKitItem[];
  getStatus(): ChatKitStatus;
  /** Calls `listener` when the items or the status have changed, at most once per frame while a reply streams. */
  subscribe(listener: () => void): () => void;
}

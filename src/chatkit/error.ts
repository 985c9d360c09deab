import type { WidgetError } from "../types.js";
import type { ChatKitEvent } from "./items.js";

/**
 * Why a request failed:
 * - `refused`: nothing was sent, and the message says why.
 * - `stopped`: `stop()` was called, or the thread was left.
 * - `network`: the server was not reached, or its reply broke off.
 * - `http`: the server answered with a status that is not a success.
 * - `server`: the server sent an `error` event.
 * - `protocol`: the reply does not follow the protocol of ChatKit.
 * - `tool`: `onClientTool` failed, so the assistant waits for its result.
 */
export type ChatKitFailure =
  "refused" | "stopped" | "network" | "http" | "server" | "protocol" | "tool";

export interface ChatKitErrorDetails {
  status?: number | undefined;
  serverCode?: string | undefined;
  userMessage?: string | undefined;
  allowRetry?: boolean | undefined;
  cause?: unknown;
}

/**
 * Why a request to a ChatKit server failed: promises reject with it, and `onError` is
 * called with it. `message` is for developers: it may quote what the server answered.
 * Show users `userMessage`, or a sentence that the host has for each `reason`.
 */
export class ChatKitError extends Error implements WidgetError {
  override readonly name = "ChatKitError";

  readonly code = "stream";

  readonly reason: ChatKitFailure;

  /** The HTTP status, for `http`. */
  readonly status: number | undefined;

  /** The `code` of an `error` event. */
  readonly serverCode: string | undefined;

  /** What the server wrote for its users, as Markdown: the message of an error whose code is `custom`. */
  readonly userMessage: string | undefined;

  /**
   * The id of the item that the server made of the user's message. If it is absent, the
   * server is not known to have received the message.
   */
  readonly messageId: string | undefined;

  /** Whether the server accepts the same request again. */
  readonly allowRetry: boolean;

  constructor(
    reason: ChatKitFailure,
    message: string,
    details: ChatKitErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.reason = reason;
    this.status = details.status;
    this.serverCode = details.serverCode;
    this.userMessage = details.userMessage;
    this.messageId = undefined;
    this.allowRetry = details.allowRetry ?? false;
  }
}

/** The error that an `error` event of the server reports. */
export function serverError(event: ChatKitEvent): ChatKitError {
  const { code, message } = event;
  const serverCode = typeof code === "string" ? code : undefined;
  const text =
    typeof message === "string" && message !== "" ? message : undefined;
  return new ChatKitError(
    "server",
    text ??
      `The server failed with "${serverCode ?? "an error"}". Its log says more.`,
    {
      serverCode,
      userMessage: serverCode === "custom" ? text : undefined,
      allowRetry: event["allow_retry"] === true,
    },
  );
}

/** Rejects a call: nothing was sent. */
export async function refuse(message: string): Promise<never> {
  throw new ChatKitError("refused", message);
}

export function warn(failure: WidgetError) {
  console.warn(`widget-renderer [${failure.code}]: ${failure.message}`);
}

import type { WidgetError } from "../types.js";

/**
 * Why it failed:
 * - `refused`: nothing was sent, and the message says why.
 * - `stopped`: by `stop()`, or because the thread was left.
 * - `network`: the server was not reached, or its reply broke off.
 * - `http`: the server answered with a status that is no success.
 * - `server`: the server sent an `error` event.
 * - `protocol`: the reply cannot be read as one.
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
 * A request to a ChatKit server that failed, as promises reject and `onError` gets
 * it. `message` is for developers: it may quote what the server answered. What
 * users read is `userMessage`, or a sentence of the host's by `reason`.
 */
export class ChatKitError extends Error implements WidgetError {
  override readonly name = "ChatKitError";

  readonly code = "stream";

  readonly reason: ChatKitFailure;

  /** The HTTP status, for `http`. */
  readonly status: number | undefined;

  /** The `code` of an `error` event. */
  readonly serverCode: string | undefined;

  /** What the server wrote for its users, as Markdown: the message of code `custom`. */
  readonly userMessage: string | undefined;

  /**
   * The item that the server made of the user's message, where it came that far.
   * Absent: as far as is known the message was not taken.
   */
  readonly messageId: string | undefined;

  /** Whether the server takes the same request again. */
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

/** The message of whatever was thrown. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

import type { WidgetError } from "../context.js";

/**
 * Why it failed:
 * - `refused`: nothing was sent, and the message says why.
 * - `stopped`: by `stop()`, or because another thread was loaded.
 * - `network`: the server was not reached, or its reply broke off.
 * - `http`: the server answered with a status that is no success.
 * - `server`: the server sent an `error` event.
 * - `protocol`: the reply cannot be read as one.
 */
export type ChatKitFailure =
  "refused" | "stopped" | "network" | "http" | "server" | "protocol";

export interface ChatKitErrorDetails {
  status?: number | undefined;
  serverCode?: string | undefined;
  allowRetry?: boolean | undefined;
  cause?: unknown;
}

/** A request to a ChatKit server that failed, as promises reject and `onError` hears it. */
export class ChatKitError extends Error implements WidgetError {
  override readonly name = "ChatKitError";

  readonly code = "stream";

  readonly reason: ChatKitFailure;

  /** The HTTP status, for `http`. */
  readonly status: number | undefined;

  /** The `code` of an `error` event; `custom`: the message is meant for users. */
  readonly serverCode: string | undefined;

  /** Whether the server takes the same request again. */
  readonly allowRetry: boolean;

  constructor(
    reason: ChatKitFailure,
    message: string,
    { status, serverCode, allowRetry, cause }: ChatKitErrorDetails = {},
  ) {
    super(message, { cause });
    this.reason = reason;
    this.status = status;
    this.serverCode = serverCode;
    this.allowRetry = allowRetry ?? false;
  }
}

/** The message of whatever was thrown. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

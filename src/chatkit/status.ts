import { isPending, type PendingRequest } from "./pendingRequests.js";
import { emptyState, type ChatKitState } from "./state.js";

/** What a client is doing. It is the same object until something in it changes. */
export interface ChatKitStatus extends Omit<
  ChatKitState,
  "items" | "fetched" | "failed"
> {
  /** A reply is streaming. */
  streaming: boolean;
  /** A thread is being loaded. */
  loading: boolean;
  /** Whether `retry()` can send the failed request again. */
  canRetry: boolean;
}

/** The status of a client before its first request. */
export const idle = statusOf(emptyState(undefined), []);

export function statusOf(
  state: ChatKitState,
  pendingRequests: Iterable<PendingRequest>,
): ChatKitStatus {
  const { items: _, fetched: __, failed, ...rest } = state;
  return {
    ...rest,
    streaming: isPending(pendingRequests, "streaming"),
    loading: isPending(pendingRequests, "loading"),
    canRetry: failed !== undefined,
  };
}

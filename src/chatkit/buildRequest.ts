import type { Json } from "./items.js";
import type { ChatKitRequest, PendingRequest } from "./pendingRequests.js";
import type { ChatKitMessage } from "./requests.js";

/** The requests that the assistant answers with a stream. */
const STREAMING =
  /^threads\.(?:create|add_user_message|add_client_tool_output|add_structured_input|retry_after_item|custom_action)$/;

export function isStreamed(type: string): boolean {
  return STREAMING.test(type);
}

/** Whether a request is about one thread, which exists already. */
export function isAboutThread(type: string): boolean {
  return /^(?:items\.|threads\.(?!create$|list$))/.test(type);
}

/** A message of the user as servers expect it. */
export function inputOf(message: string | ChatKitMessage): Json {
  const { text, attachments, quotedText, inferenceOptions, tags } =
    typeof message === "string" ? { text: message } : message;
  return {
    content: [
      ...(text === undefined ? [] : [{ type: "input_text", text }]),
      ...(tags ?? []).map((tag) => ({ type: "input_tag", data: {}, ...tag })),
    ],
    attachments: (attachments ?? []).map((attachment) =>
      typeof attachment === "string" ? attachment : attachment.id,
    ),
    quoted_text: quotedText,
    inference_options: inferenceOptions ?? {},
  };
}

/** A request that the assistant answers with a stream. */
function streamed(type: string, params: Json): ChatKitRequest {
  return { type, params, streaming: true };
}

/** The request that sends a message of the user: the first message creates the thread. */
export function messageRequest(
  thread_id: string | undefined,
  input: unknown,
): ChatKitRequest {
  return thread_id === undefined
    ? streamed("threads.create", { input })
    : streamed("threads.add_user_message", { thread_id, input });
}

/**
 * The request to send after one has failed: the same again, unless the server has
 * stored the user's message already. Then only the answer to it is asked for.
 */
export function retryRequest(
  { request, messageId: item_id }: PendingRequest,
  thread_id: string | undefined,
): ChatKitRequest {
  if (!/^threads\.(?:create|add_user_message)$/.test(request.type)) {
    return request;
  }
  return item_id === undefined
    ? messageRequest(thread_id, request.params["input"])
    : streamed("threads.retry_after_item", { thread_id, item_id });
}

import { postJson, type PostOptions } from "../core/postJson.js";
import { ChatKitError } from "./error.js";
import type { ChatKitRequest, PendingRequest } from "./pendingRequests.js";
import { excerpt, readReply } from "./reply.js";

/**
 * Sends a request and reads its reply to the end: `onData` gets the data of each
 * event of a stream, the promise gives the text of a JSON reply.
 */
export async function post(
  options: PostOptions,
  { controller: { signal } }: PendingRequest,
  { type, params, streaming = false }: ChatKitRequest,
  onData: (data: string) => void = () => {},
): Promise<string | undefined> {
  const accept = streaming ? "text/event-stream" : "application/json";
  const body = { type, params };
  const response = await postJson(options, body, accept, signal);
  return readReply(response, streaming, signal, onData);
}

/** The event in the data of a stream; `undefined` if there is none, which is reported where it is an error. */
export function parseEvent(
  data: string,
  report: (failure: ChatKitError) => void,
): unknown {
  // Some servers and proxies send these to end a stream or to keep it open.
  if (data.trim() === "" || data.trim() === "[DONE]") return undefined;
  try {
    return JSON.parse(data);
  } catch (cause) {
    report(
      new ChatKitError(
        "protocol",
        `An event is not JSON and was left out${excerpt(data)}`,
        { cause },
      ),
    );
    return undefined;
  }
}

import { createParser } from "eventsource-parser";
import { ChatKitError } from "./error.js";

/** The most characters in one event, and bytes in one reply, so that a hostile server cannot fill the memory. */
const MAX_EVENT = 16 * 2 ** 20;
const MAX_REPLY = 64 * 2 ** 20;

/**
 * Reads a reply to its end. The content type decides how, whatever the request asked
 * for: `onData` is called with the data of each event of a stream, and the promise
 * gives the text of a JSON reply. A reply without a type is a stream if `streaming`.
 */
export async function readReply(
  response: Response,
  streaming: boolean,
  signal: AbortSignal,
  onData: (data: string) => void,
): Promise<string | undefined> {
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok) {
    const body = await readText(response, signal, 2_000);
    throw new ChatKitError(
      "http",
      `The server answered ${response.status}${excerpt(body)}. Its log says more.`,
      { status: response.status },
    );
  }
  if (/^text\/event-stream\b/i.test(type) || (type === "" && streaming)) {
    await readEvents(response, signal, onData);
    return undefined;
  }
  const text = await readText(response, signal);
  if (text === "" || type === "" || /[/+]json\b/i.test(type)) return text;
  throw new ChatKitError(
    "protocol",
    `The server answered with ${type.slice(0, 100)}, not with events or JSON${excerpt(text)}. Is "url" the address of a ChatKit server?`,
  );
}

async function readEvents(
  response: Response,
  signal: AbortSignal,
  onData: (data: string) => void,
) {
  let tooLarge = false;
  const parser = createParser({
    maxBufferSize: MAX_EVENT,
    onEvent: ({ data }) => onData(data),
    onError: ({ type }) => {
      tooLarge ||= type === "max-buffer-size-exceeded";
    },
  });
  let last = "";
  for await (const chunk of chunksOf(response, signal)) {
    parser.feed(chunk);
    if (tooLarge) throw tooMuch("An event");
    if (chunk !== "") last = chunk;
  }
  // After a CR the parser waits for an LF, which does not come at the end.
  if (last.endsWith("\r")) parser.feed("\n");
}

async function readText(
  response: Response,
  signal: AbortSignal,
  max = Infinity,
) {
  let text = "";
  for await (const chunk of chunksOf(response, signal)) {
    text += chunk;
    if (text.length >= max) break;
  }
  return text;
}

/** The body as text, in the pieces that arrive; ends early when `signal` aborts. */
async function* chunksOf(response: Response, signal: AbortSignal) {
  const { body } = response;
  if (!body) {
    // There is no body, or the `fetch` of the host cannot stream it.
    yield await response.text();
    return;
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const cancel = () => void reader.cancel().catch(() => undefined);
  let size = 0;
  // The `fetch` of the host may ignore the signal.
  signal.addEventListener("abort", cancel);
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > MAX_REPLY) throw tooMuch("The reply");
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    signal.removeEventListener("abort", cancel);
    // Closes the connection if reading ended before the body did.
    cancel();
  }
}

function tooMuch(what: string) {
  return new ChatKitError(
    "protocol",
    `${what} is too large to be read, so reading ended. Send less at once.`,
  );
}

/** The beginning of a text, on one line, to quote it in a message. */
export function excerpt(text: string): string {
  const line = text.slice(0, 1_000).replace(/\s+/g, " ").trim();
  if (line === "") return "";
  return `: ${line.length > 200 ? `${line.slice(0, 200)}…` : line}`;
}

import type { ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server.browser";
import { server } from "vitest/browser";

// React asks for a stream of bytes, which WebKitGTK does not know: one of chunks
// carries the same.
if (server.browser === "webkit") {
  window.ReadableStream = class<R> extends ReadableStream<R> {
    constructor(
      { start, pull, cancel }: UnderlyingDefaultSource<R> = {},
      strategy?: QueuingStrategy<R>,
    ) {
      super({ start, pull, cancel }, strategy);
    }
  } as typeof ReadableStream;
}

/** What a streaming server has sent in the end. */
export async function streamed(element: ReactNode): Promise<string> {
  const stream = await renderToReadableStream(element);
  await stream.allReady;
  return new Response(stream).text();
}

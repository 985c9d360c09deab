// Serves a web handler with Node's own `http`: `node examples/chatkit-server/node.mjs`.
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";

/**
 * @param {(request: Request) => Promise<Response>} handle
 * @returns {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>}
 */
export function toNode(handle) {
  return async (request, response) => {
    const left = new AbortController();
    response.on("close", () => left.abort());
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const reply = await handle(
      new Request(`http://localhost${request.url ?? "/"}`, {
        method: request.method ?? "POST",
        headers: /** @type {Record<string, string>} */ (request.headers),
        body: Buffer.concat(chunks),
        signal: left.signal,
      }),
    );
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    if (!reply.body) return void response.end();
    const body = Readable.fromWeb(
      /** @type {import("node:stream/web").ReadableStream} */ (reply.body),
    );
    // Who goes in the middle of a reply is no failure of the server.
    body.on("error", () => response.destroy()).pipe(response);
    response.on("close", () => body.destroy());
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [{ createChatKitServer }, { app }] = await Promise.all([
    import("./server.mjs"),
    import("./app.mjs"),
  ]);
  const port = Number(process.env["PORT"] ?? 8000);
  const serve = toNode(createChatKitServer(app));
  createServer((request, response) => void serve(request, response)).listen(
    port,
    () => {
      console.log(`ChatKit server: http://localhost:${port}/chatkit`);
    },
  );
}

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * Serves a folder on a free port of this machine.
 * @param {string} folder
 * @param {Record<string, string>} [headers]
 * @param {Record<string, string>} [pages] Path → HTML that is in no file.
 */
export async function serve(folder, headers = {}, pages = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const page = pages[pathname];
    if (page !== undefined) {
      response.writeHead(200, { "Content-Type": "text/html", ...headers });
      response.end(page);
      return;
    }
    // normalize() takes out every ".." before the folder is put in front.
    let file = join(folder, normalize(decodeURIComponent(pathname)));
    if (pathname.endsWith("/")) file = join(file, "index.html");
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      ...headers,
    });
    createReadStream(file).pipe(response);
  });
  return { url: await listen(server), close: () => server.close() };
}

/**
 * Starts a server on a free port, and gives its URL.
 * @param {import("node:http").Server} server
 */
export async function listen(server) {
  await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("No port.");
  return `http://127.0.0.1:${address.port}`;
}

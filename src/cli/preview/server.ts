import { randomBytes } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { readAppFile } from "../appFiles.js";
import { messageOf } from "../inputs.js";
import { createFolder, FolderError, type ListedFile } from "./folder.js";
import { hostOf, refusalOf, servedHosts } from "./guard.js";
import { watchFolders } from "./watchFolders.js";

export interface ServerOptions {
  paths: readonly string[];
  host: string;
  /** `0` takes one that is free. */
  port: number;
  /** Gives the files of the app. */
  readApp?: typeof readAppFile;
}

export interface PreviewServer {
  url: string;
  /** The widgets at the start. */
  files: readonly ListedFile[];
  close(): Promise<void>;
}

/** No text of a widget comes near it. */
const MAX_BYTES = 20_000_000;

const PAGE = "/";

/** Serves the playground for the widgets of files and folders. */
export async function startServer({
  paths,
  host,
  port,
  readApp = readAppFile,
}: ServerOptions): Promise<PreviewServer> {
  const folder = await createFolder(paths);
  const token = randomBytes(24).toString("base64url");
  const pages = new Set<ServerResponse>();
  let hosts: ReadonlySet<string> = new Set();
  let files: readonly ListedFile[] = [];
  let sent = "";

  const watcher = watchFolders(() => void refresh());
  let refreshing: Promise<void> | undefined;
  let isStale = false;

  /** Looks at the folder again, and sends the list to the pages if it is another one. */
  function refresh(): Promise<void> {
    isStale = true;
    return (refreshing ??= (async () => {
      try {
        while (isStale) {
          isStale = false;
          const found = await folder.scan();
          if (watcher.update(found.folders)) isStale = true;
          files = found.files;
        }
      } finally {
        refreshing = undefined;
      }
      const message = JSON.stringify(files);
      if (message === sent) return;
      sent = message;
      for (const page of pages) page.write(`data: ${message}\n\n`);
    })());
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { method = "", headers } = request;
    const url = new URL(request.url ?? PAGE, "http://localhost");
    const isPage = url.pathname === PAGE;
    const refusal = refusalOf({ method, isPage, headers }, { hosts, token });
    if (refusal) return sendError(response, refusal.status, refusal.message);
    if (isPage) return sendPage(response);
    if (url.pathname === "/api/files" && method !== "PUT") {
      await refresh();
      return sendJson(response, files);
    }
    if (url.pathname === "/api/events" && method === "GET") {
      return sendEvents(response);
    }
    if (url.pathname === "/api/file") {
      const path = url.searchParams.get("path") ?? "";
      if (method !== "PUT") return sendJson(response, await folder.read(path));
      const { text, version } = await readBody(request);
      const result = await folder.write(path, text, version);
      void refresh();
      return sendJson(response, result);
    }
    const file =
      url.pathname.startsWith("/assets/") && method !== "PUT"
        ? await readApp(url.pathname)
        : undefined;
    if (!file) {
      return sendError(response, 404, "There is no such page.");
    }
    send(response, 200, file.type, file.body);
  }

  async function sendPage(response: ServerResponse) {
    const file = await readApp("/index.html");
    if (!file) {
      return sendError(response, 500, "The package lacks its playground.");
    }
    // Styles of the editor; no script runs but those of the package.
    const nonce = randomBytes(16).toString("base64url");
    const html = file.body
      .toString()
      .replaceAll("%TOKEN%", token)
      .replaceAll("%NONCE%", nonce);
    response.setHeader("Content-Security-Policy", policyOf(nonce));
    send(response, 200, file.type, html);
  }

  function sendEvents(response: ServerResponse) {
    response.writeHead(200, {
      ...headers,
      "Content-Type": "text/event-stream; charset=utf-8",
    });
    response.write(`retry: 1000\ndata: ${JSON.stringify(files)}\n\n`);
    pages.add(response);
    response.on("close", () => pages.delete(response));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof FolderError) {
        sendError(response, error.status, error.message);
      } else sendError(response, 500, messageOf(error));
    });
  });
  await refresh();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  }).catch((error: unknown) => {
    watcher.close();
    throw error;
  });
  const address = server.address() as AddressInfo;
  hosts = servedHosts(host, address.port);
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return {
    url: `http://${hostOf(name, address.port)}/`,
    files,
    close: () =>
      new Promise((resolve) => {
        watcher.close();
        for (const page of pages) page.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A widget may have pictures from elsewhere; nothing else leaves or enters the page. */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Browsers write such attributes themselves while a text is edited.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob: https: http:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const headers = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...headers, "Content-Type": type });
  response.end(body);
}

function sendJson(response: ServerResponse, value: unknown, status = 200) {
  send(response, status, "application/json", JSON.stringify(value));
}

function sendError(response: ServerResponse, status: number, message: string) {
  // What is left of a body that nobody reads would be taken for the next request.
  response.setHeader("Connection", "close");
  sendJson(response, { message }, status);
}

async function readBody(
  request: IncomingMessage,
): Promise<{ text: string; version: string | undefined }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new FolderError(413, "The text is too long.");
    chunks.push(chunk);
  }
  try {
    const { text, version } = JSON.parse(
      Buffer.concat(chunks).toString(),
    ) as Record<string, unknown>;
    if (
      typeof text === "string" &&
      (version === undefined || typeof version === "string")
    ) {
      return { text, version };
    }
  } catch {
    // The same error follows.
  }
  throw new FolderError(400, "The request has no text.");
}

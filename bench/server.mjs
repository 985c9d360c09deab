// A server of threads: the widgets that it was given, and a text that grows by a
// hundred deltas a second. It speaks ChatKit's protocol to the library, and the same
// in fewer words to the others.
import { createServer } from "node:http";
import { listen } from "../scripts/serve.mjs";

/** How many deltas a stream has, and how many of them come in a second. */
export const DELTAS = 200;
const PER_SECOND = 100;

const cors = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, PUT, POST",
  "Access-Control-Allow-Headers": "*",
  "Access-Control-Max-Age": "7200",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

const WORDS =
  "amber basin cedar delta ember fjord grove harbor inlet juniper".split(" ");

/** Starts it on a free port of this machine. */
export async function serveThreads() {
  /** @type {Map<string, unknown[]>} */
  const threads = new Map();
  let sent = "";

  const server = createServer((request, response) => {
    void answer(request, response);
  });

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  async function answer(request, response) {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const [, kind, name = "", stream] = pathname.split("/");
    /** @param {unknown} value */
    const json = (value) => {
      response.writeHead(200, { "Content-Type": "application/json", ...cors });
      response.end(JSON.stringify(value));
    };
    const body = await read(request);
    if (request.method === "OPTIONS") {
      response.writeHead(204, cors).end();
    } else if (kind === "sent") {
      response.writeHead(200, { "Content-Type": "text/plain", ...cors });
      response.end(sent);
    } else if (kind === "threads" && stream) {
      await streamTo(response, (delta) => ({ delta }));
    } else if (kind === "threads" && request.method === "PUT") {
      threads.set(name, JSON.parse(body));
      json({});
    } else if (kind === "threads") {
      json(threads.get(name));
    } else if (kind === "chatkit") {
      const { type } = JSON.parse(body);
      if (type === "threads.get_by_id") json(threadOf(threads.get("ours")));
      else await streamTo(response, updateOf);
    } else {
      response.writeHead(404, cors).end();
    }
  }

  /**
   * @param {import("node:http").ServerResponse} response
   * @param {(delta: string) => object} eventOf
   */
  async function streamTo(response, eventOf) {
    response.writeHead(200, { "Content-Type": "text/event-stream", ...cors });
    sent = "";
    const start = performance.now();
    for (let i = 0; i < DELTAS; i++) {
      // Waits for the moment, not for a time: a late delta makes no other one late.
      const wait = start + (i * 1000) / PER_SECOND - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const delta = ` ${WORDS[i % 10]} ${WORDS[(i * 7) % 10]}`;
      sent += delta;
      response.write(`data: ${JSON.stringify(eventOf(delta))}\n\n`);
    }
    response.end();
  }

  return {
    url: await listen(server),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const created_at = "2026-01-01T00:00:00Z";

/** @param {unknown[]} [widgets] */
function threadOf(widgets = []) {
  return {
    id: "ours",
    created_at,
    status: { type: "active" },
    metadata: {},
    items: {
      has_more: false,
      data: widgets.map((widget, i) => ({
        id: `item${i}`,
        thread_id: "ours",
        type: "widget",
        created_at,
        widget,
      })),
    },
  };
}

/** @param {string} delta */
function updateOf(delta) {
  return {
    type: "thread.item.updated",
    item_id: "item199",
    update: {
      type: "widget.streaming_text.value_delta",
      component_id: "stream",
      delta,
      done: false,
    },
  };
}

/** @param {import("node:http").IncomingMessage} request */
async function read(request) {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

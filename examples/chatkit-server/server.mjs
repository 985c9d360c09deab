// A ChatKit server, small enough to read: threads in memory, replies as events
// over SSE, widgets that change in place. Take it as the start of your own: keep
// the protocol, exchange the store for a database and `app` for what you do.
//
//   app.reply(text, context)          the user wrote something
//   app.act(action, item, context)    a server action of a widget
//   app.actNow(action, item, context) the same with `streaming: false`
//
// `reply` and `act` are async generators of events; `actNow` gives the new item.

import { Context, UserError, events, newId } from "./context.mjs";

/**
 * @typedef {{ id: string, type: string, [name: string]: unknown }} Item
 * @typedef {{ id: string, title?: string, created_at: string, items: Map<string, Item> }} Thread
 * @typedef {{ after?: string, limit?: number, order?: string }} Paging
 * @typedef {{ type: string, payload?: any }} Action
 * @typedef {{ type: string, [name: string]: unknown }} Event
 * @typedef {object} App
 * @property {(text: string, context: Context) => AsyncIterable<Event>} reply
 * @property {(action: Action, item: Item | undefined, context: Context) => AsyncIterable<Event>} act
 * @property {(action: Action, item: Item | undefined, context: Context) => Promise<Item | undefined>} actNow
 */

/**
 * The endpoint: one URL, always POST. It takes and gives what the web does, so
 * it runs in Node, Deno, Bun and workers alike.
 *
 * @param {App} app
 * @returns {(request: Request) => Promise<Response>}
 */
export function createChatKitServer(app) {
  /** @type {Map<string, Thread>} */
  const threads = new Map();

  return async (request) => {
    try {
      const { type, params } = await request.json();
      if (type === "threads.list") return Response.json(list(params));
      const created = type === "threads.create";
      const thread = created ? create() : find(params.thread_id);
      const context = new Context(thread);
      const item = thread.items.get(params.item_id);
      switch (type) {
        case "threads.create":
        case "threads.add_user_message": {
          const message = context.item("user_message", params.input);
          return stream(thread, turn(context, message, created));
        }
        case "threads.retry_after_item":
          if (!item) throw new Error(`No item "${params.item_id}"`);
          return stream(thread, turnAgain(context, item));
        case "threads.custom_action":
          return stream(thread, app.act(params.action, item, context));
        case "threads.sync_custom_action": {
          const next = await app.actNow(params.action, item, context);
          if (next) context.save(next);
          return Response.json(next ? { updated_item: next } : {});
        }
        case "threads.get_by_id":
          return Response.json(threadJson(thread, itemsOf(thread, {}, "asc")));
        case "items.list":
          return Response.json(itemsOf(thread, params, "desc"));
        case "threads.update":
          thread.title = params.title;
          return Response.json(threadJson(thread));
        case "threads.delete":
          threads.delete(thread.id);
          return Response.json({});
        default:
          throw new Error(`Unknown request type: ${type}`);
      }
    } catch (error) {
      const message = messageFor(error) ?? "Internal Server Error";
      return Response.json({ error: message }, { status: 500 });
    }
  };

  /** @returns {Thread} */
  function create() {
    const created_at = new Date().toISOString();
    const thread = { id: newId("thr"), created_at, items: new Map() };
    threads.set(thread.id, thread);
    return thread;
  }

  /** Threads without their items. @param {Paging} params */
  function list(params) {
    const { data, ...rest } = pageOf([...threads.values()], "desc", params);
    return { data: data.map((thread) => threadJson(thread)), ...rest };
  }

  /** @param {string} id */
  function find(id) {
    const thread = threads.get(id);
    if (!thread) throw new Error(`No thread "${id}"`);
    return thread;
  }

  /** @param {Context} context @param {Item} message @param {boolean} created */
  async function* turn(context, message, created) {
    const { thread } = context;
    if (created) yield { type: "thread.created", thread: threadJson(thread) };
    yield events.done(message);
    yield* app.reply(textOf(message), context);
  }

  /** What came after the message gives way. @param {Context} context @param {Item} message */
  function turnAgain(context, message) {
    const { items } = context.thread;
    const ids = [...items.keys()];
    for (const id of ids.slice(ids.indexOf(message.id) + 1)) items.delete(id);
    return app.reply(textOf(message), context);
  }
}

/** @param {Item} message */
function textOf({ content }) {
  const parts = /** @type {{ text: string }[]} */ (content);
  return parts.map(({ text }) => text).join("\n");
}

/** @param {Thread} thread @param {{ data: Item[], has_more: boolean }} [items] */
function threadJson(thread, items = { data: [], has_more: false }) {
  const { id, title, created_at } = thread;
  const status = { type: "active" };
  return { id, title, created_at, status, metadata: {}, items };
}

/** @param {Thread} thread @param {Paging} params @param {"asc" | "desc"} usual */
function itemsOf({ items }, params, usual) {
  return pageOf([...items.values()], usual, params);
}

/**
 * A part of a list, in the order that the request asks for or the usual one.
 *
 * @template {{ id: string }} T
 * @param {T[]} all
 * @param {"asc" | "desc"} usual
 * @param {Paging} params
 */
function pageOf(all, usual, { after, limit, order = usual }) {
  const list = order === "desc" ? all.toReversed() : all;
  const start = list.findIndex(({ id }) => id === after) + 1;
  const end = start + (limit ?? 20);
  const data = list.slice(start, end);
  return {
    data,
    has_more: end < list.length,
    after: data.at(-1)?.id ?? null,
  };
}

/**
 * Events as SSE, one `data:` line each. What is finished is stored; when the
 * client goes, the generator ends at its next `yield`.
 *
 * @param {Thread} thread
 * @param {AsyncIterable<Event>} source
 */
function stream(thread, source) {
  const iterator = run(thread, source);
  const encoder = new TextEncoder();
  /** @type {ReadableStream<Uint8Array>} */
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) return controller.close();
      const line = `data: ${JSON.stringify(value)}\n\n`;
      controller.enqueue(encoder.encode(line));
    },
    cancel: () => void iterator.return(),
  });
  const headers = {
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
  };
  return new Response(body, { headers });
}

/** @param {Thread} thread @param {AsyncIterable<Event>} source @returns {AsyncGenerator<Event, void, void>} */
async function* run({ items }, source) {
  yield { type: "stream_options", stream_options: { allow_cancel: true } };
  try {
    for await (const event of source) {
      const { type, item, item_id } = /** @type {any} */ (event);
      if (/^thread\.item\.(done|replaced)$/.test(type)) {
        items.set(item.id, item);
      }
      if (type === "thread.item.removed") items.delete(item_id);
      yield event;
    }
  } catch (cause) {
    const error = /** @type {UserError} */ (cause);
    const message = messageFor(error);
    yield message === undefined
      ? { type: "error", code: "stream.error", allow_retry: true }
      : { type: "error", code: "custom", message, allow_retry: error.retry };
  }
}

/** What the user may know of a failure. @param {unknown} error */
function messageFor(error) {
  if (error instanceof UserError) return error.message;
  console.error(error);
  return undefined;
}

// A ChatKit server, small enough to read: threads in memory, replies as events
// over SSE, widgets that change in place. Take it as the start of your own: keep
// the protocol, exchange the store for a database and `app` for what you do.
//
//   app.reply(text, context)          the user wrote something
//   app.act(action, item, context)    a server action of a widget
//   app.actNow(action, item, context) the same with `streaming: false`
//
// `reply` and `act` are async generators of events; `actNow` gives the new item.

/**
 * @typedef {{ id: string, type: string, [name: string]: unknown }} Item
 * @typedef {{ id: string, created_at: string, items: Map<string, Item> }} Thread
 * @typedef {{ type: string, payload?: any }} Action
 * @typedef {{ type: string, [name: string]: unknown }} Event
 * @typedef {object} App
 * @property {(text: string, context: Context) => AsyncIterable<Event>} reply
 * @property {(action: Action, item: Item | undefined, context: Context) => AsyncIterable<Event>} act
 * @property {(action: Action, item: Item | undefined, context: Context) => Promise<Item | undefined>} actNow
 */

/** Said to the user as it is; anything else that is thrown stays on the server. */
export class UserError extends Error {
  /** @param {string} message @param {{ retry?: boolean }} [options] */
  constructor(message, { retry = false } = {}) {
    super(message);
    this.retry = retry;
  }
}

/** What a handler works with: its thread, and the making of items and events. */
export class Context {
  /** @param {Thread} thread */
  constructor(thread) {
    this.thread = thread;
  }

  /** An item that the user will see. @param {string} type @param {object} content @returns {Item} */
  item(type, content) {
    return {
      id: newId("msg"),
      thread_id: this.thread.id,
      created_at: new Date().toISOString(),
      type,
      ...content,
    };
  }

  /** @param {unknown} widget @param {string} [copyText] */
  widget(widget, copyText) {
    return this.item("widget", {
      widget,
      ...(copyText && { copy_text: copyText }),
    });
  }

  /** @param {string} text */
  message(text) {
    return this.item("assistant_message", {
      content: [{ type: "output_text", text, annotations: [] }],
    });
  }

  /** The item as it was, with another widget. @param {Item} item @param {unknown} widget @returns {Item} */
  with(item, widget) {
    return { ...item, widget };
  }

  /** Keeps an item without telling the client, for `widget.*.updated` events. @param {Item} item */
  save(item) {
    this.thread.items.set(item.id, item);
  }
}

/** The events that a widget can be told. */
export const events = {
  /** @param {Item} item @returns {Event} */
  added: (item) => ({ type: "thread.item.added", item }),
  /** @param {Item} item @returns {Event} */
  done: (item) => ({ type: "thread.item.done", item }),
  /** @param {Item} item @returns {Event} */
  replaced: (item) => ({ type: "thread.item.replaced", item }),
  /** @param {Item} item @returns {Event} */
  removed: (item) => ({ type: "thread.item.removed", item_id: item.id }),
  /** @param {Item} item @param {unknown} widget @returns {Event} */
  root: (item, widget) =>
    updated(item, { type: "widget.root.updated", widget }),
  /** @param {Item} item @param {{ id: string, type: string, [name: string]: unknown }} component @returns {Event} */
  component: (item, component) =>
    updated(item, {
      type: "widget.component.updated",
      component_id: component.id,
      component,
    }),
  /** @param {Item} item @param {string} componentId @param {string} delta @returns {Event} */
  delta: (item, componentId, delta) =>
    updated(item, {
      type: "widget.streaming_text.value_delta",
      component_id: componentId,
      delta,
      done: false,
    }),
  /** @param {string} text @param {string} [icon] @returns {Event} */
  progress: (text, icon) => ({ type: "progress_update", text, icon }),
  /** @param {string} name @param {object} data @returns {Event} */
  effect: (name, data) => ({ type: "client_effect", name, data }),
};

/** @param {Item} item @param {object} update @returns {Event} */
function updated(item, update) {
  return { type: "thread.item.updated", item_id: item.id, update };
}

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
      switch (type) {
        case "threads.create": {
          const created_at = new Date().toISOString();
          const thread = { id: newId("thr"), created_at, items: new Map() };
          threads.set(thread.id, thread);
          return stream(thread, reply(thread, params.input, true));
        }
        case "threads.add_user_message": {
          const thread = find(params.thread_id);
          return stream(thread, reply(thread, params.input, false));
        }
        case "threads.custom_action": {
          const thread = find(params.thread_id);
          const sender = thread.items.get(params.item_id);
          const context = new Context(thread);
          return stream(thread, app.act(params.action, sender, context));
        }
        case "threads.sync_custom_action": {
          const thread = find(params.thread_id);
          const sender = thread.items.get(params.item_id);
          const context = new Context(thread);
          const item = await app.actNow(params.action, sender, context);
          if (item) thread.items.set(item.id, item);
          return Response.json(item ? { updated_item: item } : {});
        }
        case "threads.get_by_id": {
          const thread = find(params.thread_id);
          return Response.json(threadJson(thread, page(thread, params)));
        }
        case "items.list":
          return Response.json(page(find(params.thread_id), params));
        default:
          throw new Error(`Unknown request type: ${type}`);
      }
    } catch (error) {
      return Response.json({ error: String(error) }, { status: 500 });
    }
  };

  /** @param {string} id */
  function find(id) {
    const thread = threads.get(id);
    if (!thread) throw new Error(`No thread "${id}"`);
    return thread;
  }

  /** @param {Thread} thread @param {any} input @param {boolean} isNew */
  async function* reply(thread, input, isNew) {
    if (isNew) yield { type: "thread.created", thread: threadJson(thread) };
    const context = new Context(thread);
    yield events.done(context.item("user_message", input));
    const text = input.content.map((/** @type {any} */ part) => part.text);
    yield* app.reply(text.join("\n"), context);
  }
}

/** @param {Thread} thread @param {{ data: Item[], has_more: boolean }} [items] */
function threadJson({ id, created_at }, items = { data: [], has_more: false }) {
  return { id, created_at, status: { type: "active" }, metadata: {}, items };
}

/** @param {Thread} thread @param {{ after?: string, limit?: number, order?: string }} params */
function page(thread, { after, limit = 20, order = "asc" }) {
  const items = [...thread.items.values()];
  if (order === "desc") items.reverse();
  const start = items.findIndex(({ id }) => id === after) + 1;
  const data = items.slice(start, start + limit);
  return {
    data,
    has_more: start + limit < items.length,
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
      if (done) controller.close();
      else
        controller.enqueue(
          encoder.encode(`data: ${JSON.stringify(value)}\n\n`),
        );
    },
    cancel: () => void iterator.return(undefined),
  });
  const headers = {
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
  };
  return new Response(body, { headers });
}

/** @param {Thread} thread @param {AsyncIterable<Event>} source @returns {AsyncGenerator<Event, void>} */
async function* run(thread, source) {
  yield { type: "stream_options", stream_options: { allow_cancel: true } };
  try {
    for await (const event of source) {
      const { type, item, item_id } = /** @type {any} */ (event);
      if (type === "thread.item.done" || type === "thread.item.replaced") {
        thread.items.set(item.id, item);
      } else if (type === "thread.item.removed") thread.items.delete(item_id);
      yield event;
    }
  } catch (error) {
    yield error instanceof UserError
      ? {
          type: "error",
          code: "custom",
          message: error.message,
          allow_retry: error.retry,
        }
      : { type: "error", code: "stream.error", allow_retry: true };
  }
}

let count = 0;
/** @param {string} prefix */
function newId(prefix) {
  return `${prefix}_${(++count).toString(36).padStart(4, "0")}${Math.random().toString(36).slice(2, 8)}`;
}

// What an app works with: the items of its thread, and the events and errors that
// a client can be sent.

/** @typedef {import("./server.mjs").Item} Item */
/** @typedef {import("./server.mjs").Thread} Thread */

/** Said to the user as it is; anything else that is thrown goes to the log. */
export class UserError extends Error {
  /** @param {string} message @param {{ retry?: boolean }} [options] */
  constructor(message, { retry = false } = {}) {
    super(message);
    this.retry = retry;
  }
}

/** What a handler works with: its thread, and the making of items. */
export class Context {
  /** @param {Thread} thread */
  constructor(thread) {
    this.thread = thread;
  }

  /** An item that the user will see. @param {string} type @param {object} content @returns {Item} */
  item(type, content) {
    const created_at = new Date().toISOString();
    return {
      id: newId("msg"),
      thread_id: this.thread.id,
      created_at,
      type,
      ...content,
    };
  }

  /** @param {unknown} widget */
  widget(widget) {
    return this.item("widget", { widget });
  }

  /** @param {string} text */
  message(text) {
    return this.item("assistant_message", { content: textContent(text) });
  }

  /** Keeps an item without telling the client, for `widget.*.updated` events. @param {Item} item */
  save(item) {
    this.thread.items.set(item.id, item);
  }
}

/** The content of an assistant's message. @param {string} text */
export const textContent = (text) => [
  { type: "output_text", text, annotations: [] },
];

/** The events that a client can be sent. */
export const events = {
  /** @param {Item} item */
  added: (item) => ({ type: "thread.item.added", item }),
  /** @param {Item} item */
  done: (item) => ({ type: "thread.item.done", item }),
  /** @param {Item} item */
  replaced: (item) => ({ type: "thread.item.replaced", item }),
  /** @param {Item} item */
  removed: (item) => ({ type: "thread.item.removed", item_id: item.id }),
  /** A part of an item. @param {Item} item @param {{ type: string, [name: string]: unknown }} update */
  updated: (item, update) => ({
    type: "thread.item.updated",
    item_id: item.id,
    update,
  }),
  /** @param {Item} item @param {{ id: string, type: string, [name: string]: unknown }} component */
  component: (item, component) =>
    events.updated(item, {
      type: "widget.component.updated",
      component_id: component.id,
      component,
    }),
  /** @param {Item} item @param {string} component_id @param {string} delta */
  delta: (item, component_id, delta) =>
    events.updated(item, {
      type: "widget.streaming_text.value_delta",
      component_id,
      delta,
      done: false,
    }),
  /** @param {string} text @param {string} [icon] */
  progress: (text, icon) => ({ type: "progress_update", text, icon }),
  /** @param {string} name @param {object} data */
  effect: (name, data) => ({ type: "client_effect", name, data }),
};

/** @param {string} prefix */
export function newId(prefix) {
  return `${prefix}_${Math.random().toString(36).slice(2, 12)}`;
}

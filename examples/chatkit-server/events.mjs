// What a server tells its client while it replies.

/** @typedef {import("./server.mjs").Item} Item */

/** The content of an assistant's message. @param {string} text */
export const textContent = (text) => [
  { type: "output_text", text, annotations: [] },
];

/** The events that a client can be told. */
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

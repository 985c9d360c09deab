import { isRecord, type Json } from "../core/json.js";
import type { WidgetNode } from "../types.js";
import { applyPatch, isPatch, type Patch } from "./applyPatch.js";
import { createReplyReader } from "./readReply.js";
import type { Root } from "./readJson.js";

/** A piece of a reply, in the order of the reply. */
export type Part =
  | {
      type: "text";
      /** What the model wrote around its widgets, without the spaces at both ends. */
      text: string;
    }
  | {
      type: "widget";
      /** What of the widget is certain. What has not changed is the same object as before. */
      widget: WidgetNode;
      /** Whether the widget is closed, or the reply has ended. */
      complete: boolean;
    };

/** What has come of a reply. */
export interface WidgetStreamSnapshot {
  parts: readonly Part[];
  /** "streaming" until the reply ends: "done", or "error" if it ended by an error. */
  status: "streaming" | "done" | "error";
  /** Why the reply has failed, or why a patch in it was left out. */
  error: unknown;
}

export interface WidgetStream {
  /** Adds the next piece of the reply. It may be cut anywhere. */
  push(chunk: string): void;
  /** Ends the reply: every widget is complete. `error`: why it ended too early. */
  end(error?: unknown): void;
  /** What has come so far; the same object until something changes. */
  getSnapshot(): WidgetStreamSnapshot;
  /** Calls `listener` after each change, and returns the function that stops that. */
  subscribe(listener: () => void): () => void;
}

/**
 * Creates a stream that turns the reply of a model, chunk by chunk, into texts and
 * widgets. A chunk costs the same, however much has come before.
 *
 * @example
 * const stream = createWidgetStream();
 * for await (const chunk of reply) stream.push(chunk);
 * stream.end();
 */
export function createWidgetStream(): WidgetStream {
  const listeners = new Set<() => void>();
  const reader = createReplyReader({
    onText,
    onOpen: (root) => (open = root),
    onClose: (root) => update(root, root.value),
  });
  const parts: Part[] = [];
  let status: WidgetStreamSnapshot["status"] = "streaming";
  let error: unknown;
  let snapshot: WidgetStreamSnapshot | undefined;
  /** Spaces at the end of the text, which are none of it unless more text follows. */
  let spaces = "";
  /** The root that was opened last. */
  let open: Root | undefined;
  /** The last widget, to which patches are applied. */
  let last: { index: number; widget: unknown } | undefined;
  let hasNews = false;

  return {
    push(chunk) {
      if (status !== "streaming") return;
      reader.push(chunk);
      hasNews = true;
      notify();
    },
    end(cause) {
      if (status !== "streaming") return;
      reader.end();
      status = cause === undefined ? "done" : "error";
      error = cause ?? error;
      for (const index of parts.keys()) complete(index);
      changed();
      notify();
    },
    getSnapshot() {
      if (hasNews && open && !open.closed) update(open, reader.show());
      hasNews = false;
      return (snapshot ??= { parts: [...parts], status, error });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function notify() {
    for (const listener of listeners) listener();
  }

  function changed() {
    snapshot = undefined;
  }

  function onText(text: string) {
    const before = parts.at(-1);
    const isFirst = before?.type !== "text";
    const all = isFirst ? text.trimStart() : spaces + text;
    const trimmed = all.trimEnd();
    spaces = all.slice(trimmed.length);
    if (trimmed === "") return;
    if (isFirst) parts.push({ type: "text", text: trimmed });
    else {
      parts[parts.length - 1] = { type: "text", text: before.text + trimmed };
    }
    changed();
  }

  /** Returns whether the root is a widget or a patch, and not text. */
  function update(root: Root, value: unknown): boolean {
    if (isPatch(root.value)) {
      patch(root, root.value, value);
      return true;
    }
    // The type of a closed node may be missing: the renderer reports that.
    if (
      !isRecord(value) ||
      (typeof value["type"] !== "string" &&
        !(root.closed && "children" in value))
    ) {
      return false;
    }
    if (root.part < 0 && last) complete(last.index);
    root.part = set(root.part, value, root.closed);
    last = { index: root.part, widget: value };
    return true;
  }

  /** Applies a patch, or what shows of it so far. */
  function patch({ closed }: Root, json: Patch, value: unknown) {
    const { op } = json;
    last ??= { index: -1, widget: {} };
    let { widget } = last;
    try {
      if (closed) last.widget = widget = applyPatch(widget, json);
      else if (value !== undefined && (op === "add" || op === "replace")) {
        widget = applyPatch(widget, { ...json, value });
      }
    } catch (cause) {
      if (!closed) return;
      error ??= cause;
      changed();
    }
    if (isRecord(widget) && typeof widget["type"] === "string") {
      last.index = set(last.index, widget, false);
    }
  }

  function set(index: number, widget: Json, complete: boolean): number {
    const before = parts[index] as (Part & { type: "widget" }) | undefined;
    if (
      before?.widget !== (widget as unknown) ||
      before?.complete !== complete
    ) {
      if (!before) index = parts.length;
      parts[index] = {
        type: "widget",
        widget: widget as unknown as WidgetNode,
        complete,
      };
      changed();
    }
    return index;
  }

  function complete(index: number) {
    const part = parts[index];
    if (part?.type === "widget") {
      set(index, part.widget as unknown as Json, true);
    }
  }
}

/**
 * Returns the texts and the widgets of a reply, of which `text` is all that has come.
 * `createWidgetStream` reads a chunk without what came before it.
 *
 * @example
 * const { parts } = parsePartialWidget('{"type":"Text","value":"Hel');
 */
export function parsePartialWidget(text: string): { parts: readonly Part[] } {
  const stream = createWidgetStream();
  stream.push(text);
  const { parts } = stream.getSnapshot();
  return { parts };
}

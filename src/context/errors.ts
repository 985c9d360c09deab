import type { WidgetContextValue } from "./WidgetContext.js";
import { isObject } from "../core/json.js";
import { locate } from "../core/nodeTree.js";
import type { WidgetError } from "../types.js";

/**
 * A `report` that tells each error once per node and never in the middle of
 * drawing, where a host's `onError` could not set state: what is reported then
 * waits for `flush`, or for the end of the task.
 */
export function createReport(
  root: () => unknown,
  onError: () => ((error: WidgetError) => void) | undefined,
): Pick<WidgetContextValue, "report" | "flush"> {
  const told = new WeakMap<object, Set<string>>();
  const nowhere = {};
  /** Values that are wrong, by where: an update makes their node another object. */
  const wrong = new Set<string>();
  let queue: [error: WidgetError, below: string][] = [];
  return { report, flush };

  function report(error: WidgetError, below = "") {
    const node = isObject(error.node) ? error.node : nowhere;
    const known = told.get(node) ?? new Set();
    const name = `${error.code} ${error.path ?? below} ${error.message}`;
    // A failed action fails anew each time it is tried.
    if (known.has(name) && error.code !== "action") return;
    told.set(node, known.add(name));
    if (queue.push([error, below]) === 1) queueMicrotask(flush);
  }

  function flush() {
    const errors = queue;
    queue = [];
    for (const [error, below] of errors) {
      const at = error.path ?? locate(root(), error.node)?.path;
      const path = at === undefined ? at : at + below;
      if (error.code === "invalid-prop") {
        const name = `${path} ${error.message}`;
        if (wrong.has(name)) continue;
        wrong.add(name);
      }
      const full = path === undefined ? error : { ...error, path };
      try {
        (onError() ?? warn)(full);
      } catch (cause) {
        // A listener that fails must not take the page with it.
        console.error(cause);
      }
    }
  }
}

function warn({ code, message, path, cause }: WidgetError) {
  const where = path === undefined ? "" : ` at "${path}"`;
  const text = `widget-renderer [${code}]${where}: ${message}`;
  if (cause === undefined) console.warn(text);
  else console.warn(text, cause);
}

import { isObject } from "../core/json.js";
import { locate } from "../core/nodeTree.js";
import type { WidgetError } from "../types.js";

export interface Reporter {
  /**
   * Calls `onError` once with each error of a node, never while React renders: a
   * host sets state in it. `below` is a JSON pointer from the node to what is wrong.
   */
  report(error: WidgetError, below?: string): void;
  /** Calls `onError` now with what was reported while rendering. */
  flush(): void;
}

/** What may be missing while a widget grows, and not wrong. */
const MAY_BE_TO_COME = /invalid|unknown|field|limit|render/;

/**
 * A reporter whose errors wait for `flush`, or for the end of the task. Those that say
 * that something is to come are left out while the widget grows: at its end every node
 * renders again.
 */
export function createReporter(
  root: () => unknown,
  onError: () => ((error: WidgetError) => void) | undefined,
  isGrowing: () => boolean = () => false,
): Reporter {
  const reported = new WeakMap<object, Set<string>>();
  const noNode = {};
  /** Errors of properties by path, because an update makes their node another object. */
  const invalid = new Set<string>();
  let queue: [error: WidgetError, below: string][] = [];
  return { report, flush };

  function report(error: WidgetError, below = "") {
    if (isGrowing() && MAY_BE_TO_COME.test(error.code)) return;
    const node = isObject(error.node) ? error.node : noNode;
    const ofNode = reported.get(node) ?? new Set();
    const id = `${error.code} ${error.path ?? below} ${error.message}`;
    // An action may fail each time that it is started.
    if (ofNode.has(id) && error.code !== "action") return;
    reported.set(node, ofNode.add(id));
    if (queue.push([error, below]) === 1) queueMicrotask(flush);
  }

  function flush() {
    const errors = queue;
    queue = [];
    for (const [error, below] of errors) {
      try {
        const at = error.path ?? locate(root(), error.node)?.path;
        const path = at === undefined ? at : at + below;
        if (/prop|blocked/.test(error.code)) {
          const id = `${path} ${error.message}`;
          // What the schema finds has its path already; its node may have reported it in other words.
          if (invalid.has(error.path ?? id) || invalid.has(id)) continue;
          invalid.add(id).add(path ?? "");
        }
        (onError() ?? warn)(path === undefined ? error : { ...error, path });
      } catch (cause) {
        // A host's function, or a getter in the widget, that throws must not stop the page.
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

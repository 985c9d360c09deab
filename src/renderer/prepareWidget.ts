import * as messages from "../context/messages.js";
import type { Settings } from "../context/settings.js";
import { applyLimits, type Known } from "../core/limits.js";
import type { WidgetError } from "../types.js";
import { shareStructure } from "../core/shareStructure.js";

interface PreparedWidget {
  /** The JSON to render. */
  root: unknown;
  /** The limits that the widget exceeds, or why it could not be read. */
  errors: readonly WidgetError[];
}

/**
 * Creates the function that prepares the widget of one renderer: its JSON within
 * the limits, with every branch that equals the last one the same object. A widget that
 * throws as it is read is replaced by the last good one.
 */
export function createPrepareWidget(): (
  widget: unknown,
  settings: Settings,
) => PreparedWidget {
  let known: Known = new WeakMap();
  let last: readonly unknown[] = [];
  let prepared: PreparedWidget | undefined;
  return (json, { limits, labels: { tooLarge } }) => {
    const inputs = [json, limits, tooLarge];
    if (prepared && inputs.every((input, i) => input === last[i])) {
      return prepared;
    }
    const errors: WidgetError[] = [];
    try {
      // What is known is known for these limits only.
      if (limits !== last[1]) known = new WeakMap();
      const root = applyLimits(
        // This comes first, so that only changed branches are compared with the limits.
        shareStructure(prepared?.root, json),
        limits,
        ({ limit, max, path }) => {
          const message = messages.limitExceeded(limit, max);
          errors.push({ code: "limit", message, path, node: json });
          return tooLarge;
        },
        known,
      );
      last = inputs;
      // Branches that were cut are new objects each time.
      return (prepared = {
        root: errors.length > 0 ? shareStructure(prepared?.root, root) : root,
        errors,
      });
    } catch (cause) {
      return {
        root: prepared?.root,
        errors: [messages.nodeFailed(json, cause)],
      };
    }
  };
}

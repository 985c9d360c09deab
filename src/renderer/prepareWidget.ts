import type { Settings } from "../context/settings.js";
import { applyLimits, type Known, type LimitHit } from "../core/limits.js";
import { createSharer } from "../core/createSharer.js";

interface PreparedWidget {
  /** The JSON to render. */
  root: unknown;
  /** The limits that the widget exceeds. */
  hits: readonly LimitHit[];
}

/**
 * Creates the function that prepares the widget of one renderer: its JSON within
 * the limits, with every branch that equals the last one the same object.
 */
export function createPrepareWidget(): (
  widget: unknown,
  settings: Settings,
) => PreparedWidget {
  const share = createSharer<unknown>();
  const shareCut = createSharer<unknown>();
  let known: Known = new WeakMap();
  let last: readonly unknown[] = [];
  let prepared: PreparedWidget | undefined;
  return (json, { limits, labels: { tooLarge } }) => {
    // This comes first, so that only changed branches are compared with the limits.
    const widget = share(json);
    const inputs = [widget, limits, tooLarge];
    if (prepared && inputs.every((input, i) => input === last[i])) {
      return prepared;
    }
    // What is known is known for these limits only.
    if (limits !== last[1]) known = new WeakMap();
    last = inputs;
    const hits: LimitHit[] = [];
    const root = applyLimits(
      widget,
      limits,
      () => tooLarge,
      (hit) => hits.push(hit),
      known,
    );
    // Branches that were cut are new objects each time.
    prepared = { root: hits.length > 0 ? shareCut(root) : root, hits };
    return prepared;
  };
}

import type { Settings } from "../context/settings.js";
import { type Known, type LimitHit, applyLimits } from "../core/limits.js";
import { createSharer } from "./createSharer.js";

/** The JSON that is drawn: within the limits, equal branches kept. */
export function createRoots() {
  const share = createSharer<unknown>();
  const shareCut = createSharer<unknown>();
  let known: Known = new WeakMap();
  let last: readonly unknown[] = [];
  let drawn: { root: unknown; hits: LimitHit[] } | undefined;
  return (json: unknown, { limits, labels: { tooLarge } }: Settings) => {
    // First of all, so that only what changed is looked at.
    const widget = share(json);
    const asked = [widget, limits, tooLarge];
    if (asked.every((one, i) => one === last[i]) && drawn) return drawn;
    // Known for these limits.
    if (limits !== last[1]) known = new WeakMap();
    last = asked;
    const hits: LimitHit[] = [];
    const root = applyLimits(
      widget,
      limits,
      () => tooLarge,
      (hit) => hits.push(hit),
      known,
    );
    // What was cut is made anew each time.
    drawn = { root: hits.length > 0 ? shareCut(root) : root, hits };
    return drawn;
  };
}

export function limitError({ limit, max, path }: LimitHit, node: unknown) {
  return {
    code: "limit" as const,
    message: `The widget exceeds the limit of ${max} for "${limit}"; a notice stands in place of the rest. Send less, or raise "limits".`,
    path,
    node,
  };
}

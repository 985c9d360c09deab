import { useCallback, useState } from "react";
import {
  applyUpdate,
  changeNode,
  type WidgetUpdate,
} from "../core/applyUpdate.js";
import type { WidgetNode } from "../types.js";

/**
 * A widget that changes, for a host with another transport. `apply` takes an
 * update as ChatKit's servers send it, `update` sets properties of the node with
 * that `id`. Both are stable; an `id` that no node has changes nothing.
 *
 * @example
 * const { widget, apply } = useWidget(initial);
 * useEffect(() => socket.onUpdate(apply), [apply]);
 * return <WidgetRenderer widget={widget} />;
 */
export function useWidget(initial: WidgetNode | null | undefined): {
  widget: WidgetNode | null | undefined;
  apply: (update: WidgetUpdate) => void;
  update: (id: string, patch: Readonly<Record<string, unknown>>) => void;
} {
  const [widget, setWidget] = useState(initial);
  const apply = useCallback(
    (update: WidgetUpdate) => setWidget((now) => applyUpdate(now, update)),
    [],
  );
  const update = useCallback(
    (id: string, patch: Readonly<Record<string, unknown>>) =>
      setWidget((now) =>
        changeNode(now, id, (node) => ({ ...node, ...patch })),
      ),
    [],
  );
  return { widget, apply, update };
}

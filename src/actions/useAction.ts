import { useCallback, useRef, useSyncExternalStore } from "react";
import type { FieldEntry } from "../context/fieldRegistry.js";
import { isSameAction, type Binding } from "../context/pendingActions.js";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import { useWidgetContext } from "../context/WidgetContext.js";
import type { ActionConfig, Loading } from "../core/action.js";
import { locate } from "../core/nodeTree.js";
import { useForm } from "../forms/FormContext.js";
import type { ActionStart } from "./dispatchAction.js";
import { startAction } from "./startAction.js";

/**
 * Binds an action to an event. `run` calls the host's handler with the action and
 * the values of the form around it; `pending` is true while it runs and the node
 * itself shows it. While it runs, `run` does nothing. `auto` is what
 * `loadingBehavior: "auto"` means for this binding.
 *
 * With the `field` of `useField` it is the action of a change: it carries the
 * new value, outside of a form as well, and a change that comes while it runs is
 * sent afterwards.
 */
export function useAction(
  config: ActionConfig | null | undefined,
  auto: Loading,
  field?: { entry: FieldEntry },
): { run: () => void; pending: boolean } {
  const context = useWidgetContext();
  const { pendingActions } = context;
  const { form } = useForm();
  const ref = useRef<ComponentBinding>({ owner: {}, name: "" });
  const getLoading = () => pendingActions.loadingOf(ref.current.owner, "");
  const loading = useSyncExternalStore(
    pendingActions.subscribe,
    getLoading,
    getLoading,
  );
  const run = useCallback(() => {
    if (ref.current.start) startAction(ref.current.start);
  }, []);
  useIsomorphicLayoutEffect(() => {
    const binding = ref.current;
    const isNew = !binding.start;
    const start = { context, binding, config, auto, form, field: field?.entry };
    binding.start = start;
    if (!isNew) return;
    binding.restart = run;
    // A pending action belongs to the node, also after React mounts it again.
    pendingActions.move((other, action) =>
      isReplaced(other) &&
      isSameAction(action, config, locate(context.root(), config)?.node)
        ? binding
        : other,
    );
  });
  // On unmount only: between two renders no other binding may adopt the action.
  useIsomorphicLayoutEffect(
    () => () => void (ref.current.start = ref.current.restart = undefined),
    [],
  );
  return { run, pending: loading === "self" };
}

interface ComponentBinding extends Binding {
  /** Of the last render; absent while the component is not mounted. */
  start?: ActionStart | undefined;
}

/** Whether a binding is that of a component which is not mounted any more. */
function isReplaced({ name, restart }: Binding): boolean {
  return name === "" && !restart;
}

import { useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { FieldEntry } from "../context/fieldRegistry.js";
import * as messages from "../context/messages.js";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import {
  useWidgetContext,
  type Binding,
  type BindingScope,
  type PendingAction,
  type WidgetContextValue,
} from "../context/WidgetContext.js";
import {
  resolveLoading,
  type ActionConfig,
  type Loading,
} from "../core/action.js";
import { isRecord } from "../core/json.js";
import { locate, nodeKey } from "../core/nodeTree.js";
import { returnFocus } from "../forms/focus.js";
import { useForm, type Form, type SetPending } from "../forms/FormContext.js";
import {
  clearErrors,
  firstInvalid,
  showInvalid,
  syncFields,
} from "../forms/validation.js";
import {
  dispatchAction,
  isThenable,
  showFieldErrors,
} from "./dispatchAction.js";

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
  const { ref, loading } = useBindingRef(config, auto, field?.entry);
  return {
    run: useCallback(() => run(ref.current), [ref]),
    pending: loading === "self",
  };
}

interface RunOptions {
  /** Runs only if the form around is valid. @default false */
  validates?: boolean;
  /** Shows on the pressed button that the action is pending, where the node has several. */
  setPending?: SetPending | undefined;
}

export interface BoundAction {
  run: (options?: RunOptions) => void;
  /** What shows that it is pending. */
  loading: Loading;
  /** Shows on the node that another action is pending: that of the form it submits. */
  setPending: SetPending;
  /** The form around. */
  form: Form | undefined;
  context: WidgetContextValue;
}

/** `useAction` for a node that submits, or that shows more than one pending action. */
export function useBinding(
  config: ActionConfig | null | undefined,
  auto: Loading,
): BoundAction {
  const { ref, ...bound } = useBindingRef(config, auto);
  return {
    ...bound,
    run: (options) => run(ref.current, options),
    setPending: (on) => ref.current.setLoading?.(on ? "self" : "none"),
  };
}

// It creates no function: a long list has many bindings, of which few ever run.
function useBindingRef(
  config: ActionConfig | null | undefined,
  auto: Loading,
  field?: FieldEntry,
) {
  const context = useWidgetContext();
  const { form } = useForm();
  const [loading, setLoading] = useState<Loading>("none");
  const ref = useRef<Binding>({});
  useIsomorphicLayoutEffect(() => {
    const binding = ref.current;
    const isNew = !binding.setLoading;
    binding.scope = { context, form, config, auto, field };
    binding.setLoading = setLoading;
    // A pending action belongs to the node, also after React mounts it again.
    if (isNew) adoptPending(binding, binding.scope);
  });
  // Cleared on unmount only: clearing it on every render would let another
  // binding adopt this pending action.
  useIsomorphicLayoutEffect(
    () => () => void (ref.current.scope = undefined),
    [],
  );
  return { ref, loading, form, context };
}

function run(
  binding: Binding,
  { validates = false, setPending }: RunOptions = {},
) {
  const { scope } = binding;
  if (!scope?.context.settings.interactive) return;
  const { context, form, config, auto, field } = scope;
  if (binding.pending) {
    // The last change counts: it is sent when the pending action has ended.
    binding.pending.again = field !== undefined;
    return;
  }
  const element = form?.element;
  // Custom validity depends on what the controls show as well.
  if (validates && element) syncFields(element);
  const invalid = validates && element && firstInvalid(element);
  if (invalid) {
    showInvalid(invalid, context.settings.labels.invalid);
    return;
  }
  if (!config) return;
  if (!isRecord(config) || typeof config.type !== "string") {
    context.report({
      code: "action",
      message: messages.noAction,
      ...locate(context.root(), config),
    });
    return;
  }
  // An error may depend on another field, or on the server.
  if (validates && element) clearErrors(element);
  const found = locate(context.root(), config);
  const outcome = dispatchAction(scope, config, found, validates);
  // A handler that returns no promise is done: there is nothing to wait for.
  if (!isThenable(outcome)) {
    showFieldErrors(scope, outcome);
    return;
  }
  const loading = resolveLoading(config, auto);
  const pending: PendingAction = {
    config,
    nodeKey: nodeKey(found?.node),
    loading,
    binding,
  };
  const showPending = (on: boolean) => {
    if (loading === "none") return;
    pending.binding.setLoading?.(on ? loading : "none");
    setPending?.(on);
    context.countActions(loading, on ? 1 : -1);
  };
  binding.pending = pending;
  context.pendingActions.add(pending);
  showPending(true);
  void outcome.then((errors) => {
    // Another binding, if one has adopted the action.
    const { binding: last } = pending;
    context.pendingActions.delete(pending);
    last.pending = undefined;
    // Nothing in an inert widget takes the focus, so this comes first.
    flushSync(() => showPending(false));
    if (field && loading === "container") returnFocus(field);
    showFieldErrors(scope, errors);
    // A change of a field that is gone is not sent.
    if (pending.again && last.scope) run(last);
  });
}

/** A new binding shows the pending action of the one that it replaces. */
function adoptPending(binding: Binding, { context, config }: BindingScope) {
  for (const pending of context.pendingActions) {
    if (!config || pending.binding.scope || !isSame(context, pending, config)) {
      continue;
    }
    pending.binding = binding;
    binding.pending = pending;
    binding.setLoading?.(pending.loading);
    return;
  }
}

/** Whether `config` is that of the pending action, or of the same node. */
function isSame(
  context: WidgetContextValue,
  pending: PendingAction,
  config: ActionConfig,
): boolean {
  return (
    pending.config === config ||
    (pending.nodeKey !== undefined &&
      pending.config.type === config.type &&
      pending.nodeKey === nodeKey(locate(context.root(), config)?.node))
  );
}

import { useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import {
  dispatchAction,
  isThenable,
  showFieldErrors,
} from "./dispatchAction.js";
import {
  type Binding,
  type BindingScope,
  type PendingAction,
  type WidgetContextValue,
  useWidgetContext,
} from "../context/WidgetContext.js";
import type { FieldEntry } from "../context/fieldRegistry.js";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import {
  type ActionConfig,
  type Loading,
  resolveLoading,
} from "../core/action.js";
import { isRecord } from "../core/json.js";
import { locate, nodeKey } from "../core/nodeTree.js";
import { type Form, type SetPending, useForm } from "../forms/FormContext.js";
import { returnFocus } from "../forms/focus.js";
import {
  clearErrors,
  firstInvalid,
  showInvalid,
  syncFields,
} from "../forms/validation.js";

/**
 * Binds an action to an event: `run` hands it to the host, with the values of
 * the form around it; `pending` is true while it runs and the node itself is
 * what shows it. While it runs, `run` does nothing. `auto` is what
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
    run: useCallback(() => start(ref.current), [ref]),
    pending: loading === "self",
  };
}

/** How a binding is started. */
interface RunOptions {
  /** Only if the form around is valid. @default false */
  validates?: boolean;
  /** The button that shows that it runs, where the node has several. */
  show?: SetPending;
}

export interface BoundAction {
  run: (how?: RunOptions) => void;
  /** What shows that it runs. */
  loading: Loading;
  /** Shows on the node itself that something else runs: the form it submits. */
  show: SetPending;
  /** The form around. */
  form: Form | undefined;
  context: WidgetContextValue;
}

/** `useAction` for what submits, or shows more than one thing. */
export function useBinding(
  config: ActionConfig | null | undefined,
  auto: Loading,
): BoundAction {
  const { ref, loading, form, host: context } = useBindingRef(config, auto);
  return {
    run: (how) => start(ref.current, how),
    loading,
    form,
    context,
    show: (on) => ref.current.setLoading?.(on ? "self" : "none"),
  };
}

// No function of its own: a long list has many bindings, of which few ever run.
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
    const owner = ref.current;
    const isNew = !owner.setLoading;
    owner.site = { context, form, config, auto, field };
    owner.setLoading = setLoading;
    // What runs belongs to the node, also where that is drawn anew.
    if (isNew) adoptPending(owner, owner.site);
  });
  // Only as it goes: while others are drawn anew none may take it for gone.
  useIsomorphicLayoutEffect(
    () => () => void (ref.current.site = undefined),
    [],
  );
  return { ref, loading, form, host: context };
}

function start(owner: Binding, { validates = false, show }: RunOptions = {}) {
  const { site, running: before } = owner;
  if (!site?.context.settings.interactive) return;
  const { context, form, config, auto, field } = site;
  if (before) {
    // The last change counts: it is sent when the one before has ended.
    before.again = field !== undefined;
    return;
  }
  const element = form?.element;
  // Custom validity goes by what the controls show as well.
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
      message: `An action is an object with a "type", which is text; this one is not, so nothing happens. Correct the JSON.`,
      ...locate(context.root(), config),
    });
    return;
  }
  // What was wrong may depend on another field, or on the server.
  if (validates && element) clearErrors(element);
  const found = locate(context.root(), config);
  const outcome = dispatchAction(site, config, found, validates);
  // Whoever answers at once is done at once: there is nothing to show.
  if (!isThenable(outcome)) {
    showFieldErrors(site, outcome);
    return;
  }
  const loading = resolveLoading(config, auto);
  const handle = nodeKey(found?.node);
  const running: PendingAction = {
    config,
    nodeKey: handle,
    loading,
    binding: owner,
  };
  const mark = (on: boolean) => {
    if (loading === "none") return;
    running.binding.setLoading?.(on ? loading : "none");
    show?.(on);
    context.countActions(loading, on ? 1 : -1);
  };
  owner.running = running;
  context.pendingActions.add(running);
  mark(true);
  void outcome.then((errors) => {
    const { binding: last } = running;
    context.pendingActions.delete(running);
    last.running = undefined;
    // Nothing in a widget that is inert takes the focus.
    flushSync(() => mark(false));
    if (field && loading === "container") returnFocus(field);
    showFieldErrors(site, errors);
    // What was to come goes with the node.
    if (running.again && last.site) start(last);
  });
}

/** What runs of a binding that was drawn before: by its JSON, or its node. */
function adoptPending(owner: Binding, { context, config }: BindingScope) {
  for (const running of context.pendingActions) {
    if (!config || running.binding.site || !isSame(context, running, config)) {
      continue;
    }
    running.binding = owner;
    owner.running = running;
    owner.setLoading?.(running.loading);
    return;
  }
}

function isSame(
  context: WidgetContextValue,
  running: PendingAction,
  config: ActionConfig,
): boolean {
  return (
    running.config === config ||
    (running.nodeKey !== undefined &&
      running.config.type === config.type &&
      running.nodeKey === nodeKey(locate(context.root(), config)?.node))
  );
}

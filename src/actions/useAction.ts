import { useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useIsomorphicLayoutEffect } from "../context/useIsomorphicLayoutEffect.js";
import { useWidgetContext, type ActionContext, type WidgetContextValue } from "../context/WidgetContext.js";
import {
  isStreaming,
  resolveLoading,
  toAction,
  withFormValues,
  type Action,
  type ActionConfig,
  type Loading,
} from "../core/action.js";
import { nestValues, type FormProblem } from "../core/formValues.js";
import { nodeKey, isRecord, locate, toText } from "../core/nodeTree.js";
import {
  clearErrors,
  fieldErrorsOf,
  firstInvalid,
  readFields,
  returnFocus,
  showErrors,
  showInvalid,
  syncFields,
  useForm,
  type FieldEntry,
  type FieldErrors,
  type Form,
  type SetPending,
} from "../forms/FormContext.js";

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

/** A binding that is drawn, and what of it runs. */
interface Binding {
  /** Of the last drawing; absent while the node is not drawn. */
  site?: BindingScope | undefined;
  setLoading?: (loading: Loading) => void;
  running?: PendingAction | undefined;
}

/** What a binding stands in. */
interface BindingScope {
  context: WidgetContextValue;
  form: Form | undefined;
  config: ActionConfig | null | undefined;
  auto: Loading;
  field: FieldEntry | undefined;
}

/** An action that runs. */
export interface PendingAction {
  config: ActionConfig;
  /** What the author calls its node. */
  nodeKey: string | undefined;
  loading: Loading;
  /** The binding that shows it. */
  binding: Binding;
  /** It was started once more meanwhile. */
  again?: boolean;
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
  useIsomorphicLayoutEffect(() => () => void (ref.current.site = undefined), []);
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
  const running: PendingAction = { config, nodeKey: handle, loading, binding: owner };
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

function isSame(context: WidgetContextValue, running: PendingAction, config: ActionConfig): boolean {
  return (
    running.config === config ||
    (running.nodeKey !== undefined &&
      running.config.type === config.type &&
      running.nodeKey === nodeKey(locate(context.root(), config)?.node))
  );
}

/**
 * Hands an action to its handler. Gives what is wrong with the fields, or a
 * promise of it, which ends with the action and never rejects.
 */
function dispatchAction(
  { context: host, form, field }: BindingScope,
  config: ActionConfig,
  /** Where the action stands in the JSON. */
  found: ReturnType<typeof locate>,
  validates: boolean,
): FieldErrors | undefined | Promise<FieldErrors | undefined> {
  const { type = "", id, key } = found?.node ?? {};
  const at = { node: found?.node, path: found?.path ?? "" };
  const tell = (problem: FormProblem) => host.report({ ...problem, ...at });

  const element = form?.element;
  let fields = element ? readFields(element) : [];
  // Of a change the value is known, wherever the field stands.
  if (field && field.name !== "") {
    fields = fields.filter(([name]) => name !== field.name);
    fields.push([field.name, field.value]);
  }
  const values = nestValues(fields, tell);
  const action = withFormValues(toAction(config), values, tell);
  const context: ActionContext = {
    handler: config.handler === "client" ? "client" : "server",
    streaming: isStreaming(config),
    node: {
      type: toText(type),
      ...(typeof id === "string" && { id }),
      ...(typeof key === "string" && { key }),
      path: at.path,
    },
    ...(element && { formValues: values }),
    signal: host.signal(),
    sendAction: (next) => sendToServer(host, next),
  };

  const failed = (cause: unknown) => {
    // Stopped because the widget is gone: nothing that anyone must hear of.
    if (context.signal.aborted && isAbort(cause)) return undefined;
    const { fieldErrors, reason } = (cause ?? {}) as Record<string, unknown>;
    const errors = fieldErrorsOf(fieldErrors);
    // The messages at the fields say what is wrong.
    if (errors) return errors;
    if (reason === "refused") host.countActions("refused", 1);
    host.report({
      code: "action",
      ...(typeof reason === "string" && { reason }),
      message: `The action "${config.type}" failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      ...at,
      cause,
    });
    return undefined;
  };
  const go = (errors: unknown) =>
    fieldErrorsOf(errors) ??
    // Validation may have outlived the widget.
    (context.signal.aborted ? undefined : callHandler(host, action, context));
  try {
    const errors =
      validates && element
        ? host.handlers().validate?.(values, context)
        : undefined;
    const outcome = isThenable(errors)
      ? Promise.resolve(errors).then(go)
      : go(errors);
    return isThenable(outcome) ? outcome.then(undefined, failed) : outcome;
  } catch (cause) {
    return failed(cause);
  }
}

/** Messages that have no field would be lost, and are told instead. */
function showFieldErrors(
  { context, form, field }: BindingScope,
  errors: FieldErrors | undefined,
) {
  if (!errors) return;
  // A change outside any form is answered at its own field.
  const scope = form?.element ?? field?.element?.closest(".wr-root");
  const lost = scope ? showErrors(scope, errors) : Object.keys(errors);
  if (lost.length === 0) return;
  context.report({
    code: "action",
    reason: "invalid",
    message: `No field has the name of these messages, so they are not shown: ${lost.map((name) => `"${name}": ${errors[name]}`).join("; ")}. Use the names of the fields in the form of the action.`,
  });
}

/** Starts a server action that no node is bound to; rejects as its handler does. */
export async function sendToServer(context: WidgetContextValue, action: Action): Promise<void> {
  await callHandler(context, action, {
    handler: "server",
    streaming: true,
    node: { type: "", path: "" },
    signal: context.signal(),
    sendAction: (next) => sendToServer(context, next),
  });
}

function callHandler(
  host: WidgetContextValue,
  action: Action,
  context: ActionContext,
): Promise<undefined> | undefined {
  const { onAction, sendAction } = host.handlers();
  const handler =
    context.handler === "client" ? onAction : (sendAction ?? onAction);
  if (!handler) {
    host.report({
      code: "unhandled-action",
      message: `Nobody takes the action "${action.type}", so nothing happens. Pass ${context.handler === "client" ? '"onAction"' : '"sendAction" or "onAction"'} to WidgetRenderer or WidgetProvider.`,
      path: context.node.path,
    });
    return undefined;
  }
  const result: unknown = handler(action, host.item(), context);
  // Whatever can be awaited; what it is in the end is the host's own affair.
  return isThenable(result)
    ? Promise.resolve(result).then(() => undefined)
    : undefined;
}

function isAbort(cause: unknown): boolean {
  return (cause as { name?: unknown } | null)?.name === "AbortError";
}

function isThenable<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof (value as PromiseLike<T> | undefined)?.then === "function";
}

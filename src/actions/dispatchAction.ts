import type {
  BindingScope,
  WidgetContextValue,
} from "../context/WidgetContext.js";

import type { ActionContext } from "../types.js";
import {
  type Action,
  type ActionConfig,
  isStreaming,
  toAction,
  withFormValues,
} from "../core/action.js";
import { type FormProblem, nestValues } from "../core/formValues.js";
import { toText } from "../core/json.js";
import { locate } from "../core/nodeTree.js";
import { readFields } from "../forms/readFormValues.js";
import {
  type FieldErrors,
  fieldErrorsOf,
  showErrors,
} from "../forms/validation.js";

/**
 * Hands an action to its handler. Gives what is wrong with the fields, or a
 * promise of it, which ends with the action and never rejects.
 */
export function dispatchAction(
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
export function showFieldErrors(
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
export async function sendToServer(
  context: WidgetContextValue,
  action: Action,
): Promise<void> {
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

export function isThenable<T>(
  value: T | PromiseLike<T>,
): value is PromiseLike<T> {
  return typeof (value as PromiseLike<T> | undefined)?.then === "function";
}

import type { FieldEntry } from "../context/fieldRegistry.js";
import * as messages from "../context/messages.js";
import type { Binding } from "../context/pendingActions.js";
import type { WidgetContextValue } from "../context/WidgetContext.js";
import {
  isStreaming,
  toAction,
  withFormValues,
  type Action,
  type ActionConfig,
  type Loading,
} from "../core/action.js";
import { nestValues, type FormProblem } from "../core/formValues.js";
import { toText } from "../core/json.js";
import type { locate } from "../core/nodeTree.js";
import { readFields } from "../forms/readFormValues.js";
import {
  fieldErrorsOf,
  showErrors,
  type FieldErrors,
} from "../forms/validation.js";
import type { ActionContext } from "../types.js";

/** What an action is started with. */
export interface ActionStart {
  context: WidgetContextValue;
  binding: Binding;
  config: ActionConfig | null | undefined;
  /** What `loadingBehavior: "auto"` means here. */
  auto: Loading;
  /** The form around. */
  form: { readonly element: HTMLElement | null } | undefined;
  /** The field whose change starts the action. */
  field?: FieldEntry | undefined;
  /** Runs only if the form around is valid. @default false */
  validates?: boolean;
  /** The button that was pressed to submit the form, which shows the action as well. */
  pressed?: Binding | undefined;
}

/**
 * Calls the handler of an action. Returns the errors of fields, or a promise of
 * them, which settles with the action and never rejects.
 */
export function dispatchAction(
  { context, form, field, validates }: ActionStart,
  config: ActionConfig,
  /** The node of the action, and its path. */
  found: ReturnType<typeof locate>,
): FieldErrors | undefined | Promise<FieldErrors | undefined> {
  const { type = "", id, key } = found?.node ?? {};
  const at = { node: found?.node, path: found?.path ?? "" };
  const report = (problem: FormProblem) =>
    context.report({ ...problem, ...at });

  const signal = context.signal();
  const handleFailure = (cause: unknown) => {
    let reason: unknown;
    try {
      const failure = (cause ?? {}) as Record<string, unknown>;
      // It was aborted because the widget is gone: there is nothing to report.
      if (signal.aborted && failure["name"] === "AbortError") return undefined;
      const errors = fieldErrorsOf(failure["fieldErrors"]);
      // The messages at the fields say what is wrong.
      if (errors) return errors;
      ({ reason } = failure);
    } catch {
      // Anything may be thrown, also an object that cannot be read: it is reported as it is.
    }
    if (reason === "refused") context.pendingActions.refuse();
    context.report({
      code: "action",
      ...(typeof reason === "string" && { reason }),
      message: messages.actionFailed(config.type, cause),
      ...at,
      cause,
    });
    return undefined;
  };
  try {
    const element = form?.element;
    let fields = element ? readFields(element) : [];
    // The value of a change is known, whether its field is in the form or not.
    if (field && field.name !== "") {
      fields = fields.filter(([name]) => name !== field.name);
      fields.push([field.name, field.value]);
    }
    const values = nestValues(fields, report);
    const action = withFormValues(toAction(config), values, report);
    const actionContext: ActionContext = {
      handler: config.handler === "client" ? "client" : "server",
      streaming: isStreaming(config),
      node: {
        type: toText(type),
        ...(typeof id === "string" && { id }),
        ...(typeof key === "string" && { key }),
        path: at.path,
      },
      ...(element && { formValues: values }),
      signal,
      sendAction: (next) => sendToServer(context, next),
    };
    const handleUnlessInvalid = (errors: unknown) =>
      fieldErrorsOf(errors) ??
      // The widget may be gone before its validation has ended.
      (signal.aborted
        ? undefined
        : callHandler(context, action, actionContext));
    const errors =
      validates && element
        ? context.handlers().validate?.(values, actionContext)
        : undefined;
    const outcome = isThenable(errors)
      ? Promise.resolve(errors).then(handleUnlessInvalid)
      : handleUnlessInvalid(errors);
    return isThenable(outcome)
      ? outcome.then(undefined, handleFailure)
      : outcome;
  } catch (cause) {
    return handleFailure(cause);
  }
}

/** Messages without a field would be lost, so they are reported. */
export function showFieldErrors(
  { context, form, field }: ActionStart,
  errors: FieldErrors | undefined,
) {
  if (!errors) return;
  // A change outside any form has its messages at its field.
  const scope = form?.element ?? field?.element?.closest(".wr-root");
  const lost = scope ? showErrors(scope, errors) : Object.keys(errors);
  if (lost.length === 0) return;
  context.report({
    code: "action",
    reason: "invalid",
    message: messages.fieldErrorsWithoutField(lost, errors),
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
  context: WidgetContextValue,
  action: Action,
  actionContext: ActionContext,
): Promise<undefined> | undefined {
  const { onAction, sendAction } = context.handlers();
  const isClient = actionContext.handler === "client";
  const handler = isClient ? onAction : (sendAction ?? onAction);
  if (!handler) {
    context.report({
      code: "unhandled-action",
      message: messages.unhandledAction(action.type, isClient),
      path: actionContext.node.path,
    });
    return undefined;
  }
  const result: unknown = handler(action, context.item(), actionContext);
  // A handler may return any promise; what it resolves to is not used.
  return isThenable(result)
    ? Promise.resolve(result).then(() => undefined)
    : undefined;
}

export function isThenable<T>(
  value: T | PromiseLike<T>,
): value is PromiseLike<T> {
  return typeof (value as PromiseLike<T> | undefined)?.then === "function";
}

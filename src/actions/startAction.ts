import { flushSync } from "react-dom";
import * as messages from "../context/messages.js";
import type { PendingAction } from "../context/pendingActions.js";
import { resolveLoading } from "../core/action.js";
import { isRecord } from "../core/json.js";
import { locate, nodeKey } from "../core/nodeTree.js";
import { returnFocus } from "../forms/focus.js";
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
  type ActionStart,
} from "./dispatchAction.js";

/** Starts an action, unless it is pending already. */
export function startAction(start: ActionStart) {
  const { context, binding, config, auto, form, field, validates } = start;
  const { pendingActions, settings } = context;
  if (!settings.interactive) return;
  const running = pendingActions.find(binding.owner, binding.name);
  if (running) {
    // The last change counts: it is sent when the pending action has ended.
    running.again = field !== undefined;
    return;
  }
  const element = form?.element;
  // Custom validity depends on what the controls show as well.
  if (validates && element) syncFields(element);
  const invalid = validates && element && firstInvalid(element);
  if (invalid) {
    showInvalid(invalid, settings.labels.invalid);
    return;
  }
  if (!config) return;
  const found =
    locate(context.root(), binding.owner) ?? locate(context.root(), config);
  if (!isRecord(config) || typeof config.type !== "string") {
    context.report({ code: "action", message: messages.noAction, ...found });
    return;
  }
  // An error may depend on another field, or on the server.
  if (validates && element) clearErrors(element);
  const outcome = dispatchAction(start, config, found);
  // A handler that returns no promise is done: there is nothing to wait for.
  if (!isThenable(outcome)) {
    showFieldErrors(start, outcome);
    return;
  }
  const pending: PendingAction = {
    config,
    nodeKey: nodeKey(found?.node),
    loading: resolveLoading(config, auto),
    binding,
    pressed: start.pressed,
  };
  pendingActions.add(pending);
  void outcome.then((errors) => {
    // Nothing in an inert widget takes the focus, so this comes first.
    flushSync(() => pendingActions.delete(pending));
    if (field && pending.loading === "container") returnFocus(field);
    showFieldErrors(start, errors);
    // Another binding, if one has adopted the action. A change of a field that is gone is not sent.
    if (pending.again) pending.binding.restart?.();
  });
}

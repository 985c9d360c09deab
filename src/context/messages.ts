/**
 * The messages of `onError`, for developers: what happened, what follows from it,
 * and how to fix it.
 */
import { messageOf, toText } from "../core/json.js";
import type { WidgetError } from "../types.js";

export * from "../core/messages.js";

/** The error of a node that throws. */
export function nodeFailed(node: unknown, cause: unknown): WidgetError {
  const message = `A node of type "${typeOf(node)}" failed to render and was left out: ${messageOf(cause)}`;
  return { code: "render", message, node, cause };
}

/** The error of a node whose code cannot be loaded. */
export function codeNotLoaded(
  node: unknown,
  cause: unknown,
  consequence: string,
): WidgetError {
  const message = `The code of a node could not be loaded, so ${consequence}. Are all files of the app still served? ${messageOf(cause)}`;
  return { code: "render", message, node, cause };
}

export const tooManyColumns =
  "The cells would span more than 1000 columns, so none spans. Lower colSpan and rowSpan.";

export const noAction =
  'An action is an object with a "type", which is text; this one is not, so nothing happens. Correct the JSON.';

export function unhandledAction(type: string, isClient: boolean): string {
  return `The action "${type.slice(0, 80)}" has no handler, so nothing happens. Pass ${isClient ? '"onAction"' : '"sendAction" or "onAction"'}.`;
}

export function actionFailed(type: string, cause: unknown): string {
  return `The action "${type.slice(0, 80)}" failed: ${messageOf(cause)}`;
}

export function fieldErrorsWithoutField(
  names: readonly string[],
  errors: Readonly<Record<string, string>>,
): string {
  const lost = names.map((name) => `"${name}": ${errors[name]}`).join("; ");
  return `No field has the name of these messages, so they are not shown: ${lost}. Use the names of the fields in the form of the action.`;
}

/** What threw as it was read may do so again. */
function typeOf(node: unknown): string {
  try {
    return toText((node as { type?: unknown } | null)?.type);
  } catch {
    return "?";
  }
}

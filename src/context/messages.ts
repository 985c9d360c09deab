/**
 * The messages of `onError`, for developers: what happened, what follows from it,
 * and how to fix it.
 */
import { describe } from "../core/json.js";

const USUAL_CAUSES =
  "JSON as text needs JSON.parse first, a .widget file renderWidgetTemplate.";

export function noNode(json: unknown): string {
  return `A widget is an object with a "type"; ${describe(json)} is not, and nothing is rendered for it. ${USUAL_CAUSES}`;
}

export function noType(type: unknown): string {
  return `A node needs a "type", which is ${describe(type)} here; its children are rendered instead. ${USUAL_CAUSES}`;
}

export function unknownType(type: string): string {
  return `No component renders nodes of type "${type.slice(0, 80)}"; its children are rendered instead. Pass one in "components", or correct the type.`;
}

export function nodeFailed(type: string, cause: unknown): string {
  return `A node of type "${type}" failed to render and was left out: ${messageOf(cause)}`;
}

export function limitExceeded(limit: string, max: number): string {
  return `The widget exceeds the limit of ${max} for "${limit}"; a notice replaces the rest. Send less, or raise "limits".`;
}

export function blockedStyle(prop: string, value: unknown): string {
  return `The value of "${prop}" was ignored because it may load a resource or break out of its property: ${JSON.stringify(value).slice(0, 120)}. Use a plain CSS value.`;
}

export function blockedUrl(
  kind: "image" | "link",
  url: string,
  prop: string,
  isUnsafe: boolean,
): string {
  return `The ${kind} "${url.slice(0, 120)}" of "${prop}" is not shown: ${isUnsafe ? "its scheme is not allowed" : '"transformUrl" refused it'}.`;
}

export function unknownIcon(name: string): string {
  return `No icon is named "${name.slice(0, 80)}", so none is shown. Use one of ChatKit's, "lucide:<name>", or one in "icons".`;
}

export function codeNotLoaded(consequence: string): string {
  return `The code of a node could not be loaded, so ${consequence}. Are all files of the app still served?`;
}

export const unnamedText =
  'An editable Text without a name cannot be sent, so it is read-only. Give it "editable.name" or "id".';

export const noAction =
  'An action is an object with a "type", which is text; this one is not, so nothing happens. Correct the JSON.';

export function unhandledAction(type: string, isClient: boolean): string {
  return `No handler is there for the action "${type}", so nothing happens. Pass ${isClient ? '"onAction"' : '"sendAction" or "onAction"'} to WidgetRenderer or WidgetProvider.`;
}

export function actionFailed(type: string, cause: unknown): string {
  return `The action "${type}" failed: ${messageOf(cause)}`;
}

export function fieldErrorsWithoutField(
  names: readonly string[],
  errors: Readonly<Record<string, string>>,
): string {
  const lost = names.map((name) => `"${name}": ${errors[name]}`).join("; ");
  return `No field has the name of these messages, so they are not shown: ${lost}. Use the names of the fields in the form of the action.`;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * Messages of `onError` that need no React, for developers: what happened, what
 * follows from it, and how to fix it.
 */
import { describe, toNumber, toText } from "./json.js";
import type { DateRange } from "./isoDate.js";
import { nearestOf } from "./nearest.js";

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

/** Nodes, or a text in place of them, that a node does not render. */
export function lostNodes(prop: string): string {
  return `"${prop.slice(0, 80)}" is not all rendered: nodes, and a text as a Text, are "children" of a container, one in a Transition.`;
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

/** What a number has to be: `least` or more, and whole where it counts something. */
export interface NumberRange {
  least: number;
  whole?: boolean | undefined;
}

/** A value that is no such number, as the arguments of `wrongValue` after the value. */
export function wrongNumber(
  value: unknown,
  { least, whole }: NumberRange,
): [words: [], kind: string, nearest: number | undefined] {
  const near = Math.max(least, parseFloat(toText(value)));
  return [
    [],
    `a ${whole ? "whole number" : "number"} from ${least} up`,
    toNumber(whole ? Math.round(near) : near),
  ];
}

/** Why a value is wrong, and what to write instead. */
export interface Fault {
  message: string;
  /** What may be there, in words. */
  expected: string;
  /** What is there, in words. */
  received: string;
  suggestion?: unknown;
}

/** A value that a property cannot have: it is none of `words`, and not what `kind` says. */
export function wrongValue(
  name: string,
  value: unknown,
  words: Iterable<string>,
  kind?: string,
  nearest: unknown = nearestOf(value, words),
): Fault {
  const expected = [...[...words].slice(0, 50), kind]
    .filter(Boolean)
    .join(", ");
  const received = describe(value);
  const near =
    nearest === undefined ? "" : ` The nearest is ${JSON.stringify(nearest)}.`;
  return {
    message: `"${name}" is ${received}, so the default applies. Allowed: ${expected}.${near}`,
    expected,
    received,
    suggestion: nearest,
  };
}

/** A `min` that is later than the `max`. */
export function reversedDates({ min, max }: DateRange): string {
  return `"min" is later than "max", so each applies as the other: the dates from ${min} to ${max} can be picked.`;
}

/** A text that would be a field if it had a name. */
export const unnamedText =
  'An editable Text needs "editable.name" or "id", so it is read-only.';

/** A property that is needed; `near` is one that is there instead. */
export function missingProp(
  name: string,
  names: readonly string[],
  near: string | undefined,
): string {
  return `"${name}" is missing. ${near === undefined ? `There is ${names.join(", ").slice(0, 80) || "nothing"}` : `"${near}" should be "${name}"`}.`;
}

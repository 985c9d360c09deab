import type { Json } from "../core/json.js";

/** What of a container shows while it is open. */
export type Kind =
  /** Nothing. */
  | "whole"
  /** Its closed properties and its open texts, as soon as its `type` is closed. */
  | "node"
  /** The same, for an object that may be a widget or a patch. */
  | "root"
  /** Its closed properties and its `text`: the status of a Card. */
  | "texts"
  /** Its closed items. */
  | "list"
  /** Its closed items and the node that is open. */
  | "children"
  /** Nothing, but the objects in it may be widgets or patches. */
  | "roots";

/** The texts of a node. They show as far as they have come. */
const TEXTS = /^(?:value|label|title|description|placeholder|alt)$/;

/**
 * What shows of a list or an object that is the property `name` of a container. All
 * others show when they are closed, above all actions: half an action is another one.
 */
export function kindIn(
  kind: Kind,
  name: string | undefined,
  container: Json | unknown[],
  isList: boolean,
): Kind {
  if (kind === "children") return isList ? "whole" : "node";
  if (kind !== "node" && kind !== "root") return "whole";
  if (name === "children") return isList ? "children" : "node";
  // The options of a Select and the rows of a Chart.
  if (isList && /^(?:options|data)$/.test(name ?? "")) return "list";
  if (!isList && name === "status") return "texts";
  // Structured outputs have an object around: {"widget": …}.
  if (kind === "root" && /^widgets?$/.test(name ?? "")) {
    const { type, op } = container as Json;
    if (type === undefined && op === undefined)
      return isList ? "roots" : "root";
  }
  return "whole";
}

/** Whether the text `name` of a container shows while it is open. */
export function growsIn(kind: Kind, name: string): boolean {
  if (kind === "texts") return name === "text";
  return (kind === "node" || kind === "root") && TEXTS.test(name);
}

import { shareStructure } from "../../src/core/shareStructure.js";
import { evaluate, type Source } from "../evaluate.js";
import type { Range } from "../json/syntax.js";
import { nodesOf } from "./nodeList.js";

/** A property that no template has: it says which text printed an object. */
const MARK = "playground:origin";

/** `"type": "Card"` as templates have it, of a text that no expression gives. */
const TYPE = /"type"\s*:\s*"[^"\\{}%#]*"/g;

/**
 * Where the template prints the nodes of its widget: the part with their type, by pointer. Each such part gets a
 * mark, and the marked template is rendered. It counts only if its widget is the same but for the marks. A node
 * whose type comes from the data or from an expression has no origin.
 */
export function templateOrigins(
  source: Source,
  widget: unknown,
): ReadonlyMap<string, Range> {
  const origins = new Map<string, Range>();
  if (source.template.includes(MARK)) return origins;
  const parts: Range[] = [];
  const template = source.template.replace(
    TYPE,
    (part: string, from: number) => {
      parts.push({ from, to: from + part.length });
      return `${part}, "${MARK}": ${parts.length - 1}`;
    },
  );
  const marked = evaluate({ ...source, mode: "template", template }).widget;
  try {
    if (shareStructure(widget, withoutMarks(marked)) !== widget) return origins;
  } catch {
    // It has more levels than can be copied.
    return origins;
  }
  for (const { path, json } of nodesOf(marked)) {
    const mark = json[MARK];
    const part = typeof mark === "number" ? parts[mark] : undefined;
    if (part) origins.set(path, part);
  }
  return origins;
}

function withoutMarks(json: unknown): unknown {
  return JSON.parse(
    JSON.stringify(json ?? null, (key, value: unknown) =>
      key === MARK ? undefined : value,
    ),
  );
}

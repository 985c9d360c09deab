import { describe, isObject, type Json } from "../core/json.js";
import type { Fault } from "../core/messages.js";
import { pointer } from "./snapshot.js";

const PART = /\{[{%][^]{0,60}?(?:[%}]\}|$)|\{\{/;

/** Reports texts of a node with a part of a template that was not filled in. */
export function findTemplate(
  node: Json,
  path: string,
  report: (path: string, fault: Fault) => void,
) {
  const visit = (value: unknown, at: string) => {
    if (typeof value === "string") {
      // What Markdown shows as code may be a template.
      const isMarkdown = node["type"] === "Markdown";
      const text = isMarkdown ? value.replace(/(`+)[^]*?\1/g, "") : value;
      const part = PART.exec(text)?.[0];
      if (part === undefined) return;
      report(at, {
        message: `${JSON.stringify(part)} is a part of a template that was not filled in. Render it first, with renderWidgetTemplate.`,
        expected: "a value",
        received: describe(part),
      });
    } else if (isObject(value)) {
      for (const [name, child] of Object.entries(value)) {
        if (value !== node || name !== "children") {
          visit(child, pointer(at, name));
        }
      }
    }
  };
  visit(node, path);
}

import { describe, isObject, type Json } from "../core/json.js";
import { defaultLimits } from "../core/limits.js";
import type { Fault } from "../core/messages.js";
import { pointer } from "./snapshot.js";

/** Code in Markdown: it ends with as many marks as it begins with. */
const CODE = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g;

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
      // What is longer is not shown, and would take long.
      const shown = value.slice(0, defaultLimits.text);
      const text = isMarkdown ? shown.replace(CODE, "") : shown;
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

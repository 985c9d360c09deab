import type { Source } from "../evaluate.js";
import { pretty } from "../pretty.js";

/** The text of a `.widget` file: of the template, or of one that prints the JSON. */
export function printWidgetFile(
  { mode, json, template, schema }: Source,
  name: string,
  widget: unknown,
): string {
  return pretty({
    version: "1.0",
    name,
    template: mode === "template" ? template : asTemplate(json),
    ...(mode === "template" &&
      schema.trim() !== "" && { jsonSchema: JSON.parse(schema) as unknown }),
    outputJsonPreview: widget,
  });
}

/**
 * JSON as a template that prints it. What begins an expression, a statement or a comment of a template is in
 * JSON always part of a text, where a bracket may be written as its number.
 */
function asTemplate(json: string): string {
  return json.replace(/\{(?=[{%#])/g, "\\u007b");
}

import type { OutputUnit } from "@cfworker/json-schema";
import { compile, inTemplate, type WidgetFile } from "./compile.js";
import { positionIn, WidgetFileError } from "./error.js";
import { isRecord } from "./file.js";

import { renderTemplate } from "./jinja/index.js";
import { jsonErrorOffset, parseJson } from "./json.js";

export interface RenderWidgetTemplateOptions {
  /**
   * Is called with an error if the data does not fit the file's `jsonSchema`. The template is rendered in spite of it.
   * Without this option the console shows a warning, once for each file and message.
   */
  onIssue?: ((issue: WidgetFileError) => void) | undefined;
  /** Throws that error instead of rendering. @default false */
  strict?: boolean | undefined;
}

/**
 * Renders a widget file with data, as a ChatKit server does. The template prints what Jinja2 3.1 prints with
 * `StrictUndefined`, so a name that the data does not have is an error. A part of Jinja2 that this engine does not
 * support is an error as well, with its name and position: it never prints another text than Jinja2. The data is copied
 * as JSON, so it is not changed. A number without a fraction is a whole number to the template.
 *
 * Data that does not fit the `jsonSchema` of the file is reported to `onIssue` and rendered, because the server does not
 * check the schema either. With `strict` it throws.
 *
 * A template that would not end is stopped: `range()` makes at most 100,000 numbers, and one rendering takes at most
 * 200,000 steps (an expression, 20 items of a list, or 1,000 characters) and makes values of at most 4 million characters
 * or items.
 *
 * The result is a widget. Its type is `any`, as that of `JSON.parse`, because only the running template decides it.
 *
 * @param data the values of the template's names; `file.defaultState` is the sample data of Studio
 * @throws {WidgetFileError} `undefined-variable`, `template-error`, `invalid-json-result` or `not-a-widget`;
 *   `invalid-data` where `strict` is set, or the data is no JSON object
 * @example
 * const widget = renderWidgetTemplate(file, { name: "Ada", items: [] });
 */
export function renderWidgetTemplate(
  file: WidgetFile,
  data: object = {},
  { onIssue, strict = false }: RenderWidgetTemplateOptions = {},
  // oxlint-disable-next-line typescript/no-explicit-any -- as with `JSON.parse`
): any {
  const { program, validate, warned } = compile(file);
  const json = copyOf(data);
  const problems = validate?.(json) ?? [];
  if (problems.length > 0) {
    const issue = invalidData(file, problems);
    if (strict) throw issue;
    if (onIssue) onIssue(issue);
    else if (!warned.has(issue.message)) {
      warned.add(issue.message);
      console.warn(issue.message);
    }
  }
  const output = inTemplate(file, () => renderTemplate(program, json));
  return asWidget(parseOutput(output));
}

function copyOf(data: unknown): Record<string, unknown> {
  let json: unknown;
  let cause: unknown;
  try {
    json = parseJson(JSON.stringify(data));
  } catch (error) {
    cause = error;
  }
  if (isRecord(json)) return json;
  throw new WidgetFileError(
    "invalid-data",
    `The data of a widget template must be a JSON object${cause instanceof Error ? `: ${cause.message}` : ""}. Pass a plain object whose keys are the template's names.`,
    { path: "", cause },
  );
}

/** Keywords whose errors only say that a part of the value is wrong: the error of that part is in the list as well. */
const CONTAINERS = [
  "$ref",
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
  "prefixItems",
  "items",
  "unevaluatedItems",
  "allOf",
  "anyOf",
  "oneOf",
];

function invalidData(file: WidgetFile, errors: OutputUnit[]): WidgetFileError {
  const leaves = errors.filter((error) => !CONTAINERS.includes(error.keyword));
  const problems = (leaves.length > 0 ? leaves : errors).map((error) => ({
    path: decodeURIComponent(error.instanceLocation.slice(1)),
    text:
      error.keyword === "false"
        ? "It is not allowed here."
        : error.error.replace(/\binstance\b/gi, (word) =>
            word === "Instance" ? "The value" : "value",
          ),
  }));
  const shown = problems
    .slice(0, 3)
    .map(({ path, text }) => `${path || "the data"}: ${text}`)
    .join(" ");
  const more = problems.length > 3 ? ` And ${problems.length - 3} more.` : "";
  return new WidgetFileError(
    "invalid-data",
    `The data does not fit the jsonSchema of the widget file${file.name && ` "${file.name}"`}. ${shown}${more} Correct the data, or the schema.`,
    { path: problems[0]?.path },
  );
}

function parseOutput(output: string): unknown {
  try {
    return parseJson(output);
  } catch (cause) {
    if (output.trim() === "") {
      throw new WidgetFileError(
        "invalid-json-result",
        "The template printed nothing. Let it print the JSON of a widget.",
        { cause },
      );
    }
    const offset = jsonErrorOffset(output);
    const { line, column, text } = positionIn(output, offset);
    throw new WidgetFileError(
      "invalid-json-result",
      `What the template printed is not JSON: it breaks at ${text} (of the printed text). ${advice(output, offset)}`,
      { line, column, cause },
    );
  }
}

function advice(output: string, offset: number): string {
  return /,\s*$/.test(output.slice(0, offset)) &&
    /^\s*([\]},]|$)/.test(output.slice(offset))
    ? "A comma has nothing after it: print it between two items only, with {% if not loop.last %},{% endif %}."
    : "Print every value with the filter tojson, {{ name | tojson }}, and a comma between two items.";
}

function asWidget(result: unknown): object {
  if (isRecord(result) && typeof result["type"] === "string") {
    return result;
  }
  const what = isRecord(result)
    ? `an object without a "type"`
    : Array.isArray(result)
      ? "a list"
      : JSON.stringify(result).slice(0, 40);
  throw new WidgetFileError(
    "not-a-widget",
    `The template printed JSON that is not a widget: ${what}. A widget is an object like {"type": "Card", "children": […]}.`,
  );
}

import type { OutputUnit } from "@cfworker/json-schema";
import { compile, inTemplate, type WidgetFile } from "./compile.js";
import { WidgetFileError, placeIn } from "./error.js";
import { isRecord } from "./file.js";

import { renderTemplate } from "./jinja/index.js";
import { jsonErrorOffset, parseJson } from "./json.js";

export interface RenderWidgetTemplateOptions {
  /**
   * Takes the error of data that does not fit the file's `jsonSchema`; the template is rendered all the same. Without it,
   * the console shows a warning, once for each file and message.
   */
  onIssue?: ((issue: WidgetFileError) => void) | undefined;
  /** Throws that error instead. */
  strict?: boolean | undefined;
}

/**
 * Renders a widget file with data, as a ChatKit server does: the template prints what Jinja2 3.1 prints with
 * `StrictUndefined`, so a name that the data does not have is an error. What this engine lacks of Jinja2 is an error too,
 * with its name and place, and never other text. The data is copied as JSON, so it is never changed; a number without a
 * fraction is a whole number to the template.
 *
 * Data that does not fit the file's own `jsonSchema` is reported to `onIssue` and rendered, since the server does not
 * look at the schema. `strict` throws.
 *
 * A template that does not end by itself is stopped: `range()` makes at most 100,000 numbers, and one rendering takes
 * at most 200,000 steps (an expression, 20 items of a list, or 1,000 characters) and makes values of at most 4 million
 * characters or items.
 *
 * What it gives is a widget, and typed as `JSON.parse` types JSON: what a template prints is known when it runs.
 *
 * @param data what the template's names stand for; `file.defaultState` holds Studio's sample
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

/** These tell that something below is wrong, which has an entry of its own. */
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
    const { line, column, text } = placeIn(output, offset);
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
    ? "A comma stands before nothing: print it between two items only, with {% if not loop.last %},{% endif %}."
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

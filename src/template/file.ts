import { type WidgetFile, compile } from "./compile.js";
import { WidgetFileError, positionIn } from "./error.js";
import { jsonErrorOffset, parseJson } from "./json.js";

/**
 * Reads a `.widget` file and checks its template.
 *
 * @param source the text of the file, or the object that was parsed from it
 * @throws {WidgetFileError} `not-json`, `not-a-widget-file`, `template-syntax`, or `template-error` for a filter or test
 *   that is not known
 * @example
 * const file = parseWidgetFile(await readFile("order.widget", "utf8"));
 * const widget = renderWidgetTemplate(file, { items });
 */
export function parseWidgetFile(source: string | object): WidgetFile {
  const json = typeof source === "string" ? parseText(source) : source;
  if (!isRecord(json)) {
    throw new WidgetFileError(
      "not-a-widget-file",
      `A widget file is a JSON object with "version", "name" and "template"; this is ${Array.isArray(json) ? "a list" : String(json)}. Export the widget from Widget Studio again.`,
      { path: "" },
    );
  }
  const version = text(json, "version") ?? "1.0";
  if (!/^1(\.|$)/.test(version)) {
    throw new WidgetFileError(
      "not-a-widget-file",
      `The widget file has version "${version}"; version 1.0 is the one that can be read. Export it as 1.0, or update this library.`,
      { path: "/version" },
    );
  }
  const template = text(json, "template");
  if (template === undefined) {
    throw new WidgetFileError(
      "not-a-widget-file",
      'The widget file has no "template", the Jinja text that prints the widget. Export the widget from Widget Studio again; JSON that is a widget already needs no template.',
      { path: "/template" },
    );
  }
  const jsonSchema = json["jsonSchema"] ?? undefined;
  if (
    jsonSchema !== undefined &&
    typeof jsonSchema !== "boolean" &&
    !isRecord(jsonSchema)
  ) {
    throw new WidgetFileError(
      "not-a-widget-file",
      'The "jsonSchema" of the widget file is no JSON Schema: an object is needed. Correct it, or leave it out.',
      { path: "/jsonSchema" },
    );
  }
  const encodedWidget =
    typeof json["encodedWidget"] === "string"
      ? json["encodedWidget"]
      : undefined;
  const file: WidgetFile = {
    version,
    name: text(json, "name") ?? "",
    template,
    jsonSchema,
    outputJsonPreview: json["outputJsonPreview"],
    encodedWidget,
    defaultState:
      encodedWidget === undefined ? undefined : sample(encodedWidget),
  };
  compile(file);
  return file;
}

function parseText(source: string): unknown {
  const json = source.replace(/^\ufeff/, "");
  try {
    return parseJson(json);
  } catch (cause) {
    const { line, column, text } = positionIn(json, jsonErrorOffset(json));
    throw new WidgetFileError(
      "not-json",
      `The widget file is not JSON: it breaks at ${text}. Pass the whole text of a .widget file.`,
      { line, column, cause },
    );
  }
}

function text(json: Record<string, unknown>, field: string) {
  const value = json[field] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  throw new WidgetFileError(
    "not-a-widget-file",
    `The "${field}" of the widget file must be a text, not ${JSON.stringify(value)}.`,
    { path: `/${field}` },
  );
}

/** Reads the sample data. Some files have another text in this field, so a text that cannot be read is not an error. */
function sample(encoded: string): Record<string, unknown> | undefined {
  try {
    const binary = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    const studio = parseJson(new TextDecoder().decode(bytes));
    const state = isRecord(studio) ? studio["defaultState"] : undefined;
    return isRecord(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

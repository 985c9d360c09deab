import type { WidgetNode } from "../src/index.js";
import { validateWidget } from "../src/schema/index.js";
import {
  WidgetFileError,
  parseWidgetFile,
  renderWidgetTemplate,
} from "../src/template/index.js";
import { positionIn } from "../src/template/error.js";
import { jsonErrorOffset } from "../src/template/json.js";
import { splitPointer } from "./json/pointer.js";
import { findValue } from "./json/syntax.js";
import type { Shared } from "./share.js";

/** The texts one can edit. */
export type TextName = "json" | "template" | "data" | "schema";

export type Source = Pick<Shared, "mode" | TextName>;

/** The texts that are shown. The result of a template is one that nobody edits. */
export type ShownText = TextName | "result";

export interface Place {
  text: ShownText;
  /** From 1. */
  line: number;
  column: number;
}

export interface Problem {
  code: string;
  message: string;
  /** `hint`: the widget renders as it was meant. */
  severity?: "error" | "hint";
  /** JSON pointer into the widget or the data. */
  path?: string | undefined;
  place?: Place | undefined;
  /** The text is a whole `.widget` file, which can be taken apart. */
  isFile?: boolean;
}

export type Result =
  | { widget: WidgetNode; problem?: undefined }
  | { widget?: undefined; problem: Problem };

/** The widget that the texts say, or why there is none. */
export function evaluate(source: Source): Result {
  try {
    return {
      widget: (source.mode === "json"
        ? fromJson(source.json)
        : fromTemplate(source)) as WidgetNode,
    };
  } catch (error) {
    return {
      problem: error instanceof Unusable ? error.problem : other(error),
    };
  }
}

class Unusable extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

function other(error: unknown): Problem {
  return {
    code: "error",
    message: error instanceof Error ? error.message : String(error),
  };
}

function fromJson(json: string): unknown {
  const widget = parse(json, "json") as Record<string, unknown> | null;
  if (typeof widget?.["template"] === "string" && !("type" in widget)) {
    throw new Unusable({
      code: "not-a-widget",
      message: "This is a .widget file: a template, not yet the widget's JSON.",
      isFile: true,
    });
  }
  return widget;
}

function fromTemplate({ template, data, schema }: Source): unknown {
  const values = parse(data, "data");
  const jsonSchema = schema.trim() ? parse(schema, "schema") : undefined;
  try {
    const file = parseWidgetFile({
      version: "1.0",
      name: "",
      template,
      jsonSchema,
    });
    return renderWidgetTemplate(file, values as object, { strict: true });
  } catch (error) {
    if (!(error instanceof WidgetFileError)) throw error;
    throw new Unusable({
      code: error.code,
      message: error.message,
      path: error.path,
      place: placeOf(error, data),
    });
  }
}

function placeOf(error: WidgetFileError, data: string): Place | undefined {
  if (error.code === "invalid-data")
    return locate(data, error.path ?? "", "data");
  // Of the printed text, which is not among those one can edit.
  if (error.code === "invalid-json-result") return undefined;
  const { line, column = 1 } = error;
  return line === undefined ? undefined : { text: "template", line, column };
}

function parse(json: string, text: TextName): unknown {
  try {
    return JSON.parse(json);
  } catch {
    const {
      line,
      column,
      text: where,
    } = positionIn(json, jsonErrorOffset(json));
    throw new Unusable({
      code: "not-json",
      message:
        json.trim() === ""
          ? "There is nothing yet: type or paste JSON."
          : `This is not JSON: it breaks at ${where}`,
      place: { text, line, column },
    });
  }
}

/** The place of a JSON pointer in the text of the JSON. */
export function locate(
  json: string,
  pointer: string,
  text: ShownText,
): Place | undefined {
  const value = findValue(json, pointer);
  if (!value) return undefined;
  const { line, column } = positionIn(json, value.from);
  return { text, line, column };
}

/** What `validateWidget` finds in a widget. What is missing has the place of what lacks it. */
export function issuesOf(
  widget: unknown,
  placeOf: (path: string) => Place | undefined,
): Problem[] {
  return validateWidget(widget).map(
    ({ code, message, severity, path }): Problem => ({
      code,
      message,
      severity,
      path,
      place: placeOf(path) ?? placeOf(splitPointer(path)[0]),
    }),
  );
}

/**
 * Why a widget file cannot be used:
 * - `not-json`: the file is not JSON text.
 * - `not-a-widget-file`: it is JSON, but a part of a widget file is missing, or its `jsonSchema` cannot be used.
 * - `template-syntax`: the template cannot be parsed.
 * - `undefined-variable`: the template uses a name or attribute that the data does not have.
 * - `template-error`: a filter or test that is not known or not supported, or any other failure while the template runs.
 * - `invalid-data`: the data is no JSON object, or does not fit the file's `jsonSchema`.
 * - `invalid-json-result`: what the template printed is not JSON.
 * - `not-a-widget`: it is JSON, but no object with a `type`.
 */
export type WidgetFileErrorCode =
  | "not-json"
  | "not-a-widget-file"
  | "template-syntax"
  | "undefined-variable"
  | "template-error"
  | "invalid-data"
  | "invalid-json-result"
  | "not-a-widget";

export interface WidgetFileErrorDetails {
  line?: number | undefined;
  column?: number | undefined;
  path?: string | undefined;
  cause?: unknown;
}

/**
 * A widget file, or the data for it, that cannot be used. The message says what happened, where, and how to fix it.
 *
 * @example
 * try {
 *   renderWidgetTemplate(file, data, { strict: true });
 * } catch (error) {
 *   if (error instanceof WidgetFileError && error.code === "invalid-data") showField(error.path);
 *   else throw error;
 * }
 */
export class WidgetFileError extends Error {
  override readonly name = "WidgetFileError";

  readonly code: WidgetFileErrorCode;

  /** The line, from 1: of the template, for `not-json` of the file, for `invalid-json-result` of the printed text. */
  readonly line: number | undefined;

  /** The column in that line, from 1. */
  readonly column: number | undefined;

  /** A JSON pointer: into the data for `invalid-data`, into the file for `not-a-widget-file`. */
  readonly path: string | undefined;

  constructor(
    code: WidgetFileErrorCode,
    message: string,
    { line, column, path, cause }: WidgetFileErrorDetails = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.line = line;
    this.column = column;
    this.path = path;
  }
}

/** A position in a text: its line and column, and a sentence with the text around it. */
export function positionIn(text: string, offset: number) {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const start = Math.max(0, offset - 30);
  const end = Math.min(text.length, offset + 40);
  const excerpt =
    (start > 0 ? "…" : "") +
    text.slice(start, end).replace(/\s+/g, " ").trim() +
    (end < text.length ? "…" : "");
  return {
    line,
    column,
    text: `line ${line}, column ${column}${excerpt && `, near: ${excerpt}`}`,
  };
}

import { messageOf } from "../core/json.js";
import { type OutputUnit, Validator } from "@cfworker/json-schema";
import { WidgetFileError, positionIn } from "./error.js";
import { JinjaError, type Template, parseTemplate } from "./jinja/index.js";

interface Compiled {
  program: Template;
  validate: ((data: object) => OutputUnit[]) | undefined;
  /** The warnings that the console has shown: each is shown once, though the widget may be rendered often. */
  warned: Set<string>;
}

const cache = new WeakMap<WidgetFile, Compiled>();

/** The parsed template and the validator of a file, made once for each file. */
export function compile(file: WidgetFile): Compiled {
  const known = cache.get(file);
  if (known) return known;
  const compiled = {
    program: inTemplate(file, () => parseTemplate(file.template)),
    validate: validator(file),
    warned: new Set<string>(),
  };
  cache.set(file, compiled);
  return compiled;
}

const CODES = {
  syntax: "template-syntax",
  undefined: "undefined-variable",
  unknown: "template-error",
  runtime: "template-error",
} as const;

const FIXES = {
  syntax: "Correct the template.",
  unknown: "Correct the template.",
  undefined:
    "Add it to the data, correct its name in the template, or give it a fallback there: {{ name | default(…) | tojson }}.",
  runtime: "Correct the template, or the data that it is given.",
};

/** Runs a function; an error of the template is thrown again with its line and column. */
export function inTemplate<T>({ name, template }: WidgetFile, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    const error = cause instanceof RangeError ? tooDeep(cause) : cause;
    if (!(error instanceof JinjaError)) throw error;
    const position =
      error.offset === undefined
        ? undefined
        : positionIn(template, error.offset);
    throw new WidgetFileError(
      CODES[error.kind],
      `${error.message} This is in the template${name && ` of "${name}"`}${position ? `, ${position.text}` : ""}. ${FIXES[error.kind]}`,
      { line: position?.line, column: position?.column, cause },
    );
  }
}

/** A RangeError means a limit of JavaScript: of the stack, or of the length of a text. */
function tooDeep(cause: RangeError): JinjaError {
  return new JinjaError(
    "runtime",
    "The template or its data is nested too deeply, calls itself without end, or makes too long a text.",
    undefined,
    { cause },
  );
}

function validator({ jsonSchema }: WidgetFile): Compiled["validate"] {
  if (jsonSchema === undefined || jsonSchema === true) return undefined;
  const guard = <T>(run: () => T): T => {
    try {
      return run();
    } catch (cause) {
      const why =
        cause instanceof RangeError
          ? 'A "$ref" in it leads to itself, or it is nested too deeply.'
          : messageOf(cause);
      throw new WidgetFileError(
        "not-a-widget-file",
        `The "jsonSchema" of the widget file cannot be used: ${why} Correct it, or leave it out.`,
        { path: "/jsonSchema", cause },
      );
    }
  };
  // The validator writes into the schema, so it gets a copy.
  const schema = JSON.parse(JSON.stringify(jsonSchema)) as object;
  const compiled = guard(() => new Validator(schema, "2020-12", false));
  return (data) => guard(() => compiled.validate(data)).errors;
}

/** A `.widget` file as Widget Studio exports it. */
export interface WidgetFile {
  /** The format of the file, `"1.0"`. */
  readonly version: string;
  /** The name to show to users; empty if the file has none. */
  readonly name: string;
  /** The Jinja template that prints the widget's JSON. */
  readonly template: string;
  /** The JSON Schema (draft 2020-12) of the template's data. */
  readonly jsonSchema: object | boolean | undefined;
  /** The widget as Studio rendered it when the file was saved. It may be older than the template. */
  readonly outputJsonPreview: unknown;
  /** The document of Studio, in base64url. */
  readonly encodedWidget: string | undefined;
  /** The sample data in `encodedWidget`, if it has some that can be read. */
  readonly defaultState: Record<string, unknown> | undefined;
}

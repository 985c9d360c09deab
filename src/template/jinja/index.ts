import type { Statement } from "./ast.js";
import { startBudget } from "./budget.js";
import { unknown } from "./error.js";
import { isFilter } from "./filters.js";
import { run } from "./interpreter.js";
import { parse } from "./parser.js";
import { Dict, None, type Value } from "./python/values.js";
import { isTest } from "./tests.js";

export { JinjaError } from "./error.js";

/** A parsed template. */
export type Template = Statement[];

/**
 * Parses a template as Jinja2 3.1 does with its default settings.
 * @throws {JinjaError} of kind `syntax`, or `unknown` for a filter or test that is not known, with the position
 */
export function parseTemplate(source: string): Template {
  startBudget();
  const { body, uses } = parse(source);
  for (const { kind, name, offset } of uses) {
    if (!(kind === "filter" ? isFilter : isTest)(name)) {
      unknown(kind, name, offset);
    }
  }
  return body;
}

/**
 * Gives what the template prints with Jinja2's `StrictUndefined`: a name that does not exist may be tested with
 * `is defined` and given a `default`; any other use of it is an error.
 */
export function renderTemplate(
  template: Template,
  data: Readonly<Record<string, unknown>>,
): string {
  startBudget();
  const names = new Map(
    Object.entries(data).map(([name, value]) => [name, fromJson(value)]),
  );
  return run(template, names);
}

/**
 * The value that Python's `json.loads` makes of JSON. JavaScript does not keep `3` and `3.0` apart: a number without a
 * fraction is a whole one.
 */
function fromJson(value: unknown): Value {
  if (typeof value === "number") {
    const text = JSON.stringify(value);
    return /^-?\d+$/.test(text) ? BigInt(text) : value;
  }
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value === "object" && value !== null) {
    return new Dict(
      Object.entries(value).map(
        ([key, item]) => [key, fromJson(item)] as const,
      ),
    );
  }
  return value === null ? None : (value as Value);
}

import {
  describe,
  isRecord,
  type Json,
  toNumber,
  toText,
} from "../core/json.js";
import {
  missingProp,
  type NumberRange,
  wrongNumber,
  wrongValue,
} from "../core/messages.js";
import { nearestOf } from "../core/nearest.js";
import { patternFlag } from "../core/pattern.js";
import { catalogue, resolve } from "./catalogue.js";
import { checkKind } from "./checkKind.js";
import { nearName, sameName } from "./names.js";
import { pointer } from "./snapshot.js";
import type { CheckContext, JsonSchema, ReportIssue } from "./types.js";

type Schema = JsonSchema | boolean | undefined;

/** Reports what does not fit a schema. `at` is the path from the node, `name` what messages call the value. */
function checkValue(
  schema: Schema,
  value: unknown,
  at: string,
  name: string,
  context: CheckContext,
): void {
  if (schema === false) schema = { enum: [] };
  if (typeof schema !== "object") return;
  const target = schema.$ref?.replace("#/$defs/", "");
  if (target !== undefined) {
    const { report } = context;
    const rest = context.isHost
      ? { schema: context.defs[target], value, at, report }
      : checkKind(target, value, at, name, context);
    if (rest) {
      checkValue(rest.schema, rest.value, rest.at, name, {
        ...context,
        report: rest.report,
      });
    }
    return;
  }
  const wrong = (
    words: readonly string[],
    kind?: string,
    nearest?: unknown,
  ) => {
    const fault = wrongValue(name, value, words, kind, nearest);
    context.report("invalid-prop", "error", at, fault);
  };
  for (const one of schema.allOf ?? []) {
    checkValue(one, value, at, name, context);
  }
  const branches = schema.anyOf ?? schema.oneOf;
  const words = schema.enum ?? ("const" in schema ? [schema.const] : undefined);
  if (branches) checkBranches(branches, value, at, name, context, wrong);
  if (words) {
    const texts = words.map(toText);
    if (!words.includes(value)) wrong(texts, undefined, sameName(value, texts));
  } else if (checkType(schema, value, at, name, context, wrong)) {
    if (isRecord(value)) checkObject(schema, value, at, context);
    else if (Array.isArray(value)) {
      value.forEach((item, i) => {
        const path = pointer(at, i);
        checkValue(schema.items, item, path, `${name}/${i}`, context);
      });
    } else checkScalar(schema, value, wrong);
  }
}

type Wrong = (
  words: readonly string[],
  kind?: string,
  nearest?: unknown,
) => void;

/** The types of a schema, none where it takes any. */
export function typesOf(schema: JsonSchema): readonly string[] {
  return [schema.type ?? (schema.properties ? "object" : [])].flat();
}

/** Whether a value has a type of a schema. One that the renderer reads as such is a hint. */
function checkType(
  schema: JsonSchema,
  value: unknown,
  at: string,
  name: string,
  { isHost, report }: CheckContext,
  wrong: Wrong,
): boolean {
  const types = typesOf(schema);
  const has = (type: string) => types.includes(type);
  const actual = typeOf(value);
  const [type] = types;
  const isNumber = type === "integer" || (type === "number" && !has("string"));
  if (!isHost && isNumber) return checkNumber();
  if (types.length === 0 || has(actual)) return true;
  if (has("integer") && Number.isInteger(value)) return true;
  const isText = has("string");
  const read = isHost
    ? undefined
    : has("boolean") && /^(?:true|false)$/.test(toText(value))
      ? value === "true"
      : isText
        ? toText(value) || undefined
        : undefined;
  if (read !== undefined) readAs(read);
  else if (type === "boolean") {
    const words = ["true", "false"];
    const near = nearestOf(value, words);
    wrong(words, undefined, near && near === "true");
  } else {
    const main = mainOf(schema);
    const text = toText(value);
    const texts = isText && value ? Object.values(value).map(toText) : [];
    wrong(
      [],
      kindOf(schema),
      isText
        ? texts.filter(Boolean).join(" ").slice(0, 80) || undefined
        : main && text
          ? { [main]: text }
          : undefined,
    );
  }
  return false;

  function readAs(read: unknown) {
    const received = describe(value);
    const message = `"${name}" is ${received}, which is read as ${JSON.stringify(read)}.`;
    const expected = kindOf(schema);
    const fault = { message, expected, received, suggestion: read };
    report("invalid-prop", "hint", at, fault);
  }

  function checkNumber(): false {
    const n = toNumber(value);
    if (isInRange(schema, n)) {
      if (n !== value) readAs(n);
    } else if (value !== "") wrong(...wrongNumber(value, rangeOf(schema)));
    return false;
  }
}

function rangeOf({ type, minimum }: JsonSchema): NumberRange {
  const least = typeof minimum === "number" ? minimum : -Infinity;
  return { least, whole: type === "integer" };
}

function isInRange(schema: JsonSchema, n: number | undefined): boolean {
  const { least, whole } = rangeOf(schema);
  return n !== undefined && n >= least && !(whole && n % 1);
}

/** What JSON Schema calls the type of a value. */
export function typeOf(value: unknown): string {
  return Array.isArray(value)
    ? "array"
    : value === null
      ? "null"
      : typeof value;
}

/** What a schema takes, in the words of the renderer's reports. */
function kindOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map(toText).join(", ");
  const types = typesOf(schema);
  const main = mainOf(schema);
  return types
    .filter((type) => type !== "number" || !types.includes("string"))
    .map((type) =>
      type === "string"
        ? "a text"
        : type === "array"
          ? "a list"
          : type === "boolean"
            ? "true, false"
            : type === "object"
              ? `an object${main === undefined ? "" : ` with "${main}"`}`
              : type === "null"
                ? type
                : schema.minimum === undefined
                  ? `a ${type}`
                  : wrongNumber(0, rangeOf(schema))[1],
    )
    .join(", ");
}

/** The property that a text alone is meant as. */
export function mainOf({ required = [] }: JsonSchema): string | undefined {
  return required.includes("label") ? "label" : required[0];
}

/** The branch that a value fits; else the one of its shape says what is wrong. */
function checkBranches(
  branches: readonly Schema[],
  value: unknown,
  at: string,
  name: string,
  context: CheckContext,
  wrong: Wrong,
) {
  const tried = branches.map((branch) => {
    const issues: Parameters<ReportIssue>[] = [];
    const report: ReportIssue = (...issue) => void issues.push(issue);
    checkValue(branch, value, at, name, { ...context, report });
    return { branch: resolve(branch, context.defs), issues };
  });
  const actual = typeOf(value);
  const best =
    tried.find(({ issues }) => issues.length === 0) ??
    tried.find(({ issues }) => issues.every((issue) => issue[1] === "hint")) ??
    tried
      .filter(({ branch }) =>
        typesOf(branch).some(
          (type) => type.replace("integer", "number") === actual,
        ),
      )
      .sort((a, b) => a.issues.length - b.issues.length)[0];
  for (const issue of best?.issues ?? []) context.report(...issue);
  if (best) return;
  const words = tried.flatMap(({ branch }) => (branch.enum ?? []).map(toText));
  const kinds = tried.flatMap(({ branch }) =>
    branch.enum ? [] : kindOf(branch).split(", "),
  );
  const others = new Set(kinds.filter((kind) => !words.includes(kind)));
  wrong(words, [...others].join(", "), sameName(value, words));
}

/** The properties of an object: wrong ones, those that lack, those that it does not have. */
export function checkObject(
  schema: JsonSchema,
  json: Json,
  at: string,
  context: CheckContext,
  /** Names that are no properties of the schema, and right. */
  others: readonly string[] = [],
) {
  const { properties = {}, required = [], additionalProperties } = schema;
  const { isHost, report } = context;
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(json)) {
    const path = pointer(at, name);
    if (others.includes(name)) continue;
    if (Object.hasOwn(properties, name)) {
      // What is absent may be `null`; the renderer takes it as a value that is still to come.
      if (value !== null || (isHost && required.includes(name))) {
        checkValue(properties[name], value, path, name, context);
      }
    } else if (typeof additionalProperties === "object") {
      const label = path.slice(1);
      checkValue(additionalProperties, value, path, label, context);
    } else if (
      value !== null &&
      (schema.properties || additionalProperties === false)
    ) {
      unknown.push(name);
    }
  }
  for (const name of required) {
    if (Object.hasOwn(json, name)) continue;
    const near =
      sameName(name, unknown) ??
      nearestOf(name, unknown) ??
      // The only thing that the node does not know is what it lacks.
      (unknown.length + required.length === 2 ? unknown[0] : undefined);
    if (near !== undefined) unknown.splice(unknown.indexOf(near), 1);
    report("missing-prop", "error", pointer(at, name), {
      message: missingProp(name, Object.keys(json).slice(0, 50), near),
      expected: expectedOf(properties[name], context),
      received: near === undefined ? "nothing" : `"${near}"`,
      suggestion: near === undefined ? undefined : json[near],
    });
  }
  // An action may have keys that only the server knows.
  if (schema === catalogue().values["ActionConfig"]) return;
  const names = Object.keys(properties);
  const free = names.filter((name) => json[name] == null);
  for (const name of unknown) {
    const near = nearName(name, free);
    const received = describe(name);
    report("unknown-prop", "hint", pointer(at, name), {
      message: `${received} is no property here, so it is ignored.${near === undefined ? "" : ` The nearest is "${near}".`}`,
      expected: `one of ${names.join(", ").slice(0, 200)}`,
      received,
      suggestion: near,
    });
  }
}

function expectedOf(schema: Schema, { defs }: CheckContext): string {
  const target = resolve(schema, defs);
  const kinds = (target.anyOf ?? [target]).map((one) =>
    kindOf(resolve(one, defs)),
  );
  return kinds.join(", ") || "a value";
}

/** What JSON Schema says of texts and numbers beside their type. */
function checkScalar(schema: JsonSchema, value: unknown, wrong: Wrong) {
  const { pattern, format } = schema;
  const isText = typeof value === "string";
  const size = isText ? Array.from(value).length : (value as number);
  const [least, most] = (
    isText ? ["minLength", "maxLength"] : ["minimum", "maximum"]
  ).map((keyword) => schema[keyword] as number | undefined);
  const of = isText ? " characters" : "";
  if (least !== undefined && size < least) wrong([], `${least}${of} or more`);
  if (most !== undefined && size > most) wrong([], `${most}${of} or less`);
  if (!isText) return;
  if (format === "regex" && !patternFlag(value)) {
    wrong([], "a regular expression");
  }
  // Longer texts are not tested, because a pattern may take exponential time.
  if (typeof pattern === "string" && size < 1000) {
    const flag = patternFlag(pattern);
    if (flag && !new RegExp(pattern, flag).test(value)) {
      wrong([], `a text like ${pattern}`);
    }
  }
}

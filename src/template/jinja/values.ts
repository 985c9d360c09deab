import { TextValue, type Value, UndefinedValue } from "./engine.js";

/** A failure inside a template; `offset` is the place in its source, where known. */
export class JinjaError extends Error {
  override readonly name = "JinjaError";

  constructor(
    readonly kind: "syntax" | "undefined" | "runtime",
    message: string,
    public offset?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function runtimeError(message: string): JinjaError {
  return new JinjaError("runtime", message);
}

/**
 * What one rendering may do: a step is an expression, a turn of a loop, or 100 characters or items. It stops a template
 * that would run for minutes after a few seconds.
 */
export const STEP_LIMIT = 1_000_000;

/** The longest text or list that a template may make. */
export const SIZE_LIMIT = 4_000_000;

// Rendering is synchronous and never nested, so one counter serves every function of this folder.
let stepsLeft = STEP_LIMIT;

export function startCounting(): void {
  stepsLeft = STEP_LIMIT;
}

export function spend(steps: number): void {
  stepsLeft -= steps;
  if (stepsLeft < 0) {
    throw runtimeError(
      "The template does too much work or makes too much text. Pass less data, or make its loops shorter.",
    );
  }
}

/**
 * A name or attribute that is not there. Holding and testing it is fine; any other use fails, also inside the engine,
 * which reads `value` and `builtins` and asks `__bool__`.
 */
export class Undefined extends UndefinedValue {
  declare readonly builtins: never;

  constructor(
    private readonly what: string,
    private readonly offset?: number,
    private readonly hint?: string,
    /** An `if` without `else` is as good as an empty text, in StrictUndefined too. */
    private readonly empty = false,
  ) {
    super(undefined);
    Object.defineProperties(this, {
      value: { get: () => this.orEmpty() },
      builtins: { get: () => this.fail() },
    });
  }

  override __bool__(): { value: boolean } {
    return { value: this.orEmpty() !== "" };
  }

  /** For uses that an empty text would stand. */
  orEmpty(): "" {
    return this.empty ? "" : this.fail();
  }

  fail(): never {
    throw new JinjaError(
      "undefined",
      `${this.what} is undefined${this.hint ? `: ${this.hint}` : ""}.`,
      this.offset,
    );
  }
}

/** A kind of value in plain words; fails for undefined, which no operation takes. */
export function kindOf(value: Value): string {
  if (value instanceof Undefined) value.fail();
  return KINDS[value.type];
}

const KINDS = {
  StringValue: "a text",
  IntegerValue: "a number",
  FloatValue: "a number",
  BooleanValue: "a boolean",
  NullValue: "none",
  UndefinedValue: "undefined",
  ArrayValue: "a list",
  ObjectValue: "an object",
  NamespaceValue: "a namespace",
  FunctionValue:
    'a function (call it with "()"; for a key of that name write object["name"])',
};

/** Of true and false too, as Python counts them. */
export function numberOf(value: Value): number | undefined {
  if (value.type === "BooleanValue") return Number(value.value);
  return value.type === "IntegerValue" || value.type === "FloatValue"
    ? value.value
    : undefined;
}

/** Counts what an expression has made or goes through. */
export function spendOn(value: Value): void {
  if (value.type !== "StringValue" && value.type !== "ArrayValue") return;
  const { length } = value.value;
  spend(length > SIZE_LIMIT ? Infinity : length / 100);
}

/** The items that a `for` visits: of a list, the characters of a text, the keys of an object. */
export function iterate(value: Value): Value[] {
  if (value instanceof Undefined) return iterateText(value.orEmpty());
  spendOn(value);
  if (value.type === "ArrayValue") return value.value;
  if (value.type === "StringValue") return iterateText(value.value);
  if (value.type === "ObjectValue") {
    return [...value.value.keys()].map((key) => new TextValue(key));
  }
  throw runtimeError(`A list is needed here, not ${kindOf(value)}.`);
}

function iterateText(text: string): Value[] {
  return Array.from(text, (character) => new TextValue(character));
}

/** Python's `str()`: what `{{ … }}` prints. */
export function str(value: Value): string {
  if (value instanceof Undefined) return value.orEmpty();
  return value.type === "StringValue" ? value.value : repr(value);
}

function repr(value: Value): string {
  spend(0.1);
  switch (value.type) {
    case "NullValue":
      return "None";
    case "BooleanValue":
      return value.value ? "True" : "False";
    case "StringValue":
      return quote(value.value);
    case "ArrayValue":
      return `[${value.value.map(repr).join(", ")}]`;
    case "ObjectValue": {
      const items = [...value.value].map(([k, v]) => `${quote(k)}: ${repr(v)}`);
      return `{${items.join(", ")}}`;
    }
    case "IntegerValue":
    case "FloatValue":
      return value.toString();
    default:
      throw runtimeError(`This prints ${kindOf(value)}.`);
  }
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replace(/[\\\n\r\t]/g, (c) => JSON.stringify(c).slice(1, -1))
    .replaceAll(mark, `\\${mark}`);
  return mark + escaped + mark;
}

/** Fails for what has no JSON, wherever in a value it stands: the engine would make null of it. */
export function requireJson(value: Value): void {
  spend(0.1);
  if (value.type === "ArrayValue") value.value.forEach(requireJson);
  else if (value.type === "ObjectValue") value.value.forEach(requireJson);
  else if (value.type === "UndefinedValue" || value.type === "FunctionValue") {
    throw runtimeError(`"tojson" has no JSON for ${kindOf(value)}.`);
  }
}

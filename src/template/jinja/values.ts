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

/** A whole number that Python would hold as a float: it prints as `3.0`. */
export class Float {
  constructor(readonly value: number) {}
}

/** An object with attributes and no keys: a namespace, `loop`, a group. */
export class Attributes {
  constructor(
    readonly kind: string,
    readonly entries: Map<string, Value>,
  ) {}
}

/** A name or attribute that is not there. Holding it is fine, using it is an error. */
export class Undefined {
  constructor(
    readonly what: string,
    readonly offset?: number,
    readonly hint = "",
    /** An `if` without `else` is as good as an empty text, in StrictUndefined too. */
    readonly empty = false,
  ) {}

  /** For uses that an empty text or list would stand. */
  useAsEmpty(): void {
    if (!this.empty) this.fail();
  }

  fail(): never {
    throw new JinjaError(
      "undefined",
      `${this.what} is undefined${this.hint && `: ${this.hint}`}.`,
      this.offset,
    );
  }
}

export type Callable = (args: Arguments) => Value;

export type Dict = Map<Value, Value>;

/** What a template computes with: Python's values, held in JavaScript's. */
export type Value =
  | null
  | boolean
  | number
  | Float
  | string
  | Value[]
  | Map<Value, Value>
  | Attributes
  | Callable
  | Undefined;

/** The arguments of a call, found by position or by name as in Python. */
export class Arguments {
  constructor(
    readonly positional: Value[] = [],
    readonly named = new Map<string, Value>(),
  ) {}

  get(index: number, name: string): Value | undefined {
    return index < this.positional.length
      ? this.positional[index]
      : this.named.get(name);
  }

  /** The argument, or what stands for it when it is left out; an argument may be none. */
  or(index: number, name: string, fallback: Value): Value {
    const value = this.get(index, name);
    return value === undefined ? fallback : value;
  }

  flag(index: number, name: string, fallback = false): boolean {
    return truthy(this.or(index, name, fallback));
  }

  text(index: number, name: string, fallback?: string): string {
    const given = this.get(index, name);
    const value = given === undefined ? fallback : given;
    if (typeof value === "string") return value;
    throw this.wrong(name, "a text", value);
  }

  number(index: number, name: string, fallback?: number): number {
    const given = this.get(index, name);
    const value = given === undefined ? fallback : given;
    const number = value === undefined ? undefined : toNumber(value);
    if (number !== undefined) return number;
    throw this.wrong(name, "a number", value);
  }

  value(index: number, name: string): Value {
    const value = this.get(index, name);
    if (value !== undefined) return value;
    throw this.wrong(name, "a value", undefined);
  }

  rest(count: number): Arguments {
    return new Arguments(this.positional.slice(count), this.named);
  }

  private wrong(name: string, wanted: string, got: Value | undefined) {
    return runtimeError(
      `The argument "${name}" must be ${wanted}, ${got === undefined ? "it is missing" : `not ${kindOf(got)}`}.`,
    );
  }
}

/**
 * How much one rendering may do: about one unit per character made or element visited, ten per expression. It ends a
 * hostile template within seconds; an ordinary one stays a thousand times below.
 */
export const WORK_LIMIT = 50_000_000;

// Rendering is synchronous and never nested, so one counter serves every function of this folder.
let workLeft = WORK_LIMIT;

export function startWork(): void {
  workLeft = WORK_LIMIT;
}

/** Called before the work, so that nothing huge is ever made. */
export function spend(units: number): void {
  workLeft -= units;
  // The comparison is also true of NaN.
  if (!(workLeft >= 0)) {
    throw runtimeError(
      "The template does too much work or makes too much text. Pass less data, or make its loops shorter.",
    );
  }
}

export function runtimeError(message: string): JinjaError {
  return new JinjaError("runtime", message);
}

/** A kind of value in plain words; fails for undefined, which no operation may take. */
export function kindOf(value: Value): string {
  if (value instanceof Undefined) value.fail();
  if (value === null) return "none";
  if (typeof value === "boolean") return "a boolean";
  if (typeof value === "string") return "a text";
  if (toNumber(value) !== undefined) return "a number";
  if (Array.isArray(value)) return "a list";
  if (value instanceof Map) return "an object";
  if (value instanceof Attributes) return `a ${value.kind}`;
  return 'a function (call it with "()"; for a key of that name write object["name"])';
}

/** JSON to template values, copied, so that a template cannot change its caller's data. */
export function fromJson(json: unknown): Value {
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json === "object" && json !== null) {
    return new Map<Value, Value>(
      Object.entries(json).map(([key, value]) => [key, fromJson(value)]),
    );
  }
  return json as Value;
}

export function toNumber(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (value instanceof Float) return value.value;
  return typeof value === "boolean" ? Number(value) : undefined;
}

export function isFloat(value: Value): boolean {
  return (
    value instanceof Float ||
    (typeof value === "number" && !Number.isInteger(value))
  );
}

export function toFloat(value: number): Value {
  return Number.isInteger(value) ? new Float(value) : value;
}

export function truthy(value: Value): boolean {
  if (value instanceof Undefined) {
    value.useAsEmpty();
    return false;
  }
  if (Array.isArray(value) || typeof value === "string") {
    return value.length > 0;
  }
  if (value instanceof Map) return value.size > 0;
  return value !== null && toNumber(value) !== 0;
}

export function equal(a: Value, b: Value): boolean {
  spend(1);
  if (a instanceof Undefined) a.useAsEmpty();
  if (b instanceof Undefined) b.useAsEmpty();
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => equal(item, b[i]!));
  }
  if (a instanceof Map && b instanceof Map) {
    return (
      a.size === b.size &&
      [...a].every(([key, value]) => b.has(key) && equal(value, b.get(key)!))
    );
  }
  const number = toNumber(a);
  return number === undefined ? a === b : number === toNumber(b);
}

/** Below zero, zero or above, as an order by `<` has it. */
export function compare(a: Value, b: Value): number {
  spend(1);
  if (typeof a === "string" && typeof b === "string") {
    return a < b ? -1 : Number(a > b);
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    const i = a.findIndex((item, i) => i >= b.length || !equal(item, b[i]!));
    if (i === -1) return a.length - b.length;
    return i < b.length ? compare(a[i]!, b[i]!) : 1;
  }
  const left = toNumber(a);
  const right = toNumber(b);
  if (left === undefined || right === undefined) {
    throw runtimeError(
      `There is no order between ${kindOf(a)} and ${kindOf(b)}.`,
    );
  }
  return left - right;
}

/** The items that a `for` would visit: of a list, the characters of a text, the keys of an object. */
export function iterate(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "string") {
    spend(value.length);
    return Array.from(value);
  }
  if (value instanceof Map) return [...value.keys()];
  if (value instanceof Attributes && value.kind === "group") {
    return [...value.entries.values()];
  }
  if (value instanceof Undefined) {
    value.useAsEmpty();
    return [];
  }
  throw runtimeError(`A list is needed here, not ${kindOf(value)}.`);
}

/** A text's characters as Python counts them: an emoji is one. */
export function characters(text: string): string | string[] {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
}

export function length(value: Value): number {
  if (typeof value === "string") return characters(value).length;
  if (value instanceof Map) return value.size;
  if (Array.isArray(value)) return value.length;
  if (value instanceof Undefined) return iterate(value).length;
  throw runtimeError(`Length is for lists and texts, not ${kindOf(value)}.`);
}

/** Python's `str()`. */
export function str(value: Value): string {
  if (value instanceof Undefined) {
    value.useAsEmpty();
    return "";
  }
  return typeof value === "string" ? value : repr(value);
}

function repr(value: Value): string {
  spend(1);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (value instanceof Map) {
    const entries = [...value].map(([k, v]) => `${repr(k)}: ${repr(v)}`);
    return `{${entries.join(", ")}}`;
  }
  const number = toNumber(value);
  if (number === undefined) {
    throw runtimeError(`This prints ${kindOf(value)}.`);
  }
  return isFloat(value) ? floatText(number) : String(number);
}

function quote(text: string): string {
  spend(text.length);
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replace(/[\\\n\r\t]/g, (c) => JSON.stringify(c).slice(1, -1))
    .replaceAll(mark, `\\${mark}`);
  return mark + escaped + mark;
}

function floatText(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }
  if (Object.is(value, -0)) return "-0.0";
  const [digits, exponent] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    const size = String(Math.abs(power)).padStart(2, "0");
    return `${digits}e${power < 0 ? "-" : "+"}${size}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** The `tojson` filter: sorted keys, and nothing that would end a script element. */
export function toJson(value: Value, indent = 0, outer = "\n"): string {
  spend(1);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") {
    spend(value.length);
    return JSON.stringify(value).replace(
      /[<>&'\u007f-\uffff]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  }
  const number = toNumber(value);
  if (number !== undefined) {
    return isFloat(value) && Number.isFinite(number)
      ? floatText(number)
      : String(number);
  }
  const inner = indent > 0 ? outer + " ".repeat(indent) : "";
  const lines = (open: string, items: string[], close: string) =>
    items.length === 0 || indent <= 0
      ? open + items.join(", ") + close
      : open + inner + items.join(`,${inner}`) + outer + close;
  if (Array.isArray(value)) {
    const items = value.map((item) => toJson(item, indent, inner));
    return lines("[", items, "]");
  }
  if (value instanceof Map) {
    const items = [...value]
      .map(([key, item]): [string, Value] => [
        typeof key === "string" ? key : toJson(key),
        item,
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${toJson(key)}: ${toJson(item, indent, inner)}`);
    return lines("{", items, "}");
  }
  throw runtimeError(`"tojson" has no JSON for ${kindOf(value)}.`);
}

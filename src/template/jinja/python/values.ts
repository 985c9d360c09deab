import { MAX_RANGE, spendItem, spendItems, spendText } from "../budget.js";
import { fail, JinjaError, unsupported } from "../error.js";
import { charactersOf } from "./text.js";

/**
 * The values of a template, as Python has them. A whole number is a `bigint` and one with a fraction a `number`, so that
 * `3` and `3.0` stay different.
 */
export type Value =
  | NoneType
  | boolean
  | bigint
  | number
  | string
  | Value[]
  | Markup
  | Tuple
  | Dict
  | Range
  | View
  | Iter
  | Callable
  | Namespace
  | Undefined
  | Thing;

/** Python's `None`. It is not `null`, so that `??` replaces only a value that is absent, and not `None`. */
export class NoneType {
  private readonly none = true;
}

export const None = new NoneType();

/** A text that is HTML already, as `tojson`, `escape` and `safe` make it. A text that is joined to it with `+` is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

export class Tuple {
  constructor(
    readonly items: readonly Value[],
    /** Names of the items, which the filter `groupby` gives to its groups. */
    readonly names: readonly string[] = [],
  ) {}
}

/** A dictionary: keys that are equal in Python are one key. */
export class Dict {
  private readonly entries = new Map<string, [Value, Value]>();

  constructor(entries: Iterable<readonly [Value, Value]> = []) {
    for (const [key, value] of entries) this.set(key, value);
  }

  get size(): number {
    return this.entries.size;
  }

  get(key: Value): Value | undefined {
    return this.entries.get(hash(key))?.[1];
  }

  has(key: Value): boolean {
    return this.entries.has(hash(key));
  }

  set(key: Value, value: Value): void {
    const known = this.entries.get(hash(key));
    if (known) known[1] = value;
    else this.entries.set(hash(key), [key, value]);
  }

  delete(key: Value): boolean {
    return this.entries.delete(hash(key));
  }

  clear(): void {
    this.entries.clear();
  }

  keys(): Value[] {
    spendItems(this.size);
    return Array.from(this.entries.values(), ([key]) => key);
  }

  items(): [Value, Value][] {
    spendItems(this.size);
    return Array.from(this.entries.values(), ([key, value]) => [key, value]);
  }

  values(): Value[] {
    spendItems(this.size);
    return Array.from(this.entries.values(), ([, value]) => value);
  }
}

export class Range {
  readonly length: number;

  constructor(
    readonly start: bigint,
    readonly stop: bigint,
    readonly step: bigint,
  ) {
    const room = step > 0n ? stop - start : start - stop;
    const stride = step > 0n ? step : -step;
    const length = room > 0n ? (room + stride - 1n) / stride : 0n;
    if (length > BigInt(MAX_RANGE)) {
      fail(`range() makes at most ${MAX_RANGE} numbers here.`);
    }
    this.length = Number(length);
  }

  at(index: number): bigint {
    return this.start + BigInt(index) * this.step;
  }

  *numbers(): Generator<bigint, void> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  has(value: Value): boolean {
    const number = asInteger(value);
    if (number === undefined) return false;
    const steps = (number - this.start) / this.step;
    return (
      this.start + steps * this.step === number &&
      steps >= 0n &&
      steps < BigInt(this.length)
    );
  }
}

/** The result of `keys()`, `values()` and `items()` of a dictionary. */
export class View {
  constructor(
    readonly dict: Dict,
    readonly kind: "keys" | "values" | "items",
  ) {}

  list(): Value[] {
    return this.kind === "items"
      ? this.dict.items().map((pair) => new Tuple(pair))
      : this.dict[this.kind]();
  }
}

/** A value that can be iterated once, like a generator. */
export class Iter {
  constructor(
    readonly iterator: Iterator<Value>,
    readonly name = "generator",
  ) {}
}

export interface CallArguments {
  positional: Value[];
  named: Map<string, Value>;
}

export class Callable {
  constructor(
    readonly name: string,
    readonly call: (args: CallArguments) => Value,
    /** How Python prints it; `undefined`: with an address, which is not known here. */
    readonly text?: string,
    readonly attributes: Readonly<Record<string, Value>> = {},
  ) {}
}

export class Namespace {
  readonly attributes = new Dict();
}

/** An object of the engine: `loop`, `cycler()`. */
export abstract class Thing {
  abstract readonly name: string;

  abstract attribute(name: string): Value | undefined;

  readonly call?: (args: CallArguments) => Value;

  get length(): number | undefined {
    return undefined;
  }

  print(): string {
    return noAddress(this.name);
  }
}

/** The value of a name that does not exist. With Jinja's StrictUndefined it can only be tested and given a default. */
export class Undefined {
  constructor(
    readonly message: string,
    readonly offset?: number,
    /** `false`: an `if` without `else`, which is empty instead of an error, also on a strict server. */
    readonly strict = true,
  ) {}

  fail(): never {
    throw new JinjaError("undefined", this.message, this.offset);
  }
}

export type Text = string | Markup;

export const isText = (value: unknown): value is Text =>
  typeof value === "string" || value instanceof Markup;

export const textOf = (value: Text): string =>
  typeof value === "string" ? value : value.text;

export const isNumber = (value: unknown): value is bigint | number | boolean =>
  typeof value === "bigint" ||
  typeof value === "number" ||
  typeof value === "boolean";

/** The whole number that a value is in Python, where `True` is 1. */
export const asInteger = (value: unknown): bigint | undefined =>
  typeof value === "boolean"
    ? BigInt(value)
    : typeof value === "bigint"
      ? value
      : undefined;

export function typeName(value: Value): string {
  if (value === None) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "bigint") return "int";
  if (typeof value === "number") return "float";
  if (typeof value === "string") return "str";
  if (Array.isArray(value)) return "list";
  if (value instanceof Markup) return "Markup";
  if (value instanceof Tuple) return "tuple";
  if (value instanceof Dict) return "dict";
  if (value instanceof Range) return "range";
  if (value instanceof View) return `dict_${value.kind}`;
  if (value instanceof Iter || value instanceof Thing) return value.name;
  if (value instanceof Callable) return `function ${value.name}`;
  if (value instanceof Namespace) return "Namespace";
  return "Undefined";
}

export function truth(value: Value): boolean {
  if (value instanceof Undefined) return value.strict ? value.fail() : false;
  if (value === None) return false;
  if (value instanceof Markup) return value.text !== "";
  if (value instanceof Tuple) return value.items.length > 0;
  if (value instanceof Dict) return value.size > 0;
  if (value instanceof View) return value.dict.size > 0;
  if (value instanceof Range || value instanceof Thing) {
    return value.length !== 0;
  }
  if (Array.isArray(value)) return value.length > 0;
  // NaN is true in Python.
  return typeof value === "number" ? value !== 0 : Boolean(value);
}

export function lengthOfValue(value: Value): number {
  if (value instanceof Undefined) return value.strict ? value.fail() : 0;
  if (isText(value)) return charactersOf(textOf(value)).length;
  if (Array.isArray(value) || value instanceof Range) return value.length;
  if (value instanceof Tuple) return value.items.length;
  if (value instanceof Dict) return value.size;
  if (value instanceof View) return value.dict.size;
  const length = value instanceof Thing ? value.length : undefined;
  return length ?? fail(`object of type '${typeName(value)}' has no len().`);
}

/** Iterates over a value as Python's `for` does. A list that grows meanwhile is iterated to its new end. */
export function* iterate(value: Value): Generator<Value, void> {
  for (const item of iterator(value)) {
    spendItem();
    yield item;
  }
}

function iterator(value: Value): Iterable<Value> {
  if (value instanceof Undefined) return value.strict ? value.fail() : [];
  if (isText(value)) return textOf(value);
  if (Array.isArray(value)) return value;
  if (value instanceof Tuple) return value.items;
  if (value instanceof Dict) return value.keys();
  if (value instanceof View) return value.list();
  if (value instanceof Range) return value.numbers();
  if (value instanceof Iter) {
    // Without `return`, so that a loop that ends early leaves the rest for the next one.
    const { iterator } = value;
    return { [Symbol.iterator]: () => ({ next: () => iterator.next() }) };
  }
  if (value instanceof Callable) {
    fail(
      `'${value.name}' is a method and cannot be gone through; the key of that name is written ["${value.name}"].`,
    );
  }
  fail(`'${typeName(value)}' object is not iterable.`);
}

/** Whether `iterate` accepts a value. */
export function isIterable(value: Value): boolean {
  if (value instanceof Undefined && value.strict) value.fail();
  return !(
    value === None ||
    isNumber(value) ||
    value instanceof Callable ||
    value instanceof Namespace ||
    value instanceof Thing
  );
}

export function listOf(value: Value): Value[] {
  return [...iterate(value)];
}

export function noAddress(name: string): never {
  fail(
    `The server would print where '${name}' is in its memory. Call it, or turn it into a list with the filter "list".`,
  );
}

export const comparable = (value: bigint | number | boolean) =>
  typeof value === "boolean" ? Number(value) : value;

/** The hash of a key: a text that is equal for equal keys. */
export function hash(value: Value): string {
  if (value === None) return "None";
  if (isNumber(value)) {
    const number = comparable(value);
    return Number.isInteger(number) ? `n${BigInt(number)}` : `n${number}`;
  }
  if (isText(value)) {
    spendText(textOf(value).length);
    return `s${textOf(value)}`;
  }
  if (value instanceof Undefined) {
    return value.strict ? value.fail() : "undefined";
  }
  if (value instanceof Tuple) {
    const parts = value.items.map((item) => hash(item));
    return `t${parts.map((part) => `${part.length}:${part}`).join("")}`;
  }
  if (Array.isArray(value) || value instanceof Dict) {
    fail(`unhashable type: '${typeName(value)}'.`);
  }
  unsupported(`A ${typeName(value)} as a key`);
}

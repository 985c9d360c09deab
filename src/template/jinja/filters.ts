import {
  FloatValue,
  IntegerValue,
  ListValue,
  TextValue,
  type Value,
} from "./engine.js";
import { printf, rounded } from "./format.js";
import { add, compare, contains, equal } from "./operators.js";
import {
  Undefined,
  iterate,
  kindOf,
  numberOf,
  requireJson,
  runtimeError,
  spend,
  str,
} from "./values.js";

/** The arguments of a filter, by position or by name as in Python. */
export class Arguments {
  constructor(
    readonly positional: Value[] = [],
    readonly named = new Map<string, Value>(),
  ) {}

  get(index: number, name: string): Value | undefined {
    return this.positional[index] ?? this.named.get(name);
  }

  number(index: number, name: string, fallback: number): number {
    const value = this.get(index, name);
    return value ? number(value) : fallback;
  }

  flag(index: number, name: string): boolean {
    return this.get(index, name)?.__bool__().value ?? false;
  }
}

/** Gives undefined to leave a value to the engine's filter of the same name. */
type Filter = (value: Value, args: Arguments) => Value | undefined;

type Test = (value: Value, other: Value) => boolean;

function number(value: Value): number {
  const number = numberOf(value);
  if (number !== undefined) return number;
  throw runtimeError(`A number is needed here, not ${kindOf(value)}.`);
}

/** The items of a list, or what each has at `attribute="address.city"`. */
export function items(value: Value, attribute: Value | undefined): Value[] {
  if (!attribute) return iterate(value);
  const path = str(attribute);
  return iterate(value).map((item) =>
    path.split(".").reduce((holder, part) => {
      const found =
        holder.type === "ObjectValue"
          ? holder.value.get(part)
          : iterate(holder)[Number(part)];
      return found ?? new Undefined(`"${path}"`);
    }, item),
  );
}

const defaultTo: Filter = (value, args) =>
  value instanceof Undefined ||
  (args.flag(1, "boolean") && !value.__bool__().value)
    ? (args.get(0, "default_value") ?? new TextValue(""))
    : value;

const length: Filter = (value) =>
  new IntegerValue(
    value.type === "ArrayValue" ? value.value.length : iterate(value).length,
  );

const itemAt =
  (index: 0 | -1): Filter =>
  (value) =>
    iterate(value).at(index) ?? new Undefined("An item of an empty list");

const extreme =
  (direction: 1 | -1): Filter =>
  (value, args) => {
    const keys = items(value, args.get(1, "attribute"));
    const best = keys.reduce(
      (best, key, i) => (compare(key, keys[best]!) * direction < 0 ? i : best),
      0,
    );
    return iterate(value)[best] ?? new Undefined("An item of an empty list");
  };

/** Filters that the engine lacks, or whose meaning differs from Jinja's. */
const filters: Record<string, Filter> = {
  default: defaultTo,
  d: defaultTo,
  length,
  count: length,
  first: itemAt(0),
  last: itemAt(-1),
  min: extreme(1),
  max: extreme(-1),
  list: (value) => new ListValue([...iterate(value)]),
  string: (value) => new TextValue(str(value)),
  tojson: (value) => {
    requireJson(value);
    return undefined;
  },
  sort: (value, args) => {
    const keys = items(value, args.get(2, "attribute"));
    spend(keys.length / 10);
    keys.forEach(kindOf);
    return undefined;
  },
  map: (value, { named }) => {
    const attribute = named.get("attribute");
    const fallback = named.get("default");
    if (!attribute) return undefined;
    return new ListValue(
      items(value, attribute).map((item) =>
        item instanceof Undefined ? (fallback ?? item) : item,
      ),
    );
  },
  join: (value, args) => {
    const separator = args.get(0, "d");
    const texts = items(value, args.get(1, "attribute")).map(str);
    return new TextValue(texts.join(separator ? str(separator) : ""));
  },
  sum: (value, args) =>
    items(value, args.get(0, "attribute")).reduce(
      add,
      args.get(1, "start") ?? new IntegerValue(0),
    ),
  round: (value, args) => {
    if (value.type === "IntegerValue") return value;
    const method = args.get(1, "method");
    return new FloatValue(
      rounded(
        number(value),
        args.number(0, "precision", 0),
        method && str(method),
      ),
    );
  },
  int: (value) => {
    const size = numberOf(value);
    return size === undefined ? undefined : new IntegerValue(Math.trunc(size));
  },
  format: (value, { positional }) =>
    new TextValue(printf(str(value), positional)),
  capitalize: (value) => {
    const [first = "", ...rest] = str(value);
    return new TextValue(first.toUpperCase() + rest.join("").toLowerCase());
  },
  truncate: (value, args) => {
    const text = Array.from(str(value));
    const size = args.number(0, "length", 255);
    if (text.length <= size + args.number(3, "leeway", 5)) return value;
    const given = args.get(2, "end");
    const end = given ? str(given) : "...";
    const head = text.slice(0, Math.max(size - end.length, 0)).join("");
    const whole = args.flag(1, "killwords");
    return new TextValue((whole ? head : head.replace(/ [^ ]*$/, "")) + end);
  },
};

/** The same for tests; those of the engine take no argument. */
const tests: Record<string, Test> = {
  number: (value) => numberOf(value) !== undefined,
  float: (value) => value.type === "FloatValue",
  divisibleby: (value, other) => number(value) % number(other) === 0,
  in: (value, container) => contains(container, value),
  eq: equal,
  equalto: equal,
  ne: (value, other) => !equal(value, other),
  lt: (value, other) => compare(value, other) < 0,
  le: (value, other) => compare(value, other) <= 0,
  gt: (value, other) => compare(value, other) > 0,
  ge: (value, other) => compare(value, other) >= 0,
};

// The names come from templates and may be `constructor`.
export function filterOf(name: string): Filter | undefined {
  return Object.hasOwn(filters, name) ? filters[name] : undefined;
}

export function testOf(name: string): Test | undefined {
  return Object.hasOwn(tests, name) ? tests[name] : undefined;
}

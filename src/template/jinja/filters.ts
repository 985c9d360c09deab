import {
  BooleanValue,
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
  str,
} from "./values.js";

/** The arguments of a filter, by position or by name as in Python. */
export class Arguments {
  constructor(
    readonly positional: Value[],
    readonly named: Map<string, Value>,
  ) {}

  get(index: number, name: string): Value | undefined {
    return this.positional[index] ?? this.named.get(name);
  }

  number(index: number, name: string, fallback: number): number {
    const value = this.get(index, name);
    return value ? number(value) : fallback;
  }
}

/** Gives undefined to leave a value to the engine's filter of the same name. */
type Filter = (value: Value, args: Arguments) => Value | undefined;

function number(value: Value): number {
  const number = numberOf(value);
  if (number !== undefined) return number;
  throw runtimeError(`A number is needed here, not ${kindOf(value)}.`);
}

const defaultTo: Filter = (value, args) => {
  const falsy = args.get(1, "boolean")?.__bool__().value ?? false;
  return value instanceof Undefined || (falsy && !value.__bool__().value)
    ? (args.get(0, "default_value") ?? new TextValue(""))
    : value;
};

const length: Filter = (value) => new IntegerValue(iterate(value).length);

/** The items of a list, or what each has at `attribute="address.city"`. */
function items(value: Value, attribute: Value | undefined): Value[] {
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

const extreme =
  (direction: 1 | -1): Filter =>
  (value, args) =>
    items(value, args.get(1, "attribute")).reduce<Value>(
      (best, item) =>
        best instanceof Undefined || compare(item, best) * direction < 0
          ? item
          : best,
      new Undefined("The smallest or largest item of an empty list"),
    );

const itemAt =
  (index: 0 | -1): Filter =>
  (value) =>
    iterate(value).at(index) ?? new Undefined("An item of an empty list");

const test =
  (holds: (value: Value, other: Value) => boolean): Filter =>
  (value, { positional: [other = new Undefined("The test's argument")] }) =>
    new BooleanValue(holds(value, other));

const eq = test(equal);

/** Filters that the engine lacks, or that differ from Jinja's. `is in` and such are tests with an argument. */
const filters: Record<string, Filter> = {
  default: defaultTo,
  d: defaultTo,
  tojson: (value) => {
    requireJson(value);
    return undefined;
  },
  string: (value) => new TextValue(str(value)),
  list: (value) => new ListValue([...iterate(value)]),
  length,
  count: length,
  first: itemAt(0),
  last: itemAt(-1),
  min: extreme(1),
  max: extreme(-1),
  sum: (value, args) =>
    items(value, args.get(0, "attribute")).reduce(
      add,
      args.get(1, "start") ?? new IntegerValue(0),
    ),
  join: (value, args) =>
    new TextValue(
      items(value, args.get(1, "attribute"))
        .map(str)
        .join(str(args.get(0, "d") ?? new TextValue(""))),
    ),
  round: (value, args) => {
    const digits = args.number(0, "precision", 0);
    const method = args.get(1, "method");
    const result = rounded(number(value), digits, method && str(method));
    return value.type === "FloatValue" ? new FloatValue(result) : value;
  },
  int: (value) => {
    const number = numberOf(value);
    return number === undefined ? undefined : new IntegerValue(Math.trunc(number));
  },
  format: (value, { positional }) =>
    new TextValue(printf(str(value), positional)),
  truncate: (value, args) => {
    const text = Array.from(str(value));
    const size = args.number(0, "length", 255);
    if (text.length <= size + args.number(3, "leeway", 5)) return value;
    const end = args.get(2, "end");
    const tail = end ? str(end) : "...";
    const head = text.slice(0, Math.max(size - tail.length, 0)).join("");
    const whole = args.get(1, "killwords")?.__bool__().value ?? false;
    return new TextValue((whole ? head : head.replace(/ [^ ]*$/, "")) + tail);
  },
  "is in": test((value, container) => contains(container, value)),
  "is divisibleby": test((value, other) => number(value) % number(other) === 0),
  "is sameas": test((value, other) => value.value === other.value),
  "is eq": eq,
  "is equalto": eq,
  "is ne": test((value, other) => !equal(value, other)),
  "is lt": test((value, other) => compare(value, other) < 0),
  "is le": test((value, other) => compare(value, other) <= 0),
  "is gt": test((value, other) => compare(value, other) > 0),
  "is ge": test((value, other) => compare(value, other) >= 0),
};

/** The names come from templates and may be `constructor`. */
export function filterOf(name: string): Filter | undefined {
  return Object.hasOwn(filters, name) ? filters[name] : undefined;
}

/** Only these take undefined as a value. */
export function takesUndefined(name: string): boolean {
  return name === "default" || name === "d";
}

import { fixed, printf } from "./format.js";
import { capitalize, join, lookup, replace, strip } from "./methods.js";
import { add } from "./operators.js";
import { type Test, tests } from "./tests.js";
import {
  type Value,
  Arguments,
  Attributes,
  Undefined,
  compare,
  equal,
  isFloat,
  iterate,
  kindOf,
  length,
  runtimeError,
  spend,
  str,
  toFloat,
  toJson,
  toNumber,
  truthy,
} from "./values.js";

export type Filter = (value: Value, args: Arguments) => Value;

/** The filters that take an undefined value. */
const LENIENT = ["default", "d", "items"];

function numeric(value: Value): number {
  const number = toNumber(value);
  if (number !== undefined) return number;
  throw runtimeError(`A number is needed here, not ${kindOf(value)}.`);
}

/** The value at `"address.city"` or at an index. */
function attributeOf(value: Value, path: Value, fallback?: Value): Value {
  let found: Value = value;
  for (const part of str(path).split(".")) {
    const key = /^\d+$/.test(part) ? Number(part) : part;
    const next = lookup(found, key, false);
    found = next === undefined ? new Undefined(`"${str(path)}"`) : next;
  }
  return found instanceof Undefined && fallback !== undefined
    ? fallback
    : found;
}

/** What `attribute=` and `case_sensitive=` make of an item before it is compared. */
function keyOf(args: Arguments, index: number, caseIndex: number) {
  const attribute = args.or(index, "attribute", null);
  const exact = args.flag(caseIndex, "case_sensitive");
  return (item: Value): Value => {
    const value = attribute === null ? item : attributeOf(item, attribute);
    return typeof value === "string" && !exact ? value.toLowerCase() : value;
  };
}

function sorted(
  items: Value[],
  key: (item: Value) => Value,
  reverse: boolean,
): Value[] {
  spend(items.length * 10);
  const direction = reverse ? -1 : 1;
  return items
    .map((item): [Value, Value] => [key(item), item])
    .sort(([a], [b]) => direction * compare(a, b))
    .map(([, item]) => item);
}

function testOf(args: Arguments): Test {
  const [name, ...rest] = args.positional;
  if (name === undefined) return truthy;
  const test = own(tests, str(name));
  if (!test) throw runtimeError(`There is no test "${str(name)}".`);
  return (value) => test(value, new Arguments(rest, args.named));
}

function choose(keep: boolean): Filter {
  return (value, args) => {
    const test = testOf(args);
    return iterate(value).filter((item) => test(item, args) === keep);
  };
}

function chooseBy(keep: boolean): Filter {
  return (value, args) => {
    const path = args.value(0, "attribute");
    const test = testOf(args.rest(1));
    return iterate(value).filter(
      (item) => test(attributeOf(item, path), args) === keep,
    );
  };
}

function extreme(direction: 1 | -1): Filter {
  return (value, args) => {
    const key = keyOf(args, 1, 0);
    return iterate(value).reduce(
      (best: Value, item) =>
        best instanceof Undefined ||
        direction * compare(key(item), key(best)) < 0
          ? item
          : best,
      new Undefined("The smallest or largest item of an empty list"),
    );
  };
}

function first(items: Value[], index: 0 | -1): Value {
  const item = items.at(index);
  if (item !== undefined) return item;
  const which = index === 0 ? "first" : "last";
  return new Undefined(`The ${which} item of an empty list`);
}

function round(value: Value, args: Arguments): Value {
  const number = numeric(value);
  const precision = args.number(0, "precision", 0);
  const method = args.text(1, "method", "common");
  if (!isFloat(value) && precision >= 0) return value;
  const scale = 10 ** precision;
  if (method === "ceil") return toFloat(Math.ceil(number * scale) / scale);
  if (method === "floor") return toFloat(Math.floor(number * scale) / scale);
  return toFloat(
    precision >= 0
      ? Number(fixed(number, precision))
      : Number(fixed(number * scale, 0)) / scale,
  );
}

function truncate(value: Value, args: Arguments): Value {
  const text = Array.from(str(value));
  const size = args.number(0, "length", 255);
  const end = args.text(2, "end", "...");
  if (text.length <= size + args.number(3, "leeway", 5)) return str(value);
  const cut = text.slice(0, Math.max(size - end.length, 0)).join("");
  if (args.flag(1, "killwords")) return cut + end;
  return cut.replace(/ [^ ]*$/, "") + end;
}

function indent(value: Value, args: Arguments): Value {
  const width = args.or(0, "width", 4);
  const space = typeof width === "string" ? width : " ".repeat(small(width));
  const lines = str(value).split("\n");
  spend(lines.length * space.length);
  return lines
    .map((line, i) =>
      (i === 0 && !args.flag(1, "first")) ||
      (i > 0 && line === "" && !args.flag(2, "blank"))
        ? line
        : space + line,
    )
    .join("\n");
}

function small(value: Value): number {
  return Math.min(Math.max(numeric(value), 0), 1000);
}

function batch(value: Value, args: Arguments): Value {
  const size = Math.max(1, Math.trunc(args.number(0, "linecount")));
  const fill = args.or(1, "fill_with", null);
  const items = iterate(value);
  const rows: Value[][] = [];
  for (let i = 0; i < items.length; i += size) {
    rows.push(items.slice(i, i + size));
  }
  const last = rows.at(-1);
  if (last && fill !== null) {
    spend(size);
    while (last.length < size) last.push(fill);
  }
  return rows;
}

function groupBy(value: Value, args: Arguments): Value {
  const path = args.value(0, "attribute");
  const fallback = args.get(1, "default");
  const exact = args.flag(2, "case_sensitive");
  const grouperOf = (item: Value) => attributeOf(item, path, fallback);
  const keyed = (item: Value) => {
    const grouper = grouperOf(item);
    return typeof grouper === "string" && !exact
      ? grouper.toLowerCase()
      : grouper;
  };
  const groups: Value[][] = [];
  for (const item of sorted(iterate(value), keyed, false)) {
    const group = groups.at(-1);
    if (group && equal(keyed(group[0]!), keyed(item))) group.push(item);
    else groups.push([item]);
  }
  return groups.map(
    (list) =>
      new Attributes(
        "group",
        new Map<string, Value>([
          ["grouper", grouperOf(list[0]!)],
          ["list", list],
        ]),
      ),
  );
}

function unique(value: Value, args: Arguments): Value {
  const key = keyOf(args, 1, 0);
  const seen = new Set<string>();
  return iterate(value).filter((item) => {
    const value = key(item);
    const mark = toJson(toNumber(value) ?? value);
    return !seen.has(mark) && seen.add(mark);
  });
}

function mapItems(value: Value, args: Arguments): Value {
  const attribute = args.named.get("attribute");
  if (attribute !== undefined) {
    const fallback = args.named.get("default");
    return iterate(value).map((item) => attributeOf(item, attribute, fallback));
  }
  const name = args.text(0, "filter");
  return iterate(value).map((item) => applyFilter(name, item, args.rest(1)));
}

function toInteger(value: Value, args: Arguments): Value {
  const text = typeof value === "string" ? value.trim() : undefined;
  const base = args.number(1, "base", 10);
  const number =
    text === undefined
      ? toNumber(value)
      : base !== 10
        ? parseInt(text, base)
        : parseNumber(text);
  return number !== undefined && Number.isFinite(number)
    ? Math.trunc(number)
    : args.or(0, "default", 0);
}

function parseNumber(text: string): number {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)
    ? Number(text)
    : NaN;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

const aliased = {
  default: ((value, args) =>
    value instanceof Undefined || (args.flag(1, "boolean") && !truthy(value))
      ? args.or(0, "default_value", "")
      : value) as Filter,
  length: (value: Value) => length(value),
  escape: (value: Value) =>
    str(value).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c),
};

/** Jinja's filters, without those that only make HTML. */
const filters: Record<string, Filter> = {
  ...aliased,
  d: aliased.default,
  count: aliased.length,
  e: aliased.escape,

  tojson: (value, args) => toJson(value, small(args.or(0, "indent", 0))),
  string: (value) => str(value),
  safe: (value) => str(value),
  upper: (value) => str(value).toUpperCase(),
  lower: (value) => str(value).toLowerCase(),
  capitalize: (value) => capitalize(str(value)),
  title: (value) =>
    str(value)
      .split(/([-\s({[<]+)/)
      .map(capitalize)
      .join(""),
  trim: (value, args) => strip(str(value), "both", args.get(0, "chars")),
  replace: (value, args) =>
    replace(
      str(value),
      str(args.value(0, "old")),
      str(args.value(1, "new")),
      numeric(args.or(2, "count", -1)),
    ),
  truncate,
  indent,
  format: (value, args) =>
    printf(
      str(value),
      args.positional.length > 0
        ? args.positional
        : new Map<Value, Value>(args.named),
    ),
  urlencode: (value) =>
    value instanceof Map
      ? [...value]
          .map((pair) => pair.map(encode).join("=").replaceAll("%20", "+"))
          .join("&")
      : encode(value).replaceAll("%2F", "/"),
  wordcount: (value) => str(value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0,

  abs: (value) => {
    const size = Math.abs(numeric(value));
    return isFloat(value) ? toFloat(size) : size;
  },
  round,
  int: toInteger,
  float: (value, args) => {
    const number =
      typeof value === "string" ? parseNumber(value.trim()) : toNumber(value);
    return number === undefined || Number.isNaN(number)
      ? args.or(0, "default", toFloat(0))
      : toFloat(number);
  },

  list: (value) => [...iterate(value)],
  first: (value) => first(iterate(value), 0),
  last: (value) => first(iterate(value), -1),
  reverse: (value) =>
    typeof value === "string"
      ? iterate(value).reverse().map(str).join("")
      : [...iterate(value)].reverse(),
  join: (value, args) => {
    const attribute = args.get(1, "attribute");
    const items = iterate(value);
    return join(
      attribute === undefined
        ? items
        : items.map((item) => attributeOf(item, attribute)),
      str(args.or(0, "d", "")),
    );
  },
  sort: (value, args) =>
    sorted(iterate(value), keyOf(args, 2, 1), args.flag(0, "reverse")),
  unique,
  min: extreme(1),
  max: extreme(-1),
  sum: (value, args) => {
    const attribute = args.or(0, "attribute", null);
    return iterate(value)
      .map((item) => (attribute === null ? item : attributeOf(item, attribute)))
      .reduce(add, args.or(1, "start", 0));
  },
  map: mapItems,
  select: choose(true),
  reject: choose(false),
  selectattr: chooseBy(true),
  rejectattr: chooseBy(false),
  batch,
  groupby: groupBy,
  items: (value) =>
    value instanceof Undefined
      ? []
      : value instanceof Map
        ? [...value].map(([key, item]) => [key, item])
        : iterate(value),
  dictsort: (value, args) => {
    const by = args.text(1, "by", "key") === "value" ? 1 : 0;
    const key = keyOf(
      new Arguments([args.or(0, "case_sensitive", false), by]),
      1,
      0,
    );
    return sorted(
      filters.items!(value, args) as Value[],
      key,
      args.flag(2, "reverse"),
    );
  },
};

function encode(value: Value): string {
  return encodeURIComponent(str(value)).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A table's own entry: names come from templates and may be `constructor`. */
function own<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

export function hasFilter(name: string): boolean {
  return own(filters, name) !== undefined;
}

export function hasTest(name: string): boolean {
  return own(tests, name) !== undefined;
}

export function applyFilter(
  name: string,
  value: Value,
  args: Arguments,
): Value {
  const filter = own(filters, name);
  if (!filter) throw runtimeError(`There is no filter "${name}".`);
  if (value instanceof Undefined && !LENIENT.includes(name)) value.useAsEmpty();
  return filter(value, args);
}

export function applyTest(name: string, value: Value, args: Arguments) {
  const test = own(tests, name);
  if (!test) throw runtimeError(`There is no test "${name}".`);
  return test(value, args);
}

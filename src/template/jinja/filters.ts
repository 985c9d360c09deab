import { spendItems, spendSearches, spendText } from "./budget.js";
import { fail, unknown, unsupported } from "./error.js";
import { FILTER_NAMES, MISSING_FILTERS } from "./names.js";
import { bind, flagArgument, integerArgument } from "./python/args.js";
import { asNumber, floatValue, toInteger } from "./python/convert.js";
import { formatPercent } from "./python/format.js";
import { itemOf, sliceOf } from "./python/items.js";
import { toJson } from "./python/json.js";
import {
  attributeOf,
  center,
  joinTexts,
  replaceText,
  splitRight,
  splitWords,
  strip,
} from "./python/methods.js";
import {
  formatFloat,
  roundFloat,
  roundInteger,
  truncate,
} from "./python/numbers.js";
import { binary, escape, negate, sameKind } from "./python/operators.js";
import { capitalize, linesOf, partOf, repeat } from "./python/text.js";
import {
  type CallArguments,
  Dict,
  Iter,
  Markup,
  None,
  type NoneType,
  Range,
  type Text,
  Tuple,
  Undefined,
  type Value,
  View,
  asInteger,
  compare,
  equal,
  hash,
  isIterable,
  isNumber,
  isText,
  iterate,
  lengthOfValue,
  listOf,
  represent,
  sorted,
  textOf,
  toText,
  truth,
  typeName,
} from "./python/values.js";
import { callTest } from "./tests.js";

type Filter = [
  parameters: string,
  run: (value: Value, ...args: (Value | undefined)[]) => Value,
];

/** A text as it is, and anything else as a text. */
const soft = (value: Value): Text => (isText(value) ? value : toText(value));

const onText =
  (change: (text: string) => string): Filter[1] =>
  (value) => {
    const text = soft(value);
    return sameKind(text, change(textOf(text)));
  };

const isTrue = (value: Value | undefined) =>
  value !== undefined && truth(value);

const given = (value: Value | undefined): value is Exclude<Value, NoneType> =>
  value !== undefined && value !== None;

function parts(attribute: Value | undefined): Value[] {
  if (!given(attribute)) return [];
  if (!isText(attribute)) return [attribute];
  return textOf(attribute)
    .split(".")
    .map((part) => (/^\d+$/.test(part) ? BigInt(part) : part));
}

/** Finds an item of a value, or its attribute, as Jinja2 does for `value[key]`. */
export function lookUp(value: Value, key: Value): Value | undefined {
  return (
    itemOf(value, key) ??
    (isText(key) ? attributeOf(value, textOf(key)) : undefined)
  );
}

function getter(
  attribute: Value | undefined,
  ignoreCase: boolean,
  fallback?: Value,
): (item: Value) => Value {
  const path = parts(attribute);
  return (item) => {
    let value = item;
    for (const part of path) {
      value =
        lookUp(value, part) ??
        (given(fallback)
          ? fallback
          : new Undefined(`"${toText(part)}" is undefined.`));
    }
    return ignoreCase ? lowered(value) : value;
  };
}

const lowered = (value: Value): Value =>
  isText(value) ? sameKind(value, textOf(value).toLowerCase()) : value;

function extreme(operator: string): Filter {
  return [
    "case_sensitive attribute",
    (value, caseSensitive, attribute) => {
      const key = getter(attribute, !isTrue(caseSensitive));
      let best: { item: Value; key: Value } | undefined;
      for (const item of iterate(value)) {
        const candidate = { item, key: key(item) };
        if (!best || compare(operator, candidate.key, best.key)) {
          best = candidate;
        }
      }
      return (
        best?.item ??
        new Undefined("No aggregated item, the sequence was empty.")
      );
    },
  ];
}

const generator = (items: Generator<Value, void>): Iter => new Iter(items);

function reversed(value: Value): Iter | undefined {
  const items =
    Array.isArray(value) ||
    value instanceof Tuple ||
    value instanceof Range ||
    value instanceof Dict ||
    value instanceof View
      ? listOf(value).toReversed()
      : undefined;
  return items && new Iter(items[Symbol.iterator](), "reversed");
}

function truncateText(
  value: Value,
  lengthArgument: Value | undefined,
  killWords: Value | undefined,
  endArgument: Value | undefined,
  leewayArgument: Value | undefined,
): Value {
  const length = integerArgument(lengthArgument, 255);
  const end = endArgument ?? "...";
  const leeway = given(leewayArgument) ? asNumber(leewayArgument) : 5;
  const endLength = lengthOfValue(end);
  if (length < endLength) {
    fail(`expected length >= ${endLength}, got ${length}.`);
  }
  if (leeway < 0) fail(`expected leeway >= 0, got ${leeway}.`);
  if (lengthOfValue(value) <= length + leeway) return value;
  if (!isText(value)) unsupported(`"truncate" of a ${typeName(value)}`);
  const cut = partOf(textOf(value), 0, length - endLength);
  const kept = isTrue(killWords) ? cut : splitRight(cut, " ", 1)[0]!;
  return binary("+", sameKind(value, kept), end);
}

/** Splits a text behind white space, hyphens and opening brackets, and makes each part a word. */
const titleFilter = (text: string): string =>
  text
    .split(/((?:(?!\ufeff)[\s\x1c-\x1f\x85]|[-({[<])+)/)
    .map((part) => {
      const [first = ""] = part;
      return first.toUpperCase() + part.slice(first.length).toLowerCase();
    })
    .join("");

function indent(
  value: Value,
  width: Value | undefined,
  first: Value | undefined,
  blank: Value | undefined,
): Value {
  const spaces = isText(width)
    ? textOf(width)
    : repeat(" ", integerArgument(width, 4));
  const text = binary("+", value, "\n");
  if (!isText(text)) fail("indent() wants a text.");
  const lines = linesOf(textOf(text));
  const all = isTrue(blank);
  const indented = lines.map((line, i) =>
    i > 0 && (all || line !== "") ? spaces + line : line,
  );
  const result = indented.join("\n");
  return sameKind(text, isTrue(first) ? spaces + result : result);
}

function filesize(value: Value, binaryUnits: Value | undefined): string {
  const bytes = floatValue(value);
  if (bytes === undefined) {
    fail(`filesizeformat() wants a number, not '${typeName(value)}'.`);
  }
  const binary = isTrue(binaryUnits);
  const base = binary ? 1024 : 1000;
  if (bytes === 1) return "1 Byte";
  if (bytes < base) return `${truncate(bytes)} Bytes`;
  const units = ["k", "M", "G", "T", "P", "E", "Z", "Y"];
  let unit = base;
  for (const [i, letter] of units.entries()) {
    unit *= base;
    if (bytes < unit || i === units.length - 1) {
      const name = binary ? `${letter.toUpperCase()}iB` : `${letter}B`;
      return `${formatFloat((base * bytes) / unit, "f", 1)} ${name}`;
    }
  }
  return "";
}

function quoteUrl(value: Value, query: boolean): string {
  let text: string;
  try {
    text = encodeURIComponent(toText(value));
  } catch (cause) {
    if (cause instanceof URIError) fail("The text has half a character.");
    throw cause;
  }
  text = text.replace(
    /[!*'()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return query ? text.replaceAll("%20", "+") : text.replaceAll("%2F", "/");
}

function urlencode(value: Value): string {
  if (isText(value) || !isIterable(value)) return quoteUrl(value, false);
  const pairs = value instanceof Dict ? new View(value, "items") : value;
  return Array.from(iterate(pairs), (pair) => {
    const [key, item, ...more] = listOf(pair);
    if (key === undefined || item === undefined || more.length > 0) {
      fail("urlencode() wants pairs.");
    }
    return `${quoteUrl(key, true)}=${quoteUrl(item, true)}`;
  }).join("&");
}

function roundValue(
  value: Value,
  precisionArgument: Value | undefined,
  methodArgument: Value | undefined,
): Value {
  const method =
    methodArgument === undefined ? "common" : toText(methodArgument);
  if (!["common", "ceil", "floor"].includes(method)) {
    fail("method must be common, ceil or floor.");
  }
  if (value instanceof Undefined) value.fail();
  if (!isNumber(value)) {
    fail(`type ${typeName(value)} doesn't define __round__ method.`);
  }
  if (method === "common") {
    if (precisionArgument === None) {
      return typeof value === "number"
        ? truncate(roundFloat(value, 0))
        : asInteger(value)!;
    }
    const precision = integerArgument(precisionArgument, 0);
    const integer = asInteger(value);
    return integer === undefined
      ? roundFloat(value as number, precision)
      : roundInteger(integer, precision);
  }
  const power = binary("**", 10n, precisionArgument ?? 0n);
  const product = binary("*", value, power);
  const rounded =
    typeof product === "number"
      ? truncate(Math[method === "ceil" ? "ceil" : "floor"](product))
      : product;
  return binary("/", rounded, power);
}

function* slices(
  value: Value,
  count: Value,
  fill: Value | undefined,
): Generator<Value, void> {
  const items = listOf(value);
  const number = asNumber(count);
  if (number === 0) fail("integer division or modulo by zero.");
  spendItems(Math.max(0, number));
  const size = Math.floor(items.length / number);
  const longer = items.length - size * number;
  let offset = 0;
  for (let i = 0; i < number; i++) {
    const start = offset + i * size;
    if (i < longer) offset++;
    const part = items.slice(start, offset + (i + 1) * size);
    if (given(fill) && i >= longer) part.push(fill);
    yield part;
  }
}

function* batches(
  value: Value,
  size: Value,
  fill: Value | undefined,
): Generator<Value, void> {
  let batch: Value[] = [];
  for (const item of iterate(value)) {
    if (equal(BigInt(batch.length), size)) {
      yield batch;
      batch = [];
    }
    batch.push(item);
  }
  if (batch.length === 0) return;
  if (given(fill) && compare("<", BigInt(batch.length), size)) {
    const missing = asNumber(binary("-", size, BigInt(batch.length)));
    spendItems(missing);
    for (let i = 0; i < missing; i++) batch.push(fill);
  }
  yield batch;
}

function* unique(
  value: Value,
  caseSensitive: Value | undefined,
  attribute: Value | undefined,
): Generator<Value, void> {
  const key = getter(attribute, !isTrue(caseSensitive));
  const seen = new Set<string>();
  for (const item of iterate(value)) {
    const hashed = hash(key(item));
    if (!seen.has(hashed)) {
      seen.add(hashed);
      yield item;
    }
  }
}

function groupBy(
  value: Value,
  attribute: Value,
  fallback: Value | undefined,
  caseSensitive: Value | undefined,
): Value {
  const exact = isTrue(caseSensitive);
  const key = getter(attribute, !exact, fallback);
  const name = getter(attribute, false, fallback);
  const groups: { key: Value; items: Value[] }[] = [];
  for (const item of sorted(listOf(value), key)) {
    const itemKey = key(item);
    const group = groups.at(-1);
    if (group && equal(group.key, itemKey)) group.items.push(item);
    else groups.push({ key: itemKey, items: [item] });
  }
  return groups.map(
    ({ key, items }) =>
      new Tuple([exact ? key : name(items[0]!), items], ["grouper", "list"]),
  );
}

function sum(
  value: Value,
  attribute: Value | undefined,
  start: Value | undefined,
): Value {
  let total: Value = start === undefined ? 0n : start;
  if (isText(total))
    fail("sum() can't sum strings [use ''.join(seq) instead].");
  const of = given(attribute)
    ? getter(attribute, false)
    : (item: Value) => item;
  for (const item of iterate(value)) total = binary("+", total, of(item));
  return total;
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
};

/** Reads the entities that `escape` writes; Python's table has 2,231 names. */
function unescapeHtml(text: string): string {
  return text.replace(
    /&(?:#?\w+;?)/g,
    (entity) =>
      ENTITIES[entity] ??
      unsupported(`The filter "striptags" of a text with "${entity}"`),
  );
}

const FILTERS: Record<string, Filter> = {
  abs: [
    "",
    (value) => {
      if (value instanceof Undefined) value.fail();
      if (!isNumber(value)) {
        fail(`bad operand type for abs(): '${typeName(value)}'.`);
      }
      if (typeof value === "number") return Math.abs(value);
      const integer = asInteger(value)!;
      return integer < 0n ? negate(integer) : integer;
    },
  ],
  attr: [
    "name!",
    (value, name) => {
      if (!isText(name)) fail("attr() wants the name of an attribute.");
      return (
        attributeOf(value, textOf(name)) ??
        new Undefined(`"${textOf(name)}" is undefined.`)
      );
    },
  ],
  batch: [
    "linecount! fill_with",
    (value, size, fill) => generator(batches(value, size!, fill)),
  ],
  capitalize: ["", onText(capitalize)],
  center: [
    "width",
    (value, width) =>
      onText((text) => center(text, integerArgument(width, 80)))(value),
  ],
  default: [
    "default_value boolean",
    (value, fallback, boolean) =>
      value instanceof Undefined || (isTrue(boolean) && !truth(value))
        ? (fallback ?? "")
        : value,
  ],
  dictsort: [
    "case_sensitive by reverse",
    (value, caseSensitive, by, reverse) => {
      const side = by === undefined ? "key" : toText(by);
      if (side !== "key" && side !== "value") {
        fail('You can only sort by either "key" or "value".');
      }
      if (value instanceof Undefined) value.fail();
      if (!(value instanceof Dict)) {
        fail(`'${typeName(value)}' object has no attribute 'items'.`);
      }
      const exact = isTrue(caseSensitive);
      return sorted(
        value.items().map((pair) => new Tuple(pair)),
        (pair) => {
          const item = (pair as Tuple).items[side === "key" ? 0 : 1]!;
          return exact ? item : lowered(item);
        },
        flagArgument(reverse),
      );
    },
  ],
  escape: ["", escape],
  filesizeformat: ["binary", filesize],
  first: [
    "",
    (value) => {
      for (const item of iterate(value)) return item;
      return new Undefined("No first item, the sequence was empty.");
    },
  ],
  float: ["default", (value, fallback) => floatValue(value) ?? fallback ?? 0],
  forceescape: ["", (value) => escape(toText(value))],
  groupby: [
    "attribute! default case_sensitive",
    (value, attribute, fallback, caseSensitive) =>
      groupBy(value, attribute!, fallback, caseSensitive),
  ],
  indent: ["width first blank", indent],
  int: [
    "default base",
    (value, fallback, base) => toInteger(value, fallback ?? 0n, base ?? 10n),
  ],
  items: [
    "",
    (value) =>
      generator(
        (function* (): Generator<Value, void> {
          if (value instanceof Undefined) return;
          if (!(value instanceof Dict)) {
            fail("Can only get item pairs from a mapping.");
          }
          for (const pair of value.items()) yield new Tuple(pair);
        })(),
      ),
  ],
  join: [
    "d attribute",
    (value, mark, attribute) => {
      const of = given(attribute)
        ? getter(attribute, false)
        : (item: Value) => item;
      return joinTexts(
        toText(mark ?? ""),
        Array.from(iterate(value), (item) => toText(of(item))),
      );
    },
  ],
  last: [
    "",
    (value) => {
      if (value instanceof Undefined) value.fail();
      const items = isText(value)
        ? Array.from(textOf(value)).toReversed()[Symbol.iterator]()
        : reversed(value)?.iterator;
      if (!items) fail(`'${typeName(value)}' object is not reversible.`);
      const first = items.next();
      return first.done === true
        ? new Undefined("No last item, the sequence was empty.")
        : first.value;
    },
  ],
  length: ["", (value) => BigInt(lengthOfValue(value))],
  list: ["", listOf],
  lower: ["", onText((text) => text.toLowerCase())],
  max: extreme(">"),
  min: extreme("<"),
  random: [
    "",
    (value) => {
      const length = lengthOfValue(value);
      if (length === 0) {
        return new Undefined("No random item, the sequence was empty.");
      }
      const index = BigInt(Math.floor(Math.random() * length));
      return (
        itemOf(value, index) ??
        fail(`random() cannot choose from a '${typeName(value)}'.`)
      );
    },
  ],
  replace: [
    "old! new! count",
    (value, old, replacement, count) =>
      replaceText(
        toText(value),
        toText(old!),
        toText(replacement!),
        given(count) ? asNumber(count) : -1,
      ),
  ],
  reverse: [
    "",
    (value) => {
      if (isText(value)) {
        return sliceOf(value, [undefined, undefined, -1n]);
      }
      return reversed(value) ?? listOf(value).toReversed();
    },
  ],
  round: ["precision method", roundValue],
  safe: ["", (value) => new Markup(toText(value))],
  slice: [
    "slices! fill_with",
    (value, count, fill) => generator(slices(value, count!, fill)),
  ],
  sort: [
    "reverse case_sensitive attribute",
    (value, reverse, caseSensitive, attribute) => {
      const paths = isText(attribute)
        ? textOf(attribute).split(",")
        : [attribute];
      const keys = paths.map((path) => getter(path, !isTrue(caseSensitive)));
      return sorted(
        listOf(value),
        (item) => keys.map((key) => key(item)),
        flagArgument(reverse),
      );
    },
  ],
  string: ["", soft],
  striptags: [
    "",
    (value) => {
      const source = toText(value);
      spendSearches(source.split("<").length, source.length);
      const text = source.replace(/<!--[^]*?-->/g, "").replace(/<[^]*?>/g, "");
      return unescapeHtml(splitWords(text).join(" "));
    },
  ],
  sum: ["attribute start", sum],
  title: ["", onText(titleFilter)],
  tojson: [
    "indent",
    (value, indent) =>
      new Markup(
        toJson(
          value,
          !given(indent)
            ? undefined
            : isText(indent)
              ? textOf(indent)
              : repeat(" ", asNumber(indent)),
        ),
      ),
  ],
  trim: [
    "chars",
    (value, characters) => onText((text) => strip(text, characters))(value),
  ],
  truncate: ["length killwords end leeway", truncateText],
  unique: [
    "case_sensitive attribute",
    (value, caseSensitive, attribute) =>
      generator(unique(value, caseSensitive, attribute)),
  ],
  upper: ["", onText((text) => text.toUpperCase())],
  urlencode: ["", urlencode],
  wordcount: [
    "",
    (value) => BigInt(toText(value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0),
  ],
  xmlattr: [
    "autospace",
    (value, autospace) => {
      if (!(value instanceof Dict)) fail("xmlattr() wants a dictionary.");
      const attributes = value
        .items()
        .filter(([, item]) => item !== None && !(item instanceof Undefined))
        .map(([key, item]) => {
          const name = toText(key);
          if (/[\s/>=]/.test(name)) {
            fail(`Invalid character in attribute name: ${represent(name)}.`);
          }
          return `${escape(key).text}="${escape(item).text}"`;
        })
        .join(" ");
      const space = autospace === undefined || truth(autospace);
      return space && attributes ? ` ${attributes}` : attributes;
    },
  ],
};

FILTERS["count"] = FILTERS["length"]!;
FILTERS["d"] = FILTERS["default"]!;
FILTERS["e"] = FILTERS["escape"]!;

const NO_ARGUMENTS: CallArguments = { positional: [], named: new Map() };

/** Filters that take what they are given on to another filter or test. */
const FORWARDING: Record<string, (value: Value, args: CallArguments) => Value> =
  {
    format: (value, { positional, named }) => {
      if (positional.length > 0 && named.size > 0) {
        fail("can't handle positional and keyword arguments at the same time.");
      }
      const format = soft(value);
      const args = named.size > 0 ? new Dict(named) : new Tuple(positional);
      return sameKind(
        format,
        formatPercent(textOf(format), args, format instanceof Markup),
      );
    },
    map: (value, args) => generator(mapped(value, args)),
    reject: (value, args) => generator(selected(value, args, false, false)),
    rejectattr: (value, args) => generator(selected(value, args, false, true)),
    select: (value, args) => generator(selected(value, args, true, false)),
    selectattr: (value, args) => generator(selected(value, args, true, true)),
  };

function* mapped(value: Value, args: CallArguments): Generator<Value, void> {
  if (!truth(value)) return;
  const change = mapping(args);
  for (const item of iterate(value)) yield change(item);
}

function mapping({ positional, named }: CallArguments): (item: Value) => Value {
  const [name, ...rest] = positional;
  if (name === undefined) {
    const attribute = named.get("attribute");
    if (attribute === undefined) fail("map requires a filter argument.");
    for (const key of named.keys()) {
      if (key !== "attribute" && key !== "default") {
        fail(`Unexpected keyword argument '${key}'.`);
      }
    }
    return getter(attribute, false, named.get("default"));
  }
  const args = { positional: rest, named };
  return (item) => callFilter(toText(name), item, args);
}

function* selected(
  value: Value,
  { positional, named }: CallArguments,
  wanted: boolean,
  byAttribute: boolean,
): Generator<Value, void> {
  if (!truth(value)) return;
  const rest = [...positional];
  const attribute = byAttribute ? rest.shift() : undefined;
  if (byAttribute && attribute === undefined) {
    fail("Missing parameter for attribute name.");
  }
  const of = byAttribute ? getter(attribute, false) : (item: Value) => item;
  const test = rest.shift();
  for (const item of iterate(value)) {
    const passes =
      test === undefined
        ? truth(of(item))
        : callTest(toText(test), of(item), { positional: rest, named });
    if (passes === wanted) yield item;
  }
}

/** `value | name(…)` */
export function callFilter(
  name: string,
  value: Value,
  args: CallArguments = NO_ARGUMENTS,
): Value {
  if (isText(value)) spendText(textOf(value).length);
  if (Object.hasOwn(FORWARDING, name)) return FORWARDING[name]!(value, args);
  if (!Object.hasOwn(FILTERS, name)) {
    if (MISSING_FILTERS.has(name))
      unsupported(`The filter "${name}"`, "unknown");
    unknown("filter", name);
  }
  const [parameters, run] = FILTERS[name]!;
  return run(value, ...bind(name, parameters, args));
}

export const isFilter = (name: string): boolean => FILTER_NAMES.has(name);

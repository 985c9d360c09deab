import { spendItems } from "../budget.js";
import { fail } from "../error.js";
import { flagArgument } from "../python/args.js";
import { compare, equal, sorted } from "../python/compare.js";
import { asNumber } from "../python/convert.js";
import { itemOf, sliceOf } from "../python/items.js";
import { binary } from "../python/operators.js";
import { toText } from "../python/represent.js";
import { joinTexts } from "../python/textMethods.js";
import {
  Dict,
  hash,
  isText,
  Iter,
  iterate,
  lengthOfValue,
  listOf,
  Range,
  textOf,
  Tuple,
  typeName,
  Undefined,
  type Value,
  View,
} from "../python/values.js";
import { getter, lowered } from "./attribute.js";
import { type Filter, given, isTrue } from "./filter.js";

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

export const generator = (items: Generator<Value, void>): Iter =>
  new Iter(items);

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

export const listFilters: Record<string, Filter> = {
  batch: [
    "linecount! fill_with",
    (value, size, fill) => generator(batches(value, size!, fill)),
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
  first: [
    "",
    (value) => {
      for (const item of iterate(value)) return item;
      return new Undefined("No first item, the sequence was empty.");
    },
  ],
  groupby: [
    "attribute! default case_sensitive",
    (value, attribute, fallback, caseSensitive) =>
      groupBy(value, attribute!, fallback, caseSensitive),
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
  reverse: [
    "",
    (value) => {
      if (isText(value)) {
        return sliceOf(value, [undefined, undefined, -1n]);
      }
      return reversed(value) ?? listOf(value).toReversed();
    },
  ],
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
  sum: ["attribute start", sum],
  unique: [
    "case_sensitive attribute",
    (value, caseSensitive, attribute) =>
      generator(unique(value, caseSensitive, attribute)),
  ],
};

import { spend, spendText } from "../budget.js";
import { fail, unsupported } from "../error.js";
import { compareText } from "./text.js";
import {
  asInteger,
  comparable,
  Dict,
  isIterable,
  isNumber,
  isText,
  iterate,
  listOf,
  Range,
  textOf,
  Tuple,
  typeName,
  Undefined,
  type Value,
  View,
} from "./values.js";

/** `a == b` */
export function equal(a: Value, b: Value): boolean {
  spend(1 / 20);
  for (const value of [a, b]) {
    if (value instanceof Undefined && value.strict) value.fail();
  }
  if (a instanceof Undefined || b instanceof Undefined) {
    return a instanceof Undefined && b instanceof Undefined;
  }
  if (isNumber(a) && isNumber(b)) return wholeOf(a) === wholeOf(b);
  if (isText(a) && isText(b)) {
    spendText(textOf(a).length);
    return textOf(a) === textOf(b);
  }
  if (Array.isArray(a) && Array.isArray(b)) return equalItems(a, b);
  if (a instanceof Tuple && b instanceof Tuple) {
    return equalItems(a.items, b.items);
  }
  if (a instanceof Dict && b instanceof Dict) {
    return (
      a.size === b.size &&
      a.items().every(([key, value]) => {
        const other = b.get(key);
        return other !== undefined && same(value, other);
      })
    );
  }
  if (a instanceof Range && b instanceof Range) {
    return equalItems(listOf(a), listOf(b));
  }
  if (a instanceof View && b instanceof View) {
    unsupported("To compare the views of two dictionaries");
  }
  return a === b;
}

function equalItems(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((item, i) => same(item, b[i]!));
}

/** Whether two values are equal or one object, which is how Python compares the items of lists. */
function same(a: Value, b: Value): boolean {
  return (a === b && typeof a === "object") || equal(a, b);
}

/** Makes `1`, `1.0` and `True` equal. */
const wholeOf = (value: bigint | number | boolean) =>
  typeof value === "number" && !Number.isInteger(value) ? value : BigInt(value);

/** One of `<`, `<=`, `>` and `>=`. */
export function compare(operator: string, a: Value, b: Value): boolean {
  spend(1 / 20);
  if (a instanceof Undefined) a.fail();
  if (b instanceof Undefined) b.fail();
  let left: unknown = a;
  let right: unknown = b;
  if (isNumber(a) && isNumber(b)) {
    left = comparable(a);
    right = comparable(b);
  } else if (isText(a) && isText(b)) {
    left = compareText(textOf(a), textOf(b));
    right = 0;
  } else {
    const lists =
      Array.isArray(a) && Array.isArray(b)
        ? ([a, b] as const)
        : a instanceof Tuple && b instanceof Tuple
          ? ([a.items, b.items] as const)
          : undefined;
    if (!lists) {
      fail(
        `'${operator}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'.`,
      );
    }
    const [first, second] = lists;
    const length = Math.min(first.length, second.length);
    for (let i = 0; i < length; i++) {
      if (!same(first[i]!, second[i]!)) {
        return compare(operator, first[i]!, second[i]!);
      }
    }
    left = first.length;
    right = second.length;
  }
  const [x, y] = [left as number, right as number];
  switch (operator) {
    case "<":
      return x < y;
    case "<=":
      return x <= y;
    case ">":
      return x > y;
    default:
      return x >= y;
  }
}

/** `sorted()`: equal items keep their order, also when it is reversed. */
export function sorted(
  items: Value[],
  key: (item: Value) => Value = (item) => item,
  reverse = false,
): Value[] {
  const keyed = items.map((item) => ({ item, key: key(item) }));
  const order = (a: Value, b: Value) =>
    compare("<", a, b) ? -1 : Number(compare("<", b, a));
  keyed.sort((a, b) => (reverse ? order(b.key, a.key) : order(a.key, b.key)));
  return keyed.map(({ item }) => item);
}

/** `item in container` */
export function contains(container: Value, item: Value): boolean {
  if (container instanceof Undefined) {
    return container.strict ? container.fail() : false;
  }
  if (isText(container)) {
    spendText(textOf(container).length);
    if (isText(item)) return textOf(container).includes(textOf(item));
    fail(
      `'in <string>' requires string as left operand, not ${typeName(item)}.`,
    );
  }
  if (container instanceof Dict) return container.has(item);
  if (container instanceof View && container.kind === "keys") {
    return container.dict.has(item);
  }
  if (container instanceof Range && asInteger(item) !== undefined) {
    return container.has(item);
  }
  if (!isIterable(container)) {
    fail(`argument of type '${typeName(container)}' is not iterable.`);
  }
  for (const other of iterate(container)) {
    if (same(other, item)) return true;
  }
  return false;
}

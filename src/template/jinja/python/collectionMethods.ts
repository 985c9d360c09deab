import { spendItems } from "../budget.js";
import { fail, unsupported } from "../error.js";
import { flagArgument, integerArgument } from "./args.js";
import { equal, sorted } from "./compare.js";
import { asNumber } from "./convert.js";
import { bounds } from "./items.js";
import type { Methods } from "./method.js";
import { represent } from "./represent.js";
import {
  Dict,
  iterate,
  listOf,
  None,
  Tuple,
  Undefined,
  type Value,
  View,
} from "./values.js";

export const LIST: Methods<Value[]> = {
  append: [
    "object!",
    (self, item) => {
      self.push(item!);
      return None;
    },
  ],
  clear: [
    "",
    (self) => {
      self.length = 0;
      return None;
    },
  ],
  copy: [
    "",
    (self) => {
      spendItems(self.length);
      return [...self];
    },
  ],
  count: ["value!", (self, value) => countItems(self, value!)],
  extend: [
    "iterable!",
    (self, items) => {
      self.push(...listOf(items!));
      return None;
    },
  ],
  index: [
    "value! start stop",
    (self, value, start, stop) => indexOfItem(self, value!, start, stop),
  ],
  insert: [
    "index! object!",
    (self, index, item) => {
      self.splice(asNumber(index!), 0, item!);
      return None;
    },
  ],
  pop: [
    "index",
    (self, index) => {
      const at = integerArgument(index, -1);
      const position = at < 0 ? at + self.length : at;
      if (!(position in self)) fail("pop index out of range.");
      return self.splice(position, 1)[0]!;
    },
  ],
  remove: [
    "value!",
    (self, value) => {
      const index = self.findIndex((item) => equal(item, value!));
      if (index < 0) fail("list.remove(x): x not in list.");
      self.splice(index, 1);
      return None;
    },
  ],
  reverse: [
    "",
    (self) => {
      self.reverse();
      return None;
    },
  ],
  sort: [
    "key reverse",
    (self, key, reverse) => {
      if (key !== undefined && key !== None) {
        unsupported("A key for sort()");
      }
      const items = sorted(self, undefined, flagArgument(reverse));
      self.splice(0, self.length, ...items);
      return None;
    },
  ],
};

function countItems(items: readonly Value[], value: Value): bigint {
  return BigInt(items.filter((item) => equal(item, value)).length);
}

function indexOfItem(
  items: readonly Value[],
  value: Value,
  start?: Value,
  stop?: Value,
): bigint {
  const [from, to] = bounds(items.length, start, stop);
  const index = items.findIndex(
    (item, i) => i >= from && i < to && equal(item, value),
  );
  return index < 0
    ? fail(`${represent(value)} is not in the list.`)
    : BigInt(index);
}

export const TUPLE: Methods<Tuple> = {
  count: ["value!", (self, value) => countItems(self.items, value!)],
  index: [
    "value! start stop",
    (self, value, start, stop) => indexOfItem(self.items, value!, start, stop),
  ],
};

export const DICT: Methods<Dict> = {
  clear: [
    "",
    (self) => {
      self.clear();
      return None;
    },
  ],
  copy: ["", (self) => new Dict(self.items())],
  get: ["key! default", (self, key, other) => self.get(key!) ?? other ?? None],
  items: ["", (self) => new View(self, "items")],
  keys: ["", (self) => new View(self, "keys")],
  pop: [
    "key! default",
    (self, key, other) => {
      const value = self.get(key!) ?? other;
      self.delete(key!);
      return value ?? fail(`KeyError: ${represent(key!)}.`);
    },
  ],
  popitem: [
    "",
    (self) => {
      const last = self.items().at(-1);
      if (!last) fail("popitem(): dictionary is empty.");
      self.delete(last[0]);
      return new Tuple(last);
    },
  ],
  setdefault: [
    "key! default",
    (self, key, other) => {
      if (!self.has(key!)) self.set(key!, other ?? None);
      return self.get(key!)!;
    },
  ],
  values: ["", (self) => new View(self, "values")],
};

/** The pairs of keys and values in an argument of `dict()` or `update()`. */
export function pairsOf(value: Value): [Value, Value][] {
  if (value instanceof Undefined) value.fail();
  if (value instanceof Dict) return value.items();
  return Array.from(iterate(value), (pair) => {
    const [key, item, ...more] = listOf(pair);
    return key === undefined || item === undefined || more.length > 0
      ? fail("An item of a dictionary is a pair of its key and its value.")
      : [key, item];
  });
}

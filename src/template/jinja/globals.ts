import { fail, unsupported } from "./error.js";
import { bind } from "./python/args.js";
import { pairsOf } from "./python/collectionMethods.js";
import {
  Callable,
  type CallArguments,
  Dict,
  Namespace,
  Range,
  type Value,
  asInteger,
  typeName,
} from "./python/values.js";
import { Cycler } from "./things.js";

function dictOf({ positional, named }: CallArguments): Dict {
  const dict = new Dict();
  const [first] = bind("dict", "mapping", { positional, named: new Map() });
  if (first !== undefined) {
    for (const [key, value] of pairsOf(first)) dict.set(key, value);
  }
  for (const [key, value] of named) dict.set(key, value);
  return dict;
}

function range({ positional, named }: CallArguments): Value {
  if (named.size > 0) fail("range() takes no keyword arguments.");
  if (positional.length === 0 || positional.length > 3) {
    fail("range() takes 1 to 3 numbers.");
  }
  const [first, second, step = 1n] = positional.map(
    (value) =>
      asInteger(value) ??
      fail(`'${typeName(value)}' object cannot be interpreted as an integer.`),
  );
  if (step === 0n) fail("range() arg 3 must not be zero.");
  return second === undefined
    ? new Range(0n, first!, step)
    : new Range(first!, second, step);
}

function joiner(args: CallArguments): Value {
  const [separator] = bind("joiner", "sep", args);
  let used = false;
  return new Callable("Joiner", () => {
    if (used) return separator ?? ", ";
    used = true;
    return "";
  });
}

function namespace(args: CallArguments): Value {
  const result = new Namespace();
  for (const [key, value] of dictOf(args).items()) {
    result.attributes.set(key, value);
  }
  return result;
}

const functions: Record<string, (args: CallArguments) => Value> = {
  cycler: ({ positional }) => new Cycler(positional),
  dict: dictOf,
  joiner,
  lipsum: () => unsupported("lipsum()"),
  namespace,
  range,
};

/** How Python prints the functions that are classes in Python. */
const CLASSES: Record<string, string> = {
  cycler: "<class 'jinja2.utils.Cycler'>",
  dict: "<class 'dict'>",
  joiner: "<class 'jinja2.utils.Joiner'>",
  namespace: "<class 'jinja2.utils.Namespace'>",
  range: "<class 'range'>",
};

/** The names that every template can use. */
export const GLOBALS: Readonly<Record<string, Value>> = Object.fromEntries(
  Object.entries(functions).map(([name, call]) => [
    name,
    new Callable(name, call, CLASSES[name]),
  ]),
);

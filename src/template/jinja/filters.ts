import {
  BooleanValue,
  FloatValue,
  IntegerValue,
  ListValue,
  TextValue,
  type Value,
} from "./engine.js";
import {
  Undefined,
  contains,
  equal,
  isNumber,
  iterate,
  kindOf,
  requireJson,
  runtimeError,
  str,
} from "./values.js";

export interface Arguments {
  positional: Value[];
  named: Map<string, Value>;
}

type Filter = (value: Value, args: Arguments) => Value | undefined;

const defaultTo: Filter = (value, { positional, named }) => {
  const instead = positional[0] ?? named.get("default_value");
  const boolean = positional[1] ?? named.get("boolean");
  const missing =
    value instanceof Undefined ||
    (boolean?.__bool__().value && !value.__bool__().value);
  return missing ? (instead ?? new TextValue("")) : value;
};

const length: Filter = (value) =>
  new IntegerValue(isNumber(value) ? iterate(value).length : iterate(value).length);

function number(value: Value | undefined, fallback = 0): number {
  if (value === undefined) return fallback;
  if (isNumber(value)) return value.value;
  throw runtimeError(`A number is needed here, not ${kindOf(value)}.`);
}

export { BooleanValue, FloatValue, ListValue, contains, equal, requireJson, str, number, defaultTo, length };

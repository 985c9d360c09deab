import { contains } from "./operators.js";
import {
  type Arguments,
  type Value,
  Undefined,
  compare,
  equal,
  isFloat,
  runtimeError,
  str,
  toNumber,
} from "./values.js";

export type Test = (value: Value, args: Arguments) => boolean;

const isNumber = (value: Value) =>
  typeof value !== "boolean" && toNumber(value) !== undefined;
const isText = (value: Value) => typeof value === "string";
const isList = (value: Value) => Array.isArray(value);
const isObject = (value: Value) => value instanceof Map;

function remainder(value: Value, divisor: number): number {
  const number = toNumber(value);
  if (number !== undefined) return number % divisor;
  throw runtimeError(`A number is needed here, not ${str(value)}.`);
}

const other = (args: Arguments) => args.value(0, "other");
const eq: Test = (value, args) => equal(value, other(args));
const ne: Test = (value, args) => !equal(value, other(args));
const lt: Test = (value, args) => compare(value, other(args)) < 0;
const le: Test = (value, args) => compare(value, other(args)) <= 0;
const gt: Test = (value, args) => compare(value, other(args)) > 0;
const ge: Test = (value, args) => compare(value, other(args)) >= 0;

/** What may stand after `is`. Tests of identity and type take undefined too, the others fail on it. */
export const tests: Record<string, Test> = {
  defined: (value) => !(value instanceof Undefined),
  undefined: (value) => value instanceof Undefined,
  none: (value) => value === null,
  true: (value) => value === true,
  false: (value) => value === false,
  boolean: (value) => typeof value === "boolean",
  integer: (value) => isNumber(value) && !isFloat(value),
  float: isFloat,
  number: (value) => toNumber(value) !== undefined,
  string: isText,
  mapping: isObject,
  sequence: (value) => isText(value) || isList(value) || isObject(value),
  iterable: (value) => {
    if (value instanceof Undefined) value.fail();
    return isText(value) || isList(value) || isObject(value);
  },
  callable: (value) => typeof value === "function",
  sameas: (value, args) => value === other(args),
  odd: (value) => Math.abs(remainder(value, 2)) === 1,
  even: (value) => remainder(value, 2) === 0,
  divisibleby: (value, args) => remainder(value, args.number(0, "num")) === 0,
  lower: (value) => str(value) === str(value).toLowerCase(),
  upper: (value) => str(value) === str(value).toUpperCase(),
  in: (value, args) => contains(args.value(0, "seq"), value),
  eq,
  equalto: eq,
  "==": eq,
  ne,
  "!=": ne,
  lt,
  lessthan: lt,
  "<": lt,
  le,
  "<=": le,
  gt,
  greaterthan: gt,
  ">": gt,
  ge,
  ">=": ge,
};

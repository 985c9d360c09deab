import { unknown, unsupported } from "./error.js";
import { FILTER_NAMES } from "./names.js";
import { bind } from "./python/args.js";
import { binary } from "./python/operators.js";
import {
  Callable,
  type CallArguments,
  Dict,
  Markup,
  None,
  Range,
  Tuple,
  Undefined,
  type Value,
  asInteger,
  hash,
  isIterable,
  isNumber,
  isText,
} from "./python/values.js";
import { compare, contains, equal } from "./python/compare.js";
import { toText } from "./python/represent.js";
import { Loop } from "./things.js";
import { attributeOf } from "./python/methods.js";

type Test = [
  parameters: string,
  run: (value: Value, ...args: (Value | undefined)[]) => boolean,
];

const rest = (value: Value, divisor: bigint, wanted: bigint) =>
  equal(binary("%", value, divisor), wanted);

const isCased = (value: Value, name: "islower" | "isupper"): boolean => {
  const method = attributeOf(toText(value), name) as Callable;
  return method.call({ positional: [], named: new Map() }) === true;
};

const comparison = (operator: string): Test => [
  "other!",
  (value, other) => compare(operator, value, other!),
];

const equals: Test = ["other!", (value, other) => equal(value, other!)];
const differs: Test = ["other!", (value, other) => !equal(value, other!)];
const [lt, le, gt, ge] = ["<", "<=", ">", ">="].map(comparison) as [
  Test,
  Test,
  Test,
  Test,
];

const TESTS: Record<string, Test> = {
  "!=": differs,
  "<": lt,
  "<=": le,
  "==": equals,
  ">": gt,
  ">=": ge,
  boolean: ["", (value) => typeof value === "boolean"],
  callable: [
    "",
    (value) =>
      value instanceof Callable ||
      value instanceof Undefined ||
      value instanceof Loop,
  ],
  defined: ["", (value) => !(value instanceof Undefined)],
  divisibleby: [
    "num!",
    (value, divisor) => equal(binary("%", value, divisor!), 0n),
  ],
  eq: equals,
  equalto: equals,
  escaped: ["", (value) => value instanceof Markup],
  even: ["", (value) => rest(value, 2n, 0n)],
  false: ["", (value) => value === false],
  filter: ["", (value) => isName(value, (name) => FILTER_NAMES.has(name))],
  float: ["", (value) => typeof value === "number"],
  ge,
  greaterthan: gt,
  gt,
  in: ["seq!", (value, container) => contains(container!, value)],
  integer: ["", (value) => typeof value === "bigint"],
  iterable: ["", isIterable],
  le,
  lessthan: lt,
  lower: ["", (value) => isCased(value, "islower")],
  lt,
  mapping: ["", (value) => value instanceof Dict],
  ne: differs,
  none: ["", (value) => value === None],
  number: ["", isNumber],
  odd: ["", (value) => rest(value, 2n, 1n)],
  sameas: ["other!", (value, other) => isSame(value, other!)],
  sequence: [
    "",
    (value) =>
      isText(value) ||
      Array.isArray(value) ||
      value instanceof Tuple ||
      value instanceof Dict ||
      value instanceof Range,
  ],
  string: ["", isText],
  test: ["", (value) => isName(value, isTest)],
  true: ["", (value) => value === true],
  undefined: ["", (value) => value instanceof Undefined],
  upper: ["", (value) => isCased(value, "isupper")],
};

/** Whether a value is one of the names. Python needs its hash for that, so a list fails. */
function isName(value: Value, known: (name: string) => boolean): boolean {
  hash(value);
  return isText(value) && known(toText(value));
}

/** Whether two values are one object. Python has each small number once; for other equal scalars it cannot be known. */
function isSame(a: Value, b: Value): boolean {
  if (
    a === None ||
    b === None ||
    typeof a === "boolean" ||
    typeof b === "boolean"
  ) {
    return a === b;
  }
  const scalar = (value: Value) => isNumber(value) || typeof value === "string";
  if (!scalar(a) || !scalar(b) || typeof a !== typeof b) {
    return typeof a === typeof b && a === b;
  }
  const small = asInteger(a);
  if (a === b && !(small !== undefined && small >= -5n && small <= 256n)) {
    unsupported('The test "sameas" of equal numbers or texts');
  }
  return a === b;
}

export const isTest = (name: string): boolean => Object.hasOwn(TESTS, name);

/** `value is name(…)` */
export function callTest(
  name: string,
  value: Value,
  args: CallArguments,
): boolean {
  if (!isTest(name)) unknown("test", name);
  const [parameters, run] = TESTS[name]!;
  return run(value, ...bind(name, parameters, args));
}

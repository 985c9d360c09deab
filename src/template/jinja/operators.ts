import { printf } from "./format.js";
import {
  type Value,
  compare,
  equal,
  isFloat,
  kindOf,
  runtimeError,
  spend,
  str,
  toFloat,
  toNumber,
} from "./values.js";

/** Every binary operator but `and` and `or`, which do not always evaluate their right side. */
export function binary(operator: string, a: Value, b: Value): Value {
  switch (operator) {
    case "==":
      return equal(a, b);
    case "!=":
      return !equal(a, b);
    case "<":
      return compare(a, b) < 0;
    case "<=":
      return compare(a, b) <= 0;
    case ">":
      return compare(a, b) > 0;
    case ">=":
      return compare(a, b) >= 0;
    case "in":
      return contains(b, a);
    case "not in":
      return !contains(b, a);
    case "~":
      return concat(str(a), str(b));
    case "%":
      return typeof a === "string" ? printf(a, b) : arithmetic(operator, a, b);
    case "+":
      return add(a, b);
    case "*":
      return multiply(a, b);
    default:
      return arithmetic(operator, a, b);
  }
}

export function add(a: Value, b: Value): Value {
  if (typeof a === "string" && typeof b === "string") return concat(a, b);
  if (Array.isArray(a) && Array.isArray(b)) {
    spend(a.length + b.length);
    return [...a, ...b];
  }
  if (typeof a === "string" || typeof b === "string") {
    throw runtimeError(
      `"+" cannot join ${kindOf(a)} and ${kindOf(b)}. Write "~" to make one text of both.`,
    );
  }
  return arithmetic("+", a, b);
}

export function contains(container: Value, item: Value): boolean {
  if (Array.isArray(container)) {
    return container.some((other) => equal(item, other));
  }
  if (container instanceof Map) {
    kindOf(item);
    return container.has(item);
  }
  if (typeof container === "string" && typeof item === "string") {
    spend(container.length);
    return container.includes(item);
  }
  throw runtimeError(
    `"in" cannot look for ${kindOf(item)} in ${kindOf(container)}.`,
  );
}

function concat(a: string, b: string): string {
  spend(a.length + b.length);
  return a + b;
}

function multiply(a: Value, b: Value): Value {
  if (typeof b === "string" || Array.isArray(b)) [a, b] = [b, a];
  const times = toNumber(b);
  if (times === undefined || isFloat(b)) return arithmetic("*", a, b);
  if (typeof a === "string") {
    spend(a.length * Math.max(times, 0));
    return a.repeat(Math.max(times, 0));
  }
  if (Array.isArray(a)) {
    spend(a.length * Math.max(times, 0));
    return Array.from({ length: Math.max(times, 0) }, () => a).flat(1);
  }
  return arithmetic("*", a, b);
}

function arithmetic(operator: string, a: Value, b: Value): Value {
  const x = toNumber(a);
  const y = toNumber(b);
  if (x === undefined || y === undefined) {
    throw runtimeError(
      `"${operator}" is for numbers, not for ${kindOf(a)} and ${kindOf(b)}.`,
    );
  }
  if (y === 0 && ["/", "//", "%"].includes(operator)) {
    throw runtimeError(`"${operator}" divides by zero.`);
  }
  const result = calculate(operator, x, y);
  const float =
    isFloat(a) || isFloat(b) || operator === "/" || !Number.isInteger(result);
  return float ? toFloat(result) : result;
}

function calculate(operator: string, x: number, y: number): number {
  switch (operator) {
    case "+":
      return x + y;
    case "-":
      return x - y;
    case "*":
      return x * y;
    case "/":
      return x / y;
    case "//":
      return Math.floor(x / y);
    case "%": {
      // The result has the sign of the divisor, as in Python.
      const rest = x % y;
      return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
    }
    case "**":
      return x ** y;
    default:
      throw runtimeError(`"${operator}" is not an operator.`);
  }
}

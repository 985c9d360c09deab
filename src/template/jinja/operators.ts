import {
  BooleanValue,
  FloatValue,
  IntegerValue,
  ListValue,
  TextValue,
  type Value,
} from "./engine.js";
import { printf } from "./format.js";
import {
  SIZE_LIMIT,
  Undefined,
  iterate,
  kindOf,
  numberOf,
  runtimeError,
  spend,
  str,
} from "./values.js";

/** The binary operators but `and` and `or`, with Python's meaning: the engine compares as JavaScript does. */
export function binary(operator: string, a: Value, b: Value): Value {
  switch (operator) {
    case "==":
      return new BooleanValue(equal(a, b));
    case "!=":
      return new BooleanValue(!equal(a, b));
    case "<":
      return new BooleanValue(compare(a, b) < 0);
    case "<=":
      return new BooleanValue(compare(a, b) <= 0);
    case ">":
      return new BooleanValue(compare(a, b) > 0);
    case ">=":
      return new BooleanValue(compare(a, b) >= 0);
    case "in":
      return new BooleanValue(contains(b, a));
    case "not in":
      return new BooleanValue(!contains(b, a));
    case "~":
      return new TextValue(str(a) + str(b));
    case "+":
      return add(a, b);
    case "%":
      return a.type === "StringValue"
        ? new TextValue(
            printf(a.value, b.type === "ArrayValue" ? b.value : [b]),
          )
        : arithmetic(operator, a, b);
    case "*":
      return a.type === "StringValue" && b.type === "IntegerValue"
        ? new TextValue(repeat(a.value, b.value))
        : arithmetic(operator, a, b);
    default:
      return arithmetic(operator, a, b);
  }
}

function repeat(text: string, times: number): string {
  if (text.length * times > SIZE_LIMIT) spend(Infinity);
  return text.repeat(Math.max(times, 0));
}

/** Of lists and objects by what they hold; of true as 1 and false as 0. */
export function equal(a: Value, b: Value): boolean {
  spend(0.1);
  if (a instanceof Undefined) a.orEmpty();
  if (b instanceof Undefined) b.orEmpty();
  if (a.type === "ArrayValue" && b.type === "ArrayValue") {
    const others = b.value;
    return (
      a.value.length === others.length &&
      a.value.every((item, i) => equal(item, others[i]!))
    );
  }
  if (a.type === "ObjectValue" && b.type === "ObjectValue") {
    const others = b.value;
    return (
      a.value.size === others.size &&
      [...a.value].every(([key, item]) => {
        const other = others.get(key);
        return other !== undefined && equal(item, other);
      })
    );
  }
  return (numberOf(a) ?? a.value) === (numberOf(b) ?? b.value);
}

/** Below zero, zero or above, as `<` orders. */
export function compare(a: Value, b: Value): number {
  spend(0.1);
  if (a.type === "StringValue" && b.type === "StringValue") {
    return a.value < b.value ? -1 : Number(a.value > b.value);
  }
  const x = numberOf(a);
  const y = numberOf(b);
  if (x !== undefined && y !== undefined) return x - y;
  throw runtimeError(
    `There is no order between ${kindOf(a)} and ${kindOf(b)}.`,
  );
}

export function contains(container: Value, item: Value): boolean {
  if (container.type === "StringValue" && item.type === "StringValue") {
    return container.value.includes(item.value);
  }
  if (container.type === "ArrayValue" || container.type === "ObjectValue") {
    return iterate(container).some((other) => equal(other, item));
  }
  throw runtimeError(
    `"in" cannot look for ${kindOf(item)} in ${kindOf(container)}.`,
  );
}

export function add(a: Value, b: Value): Value {
  if (a.type === "StringValue" && b.type === "StringValue") {
    return new TextValue(a.value + b.value);
  }
  if (a.type === "ArrayValue" && b.type === "ArrayValue") {
    return new ListValue([...a.value, ...b.value]);
  }
  if (a.type === "StringValue" || b.type === "StringValue") {
    throw runtimeError(
      `"+" cannot join ${kindOf(a)} and ${kindOf(b)}. Write "~" to make one text of both.`,
    );
  }
  return arithmetic("+", a, b);
}

function arithmetic(operator: string, a: Value, b: Value): Value {
  spend(0.1);
  const x = numberOf(a);
  const y = numberOf(b);
  if (x === undefined || y === undefined) {
    throw runtimeError(
      `"${operator}" is for numbers, not for ${kindOf(a)} and ${kindOf(b)}.`,
    );
  }
  if (y === 0 && /^[/%]/.test(operator)) {
    throw runtimeError(`"${operator}" divides by zero.`);
  }
  const result = calculate(operator, x, y);
  const whole =
    a.type !== "FloatValue" && b.type !== "FloatValue" && operator !== "/";
  return whole && Number.isInteger(result)
    ? new IntegerValue(result)
    : new FloatValue(result);
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
    case "%":
      // The sign of the divisor, as in Python.
      return ((x % y) + y) % y;
    default:
      return x ** y;
  }
}

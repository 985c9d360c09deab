import { checkBits, spendItems, spendText } from "../budget.js";
import { fail } from "../error.js";
import { formatPercent } from "./formatPercent.js";
import {
  bits,
  divide,
  floorDivide,
  integerPower,
  modulo,
  power,
  toFloat,
} from "./numbers.js";
import { escapeHtml, repeat } from "./text.js";
import {
  Markup,
  type Text,
  Tuple,
  Undefined,
  type Value,
  asInteger,
  isNumber,
  isText,
  textOf,
  typeName,
} from "./values.js";
import { toText } from "./represent.js";

/** Escapes a value that is not HTML yet, as `escape` of markupsafe does. */
export function escape(value: Value): Markup {
  return value instanceof Markup
    ? value
    : new Markup(escapeHtml(toText(value)));
}

function floatOf(value: bigint | number | boolean): number {
  if (typeof value === "number") return value;
  return typeof value === "boolean" ? Number(value) : toFloat(value);
}

/** One of `+ - * / // % **` */
export function binary(operator: string, a: Value, b: Value): Value {
  if (a instanceof Undefined) a.fail();
  if (b instanceof Undefined && !(operator === "%" && isText(a))) b.fail();
  if (operator === "%" && isText(a)) return modText(a, b);
  if (isNumber(a) && isNumber(b)) return arithmetic(operator, a, b);
  const result =
    operator === "+"
      ? join(a, b)
      : operator === "*"
        ? (times(a, b) ?? times(b, a))
        : undefined;
  return (
    result ??
    fail(
      operator === "+" && (isText(a) || Array.isArray(a))
        ? `can only concatenate ${typeName(a)} (not "${typeName(b)}") to ${typeName(a)}. The operator ~ makes texts of both.`
        : `unsupported operand type(s) for ${operator}: '${typeName(a)}' and '${typeName(b)}'.`,
    )
  );
}

function join(a: Value, b: Value): Value | undefined {
  if (isText(a) && isText(b)) {
    spendText(textOf(a).length + textOf(b).length);
    return a instanceof Markup || b instanceof Markup
      ? new Markup(escape(a).text + escape(b).text)
      : textOf(a) + textOf(b);
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    spendItems(a.length + b.length);
    return [...a, ...b];
  }
  if (a instanceof Tuple && b instanceof Tuple) {
    spendItems(a.items.length + b.items.length);
    return new Tuple([...a.items, ...b.items]);
  }
  return undefined;
}

function times(sequence: Value, count: Value): Value | undefined {
  const whole = asInteger(count);
  if (whole === undefined) return undefined;
  const number = Math.max(0, Number(whole));
  if (isText(sequence)) {
    return sameKind(sequence, repeat(textOf(sequence), number));
  }
  const items = sequence instanceof Tuple ? sequence.items : sequence;
  if (!Array.isArray(items)) return undefined;
  const length = items.length * number;
  spendItems(length);
  const result = Array.from(
    { length },
    (_, i) => (items as Value[])[i % items.length]!,
  );
  return sequence instanceof Tuple ? new Tuple(result) : result;
}

/** A text that was made from another one, which is HTML if the other one is. */
export function sameKind(from: Text, text: string): Text {
  return from instanceof Markup ? new Markup(text) : text;
}

function modText(format: Text, args: Value): Value {
  return format instanceof Markup
    ? new Markup(formatPercent(format.text, args, true))
    : formatPercent(format, args);
}

function arithmetic(
  operator: string,
  a: bigint | number | boolean,
  b: bigint | number | boolean,
): Value {
  const [x, y] = [asInteger(a), asInteger(b)];
  if (x !== undefined && y !== undefined) return integers(operator, x, y);
  const [left, right] = [floatOf(a), floatOf(b)];
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? fail("float division by zero.") : left / right;
    case "//":
      return floorDivide(left, right);
    case "%":
      return modulo(left, right);
    default:
      return power(left, right);
  }
}

function integers(operator: string, a: bigint, b: bigint): Value {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      checkBits(bits(a) + bits(b));
      return a * b;
    case "**":
      return b < 0n ? power(toFloat(a), toFloat(b)) : integerPower(a, b);
  }
  if (b === 0n) {
    fail(
      operator === "/"
        ? "division by zero."
        : "integer division or modulo by zero.",
    );
  }
  if (operator === "/") return divide(a, b);
  const rest = a % b;
  // Python rounds down, JavaScript towards zero.
  const below = rest !== 0n && rest < 0n !== b < 0n;
  if (operator === "%") return below ? rest + b : rest;
  return a / b - (below ? 1n : 0n);
}

export function negate(value: Value): Value {
  if (value instanceof Undefined) value.fail();
  if (typeof value === "number") return -value;
  const integer = asInteger(value);
  return integer === undefined
    ? fail(`bad operand type for unary -: '${typeName(value)}'.`)
    : -integer;
}

export function positive(value: Value): Value {
  if (value instanceof Undefined) value.fail();
  if (typeof value === "number") return value;
  return (
    asInteger(value) ??
    fail(`bad operand type for unary +: '${typeName(value)}'.`)
  );
}

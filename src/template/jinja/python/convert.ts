import { fail, unsupported } from "../error.js";
import { toFloat, truncate } from "./numbers.js";
import { trimEnd, trimStart } from "./text.js";
import {
  Undefined,
  type Value,
  asInteger,
  isNumber,
  isText,
  textOf,
  typeName,
} from "./values.js";

/** A whole number that is used as an index, a width or a count. */
export function asNumber(value: Value): number {
  if (value instanceof Undefined) value.fail();
  const integer = asInteger(value);
  return integer === undefined
    ? fail(`'${typeName(value)}' object cannot be interpreted as an integer.`)
    : Number(integer);
}

function strip(text: string): string {
  if (/[^\P{Nd}0-9]/u.test(text)) unsupported("A number in other digits");
  return trimStart(trimEnd(text));
}

const DIGITS: Record<number, string> = { 2: "01", 8: "0-7", 16: "\\da-fA-F" };

/** `int(text, base)`; `undefined` where Python fails. */
function parseInteger(source: string, base: number): bigint | undefined {
  const match = /^([-+]?)(0[xXoObB]_?)?(.*)$/s.exec(strip(source));
  if (!match) return undefined;
  const [, sign, prefix = "", rest = ""] = match;
  const bases: Record<string, number> = { x: 16, o: 8, b: 2 };
  const written = bases[prefix.charAt(1).toLowerCase()];
  const used = base === 0 ? (written ?? 10) : base;
  const digits = used === written ? rest : prefix + rest;
  if (used < 2 || used > 36) return undefined;
  if (used !== 10 && !DIGITS[used]) {
    return fail(`int() with base ${base} is not supported here.`);
  }
  const digit = `[${DIGITS[used] ?? "\\d"}]`;
  if (!new RegExp(`^${digit}+(?:_${digit}+)*$`).test(digits)) return undefined;
  const plain = digits.replaceAll("_", "");
  if (base === 0 && !written && /^0+[1-9]/.test(plain)) return undefined;
  if (plain.length > 4300 && used === 10) return undefined;
  const literal = { 2: "0b", 8: "0o", 16: "0x" }[used] ?? "";
  const value = BigInt(literal + plain);
  return sign === "-" ? -value : value;
}

const NUMBER =
  /^[-+]?(?:(?:\d+(?:_\d+)*)(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][-+]?\d+(?:_\d+)*)?$/;

/** `float(text)`; `undefined` where Python fails. */
function parseFloatText(source: string): number | undefined {
  const text = strip(source);
  if (NUMBER.test(text)) return Number(text.replaceAll("_", ""));
  const word = /^([-+]?)(inf|infinity|nan)$/i.exec(text);
  if (!word) return undefined;
  if (/^nan$/i.test(word[2]!)) return NaN;
  return word[1] === "-" ? -Infinity : Infinity;
}

/** `float(value)`; `undefined` where Python fails with an error that `float` and `int` of Jinja2 catch. */
export function floatValue(value: Value): number | undefined {
  if (value instanceof Undefined) value.fail();
  if (isText(value)) return parseFloatText(textOf(value));
  if (!isNumber(value)) return undefined;
  return typeof value === "bigint" ? toFloat(value) : Number(value);
}

/** The filter `int`: the fallback replaces a value that is no number. */
export function toInteger(value: Value, fallback: Value, base: Value): Value {
  if (isText(value)) {
    const number = asInteger(base);
    const integer =
      number === undefined
        ? undefined
        : parseInteger(textOf(value), Number(number));
    if (integer !== undefined) return integer;
  } else {
    const integer = asInteger(value);
    if (integer !== undefined) return integer;
  }
  const float = floatValue(value);
  return float === undefined || Number.isNaN(float)
    ? fallback
    : truncate(float);
}
